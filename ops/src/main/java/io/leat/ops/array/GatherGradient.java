package io.leat.ops.array;

import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import java.util.List;

/**
 * The gradient of a gather that is not along the first dimension: the gathered dimensions are brought behind those of the
 * batch, rows of equal index are summed, and the dimensions are moved back.
 *
 * @param axis the gathered dimension of {@code params}, whose rank is known
 * @param batch the number of batch dimensions
 */
record GatherGradient(Ops tf, Output params, Output indices, int axis, int batch) {
    Output of(Output dy) {
        int rank = params.shape().rank();
        Output shape = tf.call("Shape", params);
        Output all = tf.constant(new int[] {-1});
        Output values = tf.call("Reshape", dy, joined(part(shape, 0, axis), all, part(shape, axis + 1, rank)));
        Output moved = tf.call("Transpose", values, tf.constant(front(rank)));
        Output outer = part(shape, 0, batch);
        Output inner = joined(part(shape, batch, axis), part(shape, axis + 1, rank));
        Output count = part(shape, axis, axis + 1);
        Output batches = tf.op("Prod")
                .input(outer)
                .input(tf.constant(new int[] {0}))
                .attr("keep_dims", true)
                .add()
                .output(0);
        Output rows = tf.call("Reshape", moved, joined(all, inner));
        Output number = tf.call("Reshape", tf.call("Mul", count, batches), tf.constant(new int[0]));
        Output summed = tf.call("UnsortedSegmentSum", rows, numbers(batches, count), number);
        Output whole = tf.call("Reshape", summed, joined(outer, count, inner));
        return tf.call("Reshape", tf.call("Transpose", whole, tf.constant(back(rank))), shape);
    }

    /** The indices as a vector, each with the number of the first row of its batch added. */
    private Output numbers(Output batches, Output count) {
        DType type = indices.dtype() == DType.INT64 ? DType.INT64 : DType.INT32;
        Output wide = cast(indices, type);
        if (batch == 0) {
            return tf.call("Reshape", wide, tf.constant(new int[] {-1}));
        }
        Output n = tf.call("Reshape", batches, tf.constant(new int[0]));
        Output each = tf.call("Mul", tf.call("Range", tf.constant(0), n, tf.constant(1)), count);
        Output column = tf.call("Reshape", each, tf.constant(-1, 1));
        Output perBatch = tf.call("Reshape", wide, joined(batches, tf.constant(new int[] {-1})));
        return tf.call("Reshape", tf.call("AddV2", perBatch, cast(column, type)), tf.constant(new int[] {-1}));
    }

    private Output cast(Output x, DType type) {
        return x.dtype() == type
                ? x
                : tf.op("Cast").input(x).attr("DstT", type).add().output(0);
    }

    private Output part(Output vector, int from, int to) {
        return tf.call("Slice", vector, tf.constant(new int[] {from}), tf.constant(new int[] {to - from}));
    }

    private Output joined(Output... vectors) {
        return ConcatV2.of(tf, List.of(vectors), 0);
    }

    private int[] front(int rank) {
        int[] out = new int[rank];
        for (int i = 0; i < rank; i++) {
            out[i] = i == batch ? axis : i > batch && i <= axis ? i - 1 : i;
        }
        return out;
    }

    private int[] back(int rank) {
        int[] out = new int[rank];
        for (int i = 0; i < rank; i++) {
            out[i] = i == axis ? batch : i >= batch && i < axis ? i + 1 : i;
        }
        return out;
    }
}
