package io.leat.ops.sparse;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** The product of a sparse matrix and the matrix {@code b}, or of their conjugate transposes. */
@OpSpec("SparseTensorDenseMatMul(a_indices: Tindices, a_values: T, a_shape: int64, b: T) -> (product: T); T: type; "
        + "Tindices: {int32, int64} = DT_INT64; adjoint_a: bool = false; adjoint_b: bool = false")
public final class SparseTensorDenseMatMul extends Op {
    @Endpoint("sparse.sparseDenseMatmul")
    public static Output of(
            Ops tf, Operand indices, Operand values, Operand shape, Operand b, boolean adjointA, boolean adjointB) {
        return tf.op("SparseTensorDenseMatMul")
                .input(indices)
                .input(values)
                .input(shape)
                .input(b)
                .attr("adjoint_a", adjointA)
                .attr("adjoint_b", adjointB)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Coordinates.infer(c, 0);
        Shape a = c.shapeValue(2).withRank(2);
        Shape b = c.shape(3, 2);
        boolean adjointA = c.attrs().bool("adjoint_a");
        boolean adjointB = c.attrs().bool("adjoint_b");
        Shape.mergeDims(a.dim(adjointA ? 0 : 1), b.dim(adjointB ? 1 : 0));
        c.output(0, Shape.of(a.dim(adjointA ? 1 : 0), b.dim(adjointB ? 0 : 1)));
    }

    private static void check(Compute c, boolean adjointA, boolean adjointB) {
        if (c.shape(3).rank() != 2) {
            throw new InvalidArgumentException("Tensor 'b' is not a matrix");
        }
        if (c.shape(2).rank() != 1 || c.input(2).size() != 2) {
            throw new InvalidArgumentException("Tensor 'a_shape' must have 2 elements");
        }
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("Tensor 'a_values' is not a vector");
        }
        if (c.shape(0).rank() != 2) {
            throw new InvalidArgumentException("Tensor 'a_indices' is not a matrix");
        }
        if (c.shape(0).dim(0) != c.input(1).size()) {
            throw new InvalidArgumentException(
                    "Number of rows of a_indices does not match number of entries in a_values");
        }
        long[] a = c.integers(2);
        long inner = c.shape(3).dim(adjointB ? 1 : 0);
        if (a[adjointA ? 0 : 1] != inner) {
            throw new InvalidArgumentException("Cannot multiply A and B because inner dimension does not match: "
                    + a[adjointA ? 0 : 1] + " vs. " + inner + ".  Did you forget a transpose?");
        }
    }

    @Override
    protected void compute(Compute c) {
        boolean adjointA = c.attrs().bool("adjoint_a");
        boolean adjointB = c.attrs().bool("adjoint_b");
        if (!c.outputDType(0).isNumeric()) {
            throw new UnimplementedException(
                    "SparseTensorDenseMatMul of " + c.outputDType(0).signatureName());
        }
        check(c, adjointA, adjointB);
        var at = Coordinates.of(c.input(0), c.input(1), c.input(2));
        int m = Math.toIntExact(c.integers(2)[adjointA ? 1 : 0]);
        int k = Math.toIntExact(c.integers(2)[adjointA ? 0 : 1]);
        int n = Math.toIntExact(c.shape(3).dim(adjointB ? 0 : 1));
        double[] re = new double[m * n];
        double[] im = new double[m * n];
        Elements a = Elements.of(c.input(1));
        Elements b = Elements.of(c.input(3));
        for (int e = 0; e < at.count; e++) {
            long i = at.get(e, adjointA ? 1 : 0);
            long p = at.get(e, adjointA ? 0 : 1);
            if (p < 0 || p >= k) {
                throw new InvalidArgumentException(
                        "k (" + p + ") from index[" + e + "," + (adjointA ? 0 : 1) + "] out of bounds (>=" + k + ")");
            }
            if (i < 0 || i >= m) {
                throw new InvalidArgumentException(
                        "m (" + i + ") from index[" + e + "," + (adjointA ? 1 : 0) + "] out of bounds (>=" + m + ")");
            }
            double ar = a.real(e);
            double ai = adjointA ? -a.imag(e) : a.imag(e);
            for (int j = 0; j < n; j++) {
                int from = adjointB ? j * k + (int) p : (int) p * n + j;
                double br = b.real(from);
                double bi = adjointB ? -b.imag(from) : b.imag(from);
                re[(int) i * n + j] += ar * br - ai * bi;
                im[(int) i * n + j] += ar * bi + ai * br;
            }
        }
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(m, n));
        for (int i = 0; i < re.length; i++) {
            out.set(i, re[i], im[i]);
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop g) {
        Ops tf = g.tf();
        boolean adjointA = g.attrs().bool("adjoint_a");
        boolean adjointB = g.attrs().bool("adjoint_b");
        Output b = g.input(3);
        Output swap = tf.constant(1, 0);
        Output db = of(tf, g.input(0), g.input(1), g.input(2), g.dy(0), !adjointA, false);
        g.dx(3, adjointB ? tf.call("ConjugateTranspose", db, swap) : db);
        Output rows = tf.call("GatherV2", g.input(0), tf.constant(0), tf.constant(1));
        Output columns = tf.call("GatherV2", g.input(0), tf.constant(1), tf.constant(1));
        Output left = tf.call("GatherV2", g.dy(0), adjointA ? columns : rows, tf.constant(0));
        Output table = adjointB ? b : tf.call("ConjugateTranspose", b, swap);
        Output right = tf.call("GatherV2", table, adjointA ? rows : columns, tf.constant(1));
        Output products = tf.call("Mul", left, tf.call("Transpose", right, swap));
        Output sums = tf.call("Sum", products, tf.constant(1));
        boolean conjugate = adjointA && sums.dtype().isComplex();
        g.dx(1, conjugate ? tf.call("Conj", sums) : sums);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
