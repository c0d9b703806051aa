package io.leat.ops.math;

import io.leat.tensor.Shape;

/** Places within tensors, as error texts have them. */
final class Positions {
    private Positions() {}

    /** The index of the element at {@code position} in row-major order: {@code [1,0]}; nothing for a scalar. */
    static String text(Shape shape, int position) {
        if (shape.rank() == 0) {
            return "";
        }
        long[] at = new long[shape.rank()];
        long rest = position;
        for (int d = at.length - 1; d >= 0; d--) {
            at[d] = rest % shape.dim(d);
            rest /= shape.dim(d);
        }
        return Shape.of(at).toString();
    }
}
