package io.leat.ops.rnn;

import io.leat.graph.Compute;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Inputs as doubles, and outputs from them. */
final class Reals {
    private Reals() {}

    static double[] of(Compute c, int input) {
        Elements e = Elements.of(c.input(input));
        double[] values = new double[e.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = e.real(i);
        }
        return values;
    }

    static Tensor tensor(DType dtype, Shape shape, double[] values) {
        Elements e = Elements.allocate(dtype, shape);
        for (int i = 0; i < values.length; i++) {
            e.set(i, values[i]);
        }
        return e.tensor();
    }

    /** {@code count} values from {@code from} on. */
    static double[] slice(double[] values, int from, int count) {
        return java.util.Arrays.copyOfRange(values, from, from + count);
    }
}
