package io.leat.ops.math;

import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** The lowest and highest finite elements of dtypes. */
final class Extremes {
    private Extremes() {}

    /** The greatest finite element of a floating dtype. */
    static double greatest(DType type) {
        return switch (type) {
            case FLOAT64 -> Double.MAX_VALUE;
            case FLOAT16 -> 65504;
            case BFLOAT16 -> 0x1.fep127;
            default -> Float.MAX_VALUE;
        };
    }

    /** Fills {@code y}, of a real dtype, with the lowest finite element. */
    static void fillLowest(Elements y) {
        DType t = y.dtype();
        for (int i = 0; i < y.size(); i++) {
            if (t.isFloating()) {
                y.set(i, -greatest(t));
            } else {
                y.setInteger(i, Integers.lowest(t));
            }
        }
    }

    /** Fills {@code y}, of a real dtype, with the highest finite element. */
    static void fillHighest(Elements y) {
        DType t = y.dtype();
        for (int i = 0; i < y.size(); i++) {
            if (t.isFloating()) {
                y.set(i, greatest(t));
            } else {
                y.setInteger(i, Integers.highest(t));
            }
        }
    }
}
