package io.leat.ops.nn;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** The least finite numbers. */
final class Lowest {
    private Lowest() {}

    /** The only element is the least finite number of {@code t}. */
    static Elements of(DType t) {
        Elements e = Elements.allocate(t, Shape.SCALAR);
        switch (t) {
            case FLOAT16 -> e.set(0, -65504);
            case BFLOAT16 -> e.set(0, -0x1.fep127);
            case FLOAT32 -> e.set(0, -Float.MAX_VALUE);
            case FLOAT64 -> e.set(0, -Double.MAX_VALUE);
            case INT8 -> e.setInteger(0, Byte.MIN_VALUE);
            case INT16 -> e.setInteger(0, Short.MIN_VALUE);
            case INT32 -> e.setInteger(0, Integer.MIN_VALUE);
            case INT64 -> e.setInteger(0, Long.MIN_VALUE);
            case UINT8, UINT16, UINT32, UINT64 -> e.setInteger(0, 0);
            default -> throw new UnimplementedException("maxima of " + t.signatureName());
        }
        return e;
    }
}
