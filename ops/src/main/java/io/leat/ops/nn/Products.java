package io.leat.ops.nn;

import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Sums of products of elements of two tensors: of integers modulo their range, of floating dtypes rounded once at the end. */
final class Products {
    private final Elements a;
    private final Elements b;
    private final Elements out;
    private final double[] sums;
    private final long[] wholes;

    Products(Tensor a, Tensor b, Shape shape) {
        this.a = Elements.of(a);
        this.b = Elements.of(b);
        this.out = Elements.allocate(a.dtype(), shape);
        boolean whole = a.dtype().isInteger();
        this.sums = new double[whole ? 0 : out.size()];
        this.wholes = new long[whole ? out.size() : 0];
    }

    /** Adds the product of element {@code i} of the first and {@code j} of the second tensor. */
    void add(int i, int j, int to) {
        if (sums.length > 0) {
            sums[to] += a.real(i) * b.real(j);
        } else {
            wholes[to] += a.integer(i) * b.integer(j);
        }
    }

    Tensor tensor() {
        for (int i = 0; i < sums.length; i++) {
            out.set(i, sums[i]);
        }
        for (int i = 0; i < wholes.length; i++) {
            out.setInteger(i, wholes[i]);
        }
        return out.tensor();
    }
}
