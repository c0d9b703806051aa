package io.leat.ops.nn;

import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Elements added up at given places. */
final class Scattered {
    private Scattered() {}

    /** A tensor of zeros to which element {@code i} of {@code values} was added at {@code places[i]}, unless that is -1. */
    static Tensor of(Tensor values, int[] places, Shape shape) {
        Elements x = Elements.of(values);
        Elements y = Elements.allocate(x.dtype(), shape);
        double[] sums = new double[y.size()];
        long[] wholes = new long[y.size()];
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                sums[places[i]] += x.real(i);
                wholes[places[i]] += x.integer(i);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (x.dtype().isFloating()) {
                y.set(i, sums[i]);
            } else {
                y.setInteger(i, wholes[i]);
            }
        }
        return y.tensor();
    }
}
