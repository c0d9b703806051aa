package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * The least elements of the parts of each segment; the highest finite number where there are none. Segments are told
 * by numbers in any order.
 */
@OpSpec("UnsortedSegmentMin(data: T, segment_ids: Tindices, num_segments: Tnumsegments) -> (output: T); "
        + "T: realnumbertype; Tindices: {int32, int64}; Tnumsegments: {int32, int64} = DT_INT32")
public final class UnsortedSegmentMin extends UnsortedSegments {
    @Endpoint("math.unsortedSegmentMin")
    public static Output of(Ops tf, Operand data, Operand segmentIds, Operand numSegments) {
        return tf.call("UnsortedSegmentMin", data, segmentIds, numSegments);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.MIN;
    }

    @Override
    protected void gradient(Backprop b) {
        new SegmentGradients(b, false).extreme();
    }
}
