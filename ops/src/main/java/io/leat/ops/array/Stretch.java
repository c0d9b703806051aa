package io.leat.ops.array;

import io.leat.graph.Lowering;
import io.leat.ir.Value;
import java.util.Arrays;

/** Slices along one dimension, for lowerings. */
final class Stretch {
    private Stretch() {}

    /** {@code count} slices of {@code x} along dimension {@code d}, from {@code begin} on by {@code stride}. */
    static Value of(Lowering c, Value x, int d, int begin, int count, int stride) {
        int[] from = new int[x.shape().rank()];
        int[] strides = new int[from.length];
        Arrays.fill(strides, 1);
        from[d] = begin;
        strides[d] = stride;
        return c.slice(x, from, x.shape().withDim(d, count).intDims(), strides);
    }
}
