package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Ops that reorder dimensions: output dimension i is input dimension {@code perm[i]}. */
abstract class Permuting extends Op {
    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        long[] perm = c.integers(1);
        if (perm != null) {
            c.output(0, permuted(in.hasRank() ? in : Shape.ofRank(perm.length), perm));
        } else if (in.hasRank()) {
            c.output(0, Shape.ofRank(in.rank()));
        } else if (c.shape(1).rank() == 1 && c.shape(1).dim(0) >= 0) {
            c.output(0, Shape.ofRank((int) c.shape(1).dim(0)));
        }
    }

    private static Shape permuted(Shape in, long[] perm) {
        int rank = in.rank();
        if (perm.length != rank) {
            throw new InvalidArgumentException(
                    "transpose expects a vector of size " + rank + ". But input(1) is a vector of size " + perm.length);
        }
        boolean[] seen = new boolean[rank];
        long[] dims = new long[rank];
        for (int i = 0; i < rank; i++) {
            long p = perm[i] < 0 ? perm[i] + rank : perm[i];
            if (p < 0 || p >= rank) {
                throw new InvalidArgumentException(perm[i] + " is out of range [0 .. " + rank + ")");
            }
            if (seen[(int) p]) {
                throw new InvalidArgumentException(p + " is duplicated in the permutation.");
            }
            seen[(int) p] = true;
            dims[i] = in.dim((int) p);
        }
        return Shape.of(dims);
    }

    @Override
    protected void compute(Compute c) {
        long[] perm = c.integers(1);
        Shape in = c.shape(0);
        Shape out = permuted(in, perm);
        long[] strides = in.strides();
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), out);
        long[] outStrides = out.strides();
        for (int i = 0; i < y.size(); i++) {
            long from = 0;
            long rest = i;
            for (int d = 0; d < perm.length; d++) {
                long at = rest / outStrides[d];
                rest %= outStrides[d];
                from += at * strides[(int) (perm[d] < 0 ? perm[d] + perm.length : perm[d])];
            }
            x.copy((int) from, y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor perm = c.constant(1);
        if (perm == null) {
            return false;
        }
        int[] p = Constants.ints(perm);
        for (int i = 0; i < p.length; i++) {
            p[i] = p[i] < 0 ? p[i] + p.length : p[i];
        }
        c.output(0, c.transpose(c.input(0), p));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.tf().call(name(), b.dy(0), b.tf().call("InvertPermutation", b.input(1))));
    }
}
