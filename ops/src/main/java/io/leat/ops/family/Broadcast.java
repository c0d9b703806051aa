package io.leat.ops.family;

import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;

/** Broadcasting by NumPy's rules: index arithmetic for plain meanings, and the way back for gradients. */
public final class Broadcast {
    private Broadcast() {}

    /**
     * For each element of {@code to}, in row-major order, the element of a tensor of shape {@code from} that it comes
     * from.
     */
    public static int[] indices(Shape from, Shape to) {
        int rank = to.rank();
        int[] dims = to.intDims();
        int[] strides = new int[rank];
        int stride = 1;
        for (int i = rank - 1, j = from.rank() - 1; j >= 0; i--, j--) {
            strides[i] = from.dim(j) == 1 ? 0 : stride;
            stride *= (int) from.dim(j);
        }
        int[] out = new int[Math.toIntExact(to.size())];
        int[] at = new int[rank];
        int index = 0;
        for (int n = 0; n < out.length; n++) {
            out[n] = index;
            for (int d = rank - 1; d >= 0; d--) {
                index += strides[d];
                if (++at[d] < dims[d]) {
                    break;
                }
                index -= at[d] * strides[d];
                at[d] = 0;
            }
        }
        return out;
    }

    /**
     * {@code dy}, a gradient in the broadcast shape of {@code a} and {@code b}, summed back to the shape of {@code a}.
     */
    public static Output sumTo(Ops tf, Output dy, Output a, Output b) {
        if (a.shape().isFullyKnown()
                && (a.shape().equals(dy.shape())
                        || b.shape().isFullyKnown() && a.shape().equals(b.shape()))) {
            return dy;
        }
        Output shape = tf.call("Shape", a);
        Output axes = tf.call("BroadcastGradientArgs", shape, tf.call("Shape", b));
        return tf.call("Reshape", tf.call("Sum", dy, axes), shape);
    }
}
