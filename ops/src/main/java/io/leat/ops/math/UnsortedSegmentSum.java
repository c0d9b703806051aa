package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The sums of the parts of each segment; 0 where there are none. Segments are told by numbers in any order. */
@OpSpec("UnsortedSegmentSum(data: T, segment_ids: Tindices, num_segments: Tnumsegments) -> (output: T); "
        + "T: numbertype; Tindices: {int16, int32, int64}; Tnumsegments: {int32, int64} = DT_INT32")
public final class UnsortedSegmentSum extends UnsortedSegments {
    @Endpoint("math.unsortedSegmentSum")
    public static Output of(Ops tf, Operand data, Operand segmentIds, Operand numSegments) {
        return tf.call("UnsortedSegmentSum", data, segmentIds, numSegments);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.SUM;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, new SegmentGradients(b, false).spread(b.dy(0)));
    }
}
