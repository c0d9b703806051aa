package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * For each value, where it would be inserted into its row of {@code sorted_inputs} to keep it sorted; rows are
 * {@code [batch, n]}, values {@code [batch, m]}.
 */
abstract class Bounds extends Op {
    private final boolean upper;

    Bounds(boolean upper) {
        this.upper = upper;
    }

    @Override
    protected void infer(Inference c) {
        Shape sorted = c.shape(0, 2);
        Shape values = c.shape(1, 2);
        check(sorted, values);
        c.output(0, values.withDim(0, Shape.mergeDims(sorted.dim(0), values.dim(0))));
    }

    private static void check(Shape sorted, Shape values) {
        if (sorted.dim(0) != Shape.ANY && values.dim(0) != Shape.ANY && sorted.dim(0) != values.dim(0)) {
            throw new InvalidArgumentException("Leading dim_size of both tensors must match.");
        }
    }

    @Override
    protected void compute(Compute c) {
        check(c.shape(0), c.shape(1));
        int n = (int) c.shape(0).dim(1);
        int m = (int) c.shape(1).dim(1);
        Elements sorted = Elements.of(c.input(0));
        Elements values = Elements.of(c.input(1));
        Elements out = Elements.allocate(c.outputDType(0), c.shape(1));
        for (int i = 0; i < out.size(); i++) {
            int row = i / m * n;
            int low = 0;
            int high = n;
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean before = upper ? !less(values, i, sorted, row + middle) : less(sorted, row + middle, values, i);
                low = before ? middle + 1 : low;
                high = before ? high : middle;
            }
            out.setInteger(i, low);
        }
        c.output(0, out.tensor());
    }

    /** Less as numbers: nothing is less than a NaN, nor a NaN than anything, and zeros are equal. */
    private static boolean less(Elements a, int i, Elements b, int j) {
        return a.dtype().isFloating() ? a.real(i) < b.real(j) : a.compare(i, b, j) < 0;
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
