package io.leat.ops.math;

import io.leat.tensor.Shape;

/** Numbers and places within tensors, as error texts have them. */
final class Positions {
    private Positions() {}

    /** Without a fraction of 0. */
    static String text(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e6 ? Long.toString((long) x) : Double.toString(x);
    }

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
