package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The least elements of the rows of each segment. Segments are told by ascending numbers. */
@OpSpec("SegmentMin(data: T, segment_ids: Tindices) -> (output: T); T: realnumbertype; " + "Tindices: {int32, int64}")
public final class SegmentMin extends SortedSegments {
    @Endpoint("math.segmentMin")
    public static Output of(Ops tf, Operand data, Operand segmentIds) {
        return tf.call("SegmentMin", data, segmentIds);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.MIN;
    }

    @Override
    protected void gradient(Backprop b) {
        new SegmentGradients(b, true).extreme();
    }
}
