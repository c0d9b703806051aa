package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The sums of the rows of each segment. Segments are told by ascending numbers. */
@OpSpec("SegmentSum(data: T, segment_ids: Tindices) -> (output: T); T: numbertype; Tindices: {int32, int64}")
public final class SegmentSum extends SortedSegments {
    @Endpoint("math.segmentSum")
    public static Output of(Ops tf, Operand data, Operand segmentIds) {
        return tf.call("SegmentSum", data, segmentIds);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.SUM;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, new SegmentGradients(b, true).spread(b.dy(0)));
    }
}
