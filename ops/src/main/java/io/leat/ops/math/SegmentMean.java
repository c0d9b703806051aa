package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/**
 * The means of the rows of each segment; of integers rounded towards zero. Segments are told by ascending numbers.
 */
@OpSpec("SegmentMean(data: T, segment_ids: Tindices) -> (output: T); T: numbertype; " + "Tindices: {int32, int64}")
public final class SegmentMean extends SortedSegments {
    @Endpoint("math.segmentMean")
    public static Output of(Ops tf, Operand data, Operand segmentIds) {
        return tf.call("SegmentMean", data, segmentIds);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.SUM;
    }

    @Override
    boolean isMean() {
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output ids = b.input(1);
        Output rank = tf.call("Rank", b.input(0));
        Output more = tf.call("ExpandDims", tf.call("Sub", rank, tf.constant(1)), tf.constant(0));
        Output column = tf.op("ConcatV2")
                .inputs(List.of(tf.call("Shape", ids), tf.call("Fill", more, tf.constant(1))))
                .input(tf.constant(0))
                .add()
                .output(0);
        Output ones = tf.call("Fill", column, tf.constant(1, b.dy(0).dtype()));
        Output share = tf.call("RealDiv", b.dy(0), tf.call("SegmentSum", ones, ids));
        b.dx(0, new SegmentGradients(b, true).spread(share));
    }
}
