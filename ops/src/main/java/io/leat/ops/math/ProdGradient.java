package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Constants;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.ReducedShape;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;

/**
 * The gradient of {@link Prod}: for each element the product of all others, which is right where elements are 0. The
 * reduced dimensions are brought to the front and joined; the product of the others is that of the elements before,
 * times that of the elements behind.
 */
final class ProdGradient {
    private ProdGradient() {}

    static void of(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output axes = tf.call("Reshape", b.input(1), tf.constant(new int[] {-1}));
        Output dy = ReducedShape.spread(tf, b.dy(0), x, axes);
        Output permutation = permutation(tf, x, axes);
        Output front = tf.call("Transpose", x, permutation);
        Output shape = tf.call("Shape", front);
        Output table = tf.call("Reshape", front, tableShape(tf, x, axes));
        Output before = exclusiveProduct(tf, table, false);
        Output behind = exclusiveProduct(tf, table, true);
        Output others = tf.call("Mul", Conj.of(tf, before), Conj.of(tf, behind));
        Output back =
                tf.call("Transpose", tf.call("Reshape", others, shape), tf.call("InvertPermutation", permutation));
        b.dx(0, tf.call("Reshape", tf.call("Mul", dy, back), tf.call("Shape", x)));
    }

    private static Output exclusiveProduct(Ops tf, Output table, boolean reverse) {
        return tf.op("Cumprod")
                .input(table)
                .input(tf.constant(0))
                .attr("exclusive", true)
                .attr("reverse", reverse)
                .add()
                .output(0);
    }

    /** The reduced axes, then the others. */
    private static Output permutation(Ops tf, Output x, Output axes) {
        Tensor known = axes.constantValue();
        if (known != null && x.shape().hasRank()) {
            int rank = x.shape().rank();
            boolean[] reduced = reduced(known, rank);
            int[] order = new int[rank];
            int n = 0;
            for (int pass = 0; pass < 2; pass++) {
                for (int d = 0; d < rank; d++) {
                    if (reduced[d] == (pass == 0)) {
                        order[n++] = d;
                    }
                }
            }
            return tf.constant(order);
        }
        Output rank = tf.call("Rank", x);
        Output front = positive(tf, axes, rank);
        Output all = tf.call("Range", tf.constant(0), rank, tf.constant(1));
        Output rest = tf.call("ListDiff", all, front);
        return tf.op("ConcatV2")
                .inputs(List.of(front, rest))
                .input(tf.constant(0))
                .add()
                .output(0);
    }

    private static Output positive(Ops tf, Output axes, Output rank) {
        return tf.call("FloorMod", tf.call("AddV2", Cast.of(tf, axes, rank.dtype()), rank), rank);
    }

    private static boolean[] reduced(Tensor axes, int rank) {
        boolean[] mask = new boolean[rank];
        for (long a : Constants.integers(axes)) {
            mask[Constants.axis(a, rank)] = true;
        }
        return mask;
    }

    /** The number of elements that are multiplied, and -1: how many times that is done. */
    private static Output tableShape(Ops tf, Output x, Output axes) {
        Tensor known = axes.constantValue();
        Shape s = x.shape();
        if (known != null && s.isFullyKnown()) {
            boolean[] reduced = reduced(known, s.rank());
            int[] table = {1, 1};
            for (int d = 0; d < s.rank(); d++) {
                table[reduced[d] ? 0 : 1] *= (int) s.dim(d);
            }
            return tf.constant(table);
        }
        Output shape = tf.call("Shape", x);
        Output front = positive(tf, axes, tf.call("Rank", x));
        Output rest = tf.call("ListDiff", tf.call("Range", tf.constant(0), tf.call("Rank", x), tf.constant(1)), front);
        return tf.op("Pack")
                .inputs(List.of(product(tf, shape, front), product(tf, shape, rest)))
                .add()
                .output(0);
    }

    private static Output product(Ops tf, Output shape, Output dims) {
        return tf.call("Prod", tf.call("GatherV2", shape, dims, tf.constant(0)), tf.constant(0));
    }
}
