package io.leat.ops.linalg;

import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import java.util.List;

/** Nodes of matrix products and their like, for gradients. */
final class Products {
    private final Ops tf;

    Products(Ops tf) {
        this.tf = tf;
    }

    Output multiply(Output a, Output b) {
        return multiply(a, b, false, false);
    }

    /** The product of matrices, or of their conjugate transposes. */
    Output multiply(Output a, Output b, boolean adjointA, boolean adjointB) {
        return tf.op("BatchMatMulV2")
                .input(a)
                .input(b)
                .attr("adj_x", adjointA)
                .attr("adj_y", adjointB)
                .add()
                .output(0);
    }

    Output adjoint(Output a) {
        Shape s = a.shape();
        if (s.hasRank()) {
            int[] p = new int[s.rank()];
            for (int i = 0; i < p.length; i++) {
                p[i] = i;
            }
            p[p.length - 1] = p.length - 2;
            p[p.length - 2] = p.length - 1;
            return tf.call("ConjugateTranspose", a, tf.constant(p));
        }
        Output rank = tf.call("Rank", a);
        Output last = tf.call("Sub", rank, tf.constant(1));
        Output before = tf.call("Sub", rank, tf.constant(2));
        Output leading = tf.call("Range", tf.constant(0), before, tf.constant(1));
        Output axis = tf.constant(new int[] {1});
        Output swapped = tf.op("ConcatV2")
                .inputs(List.of(leading, tf.call("Reshape", last, axis), tf.call("Reshape", before, axis)))
                .input(tf.constant(0))
                .add()
                .output(0);
        return tf.call("ConjugateTranspose", a, swapped);
    }

    Output plusAdjoint(Output a) {
        return tf.call("Add", a, adjoint(a));
    }

    Output minusAdjoint(Output a) {
        return tf.call("Sub", a, adjoint(a));
    }

    /** Columns {@code from} to {@code to} of matrices; 0 for the end. */
    Output columns(Output a, int from, int to) {
        return tf.op("StridedSlice")
                .input(a)
                .input(tf.constant(0, from))
                .input(tf.constant(0, to))
                .input(tf.constant(1, 1))
                .attr("ellipsis_mask", 1)
                .attr("end_mask", to == 0 ? 2 : 0)
                .add()
                .output(0);
    }

    /** 1/x, and 0 for 0. */
    Output safeReciprocal(Output x) {
        return tf.call("DivNoNan", tf.call("OnesLike", x), x);
    }

    /** The differences {@code x_j - x_i} of the elements of vectors, as matrices of their reciprocals, 0 on the diagonal. */
    Output reciprocalDifferences(Output x) {
        Output d = tf.call("Sub", tf.call("ExpandDims", x, tf.constant(-2)), tf.call("ExpandDims", x, tf.constant(-1)));
        return tf.call("MatrixSetDiag", safeReciprocal(d), tf.call("ZerosLike", x));
    }

    /** Numbers [...] as [..., 1, 1]. */
    Output asMatrices(Output x) {
        return tf.call("ExpandDims", tf.call("ExpandDims", x, tf.constant(-1)), tf.constant(-1));
    }

    /** The gradient {@code d} of {@code x}, summed over the batch dimensions in which {@code x} was repeated. */
    Output sumToBatch(Output d, Output x, Output other) {
        Shape s = x.shape();
        Shape o = other.shape();
        if (s.isFullyKnown() && o.isFullyKnown() && MatrixOp.batch(s).equals(MatrixOp.batch(o))) {
            return d;
        }
        Output shape = tf.call("Shape", x);
        Output axes = tf.call("BroadcastGradientArgs", batch(shape), batch(tf.call("Shape", other)));
        return tf.call("Reshape", tf.call("Sum", d, axes), shape);
    }

    private Output batch(Output shape) {
        return tf.op("StridedSlice")
                .input(shape)
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {-2}))
                .input(tf.constant(new int[] {1}))
                .attr("begin_mask", 1)
                .add()
                .output(0);
    }
}
