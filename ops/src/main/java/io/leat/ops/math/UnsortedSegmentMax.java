package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * The greatest elements of the parts of each segment; the lowest finite number where there are none. Segments are
 * told by numbers in any order.
 */
@OpSpec("UnsortedSegmentMax(data: T, segment_ids: Tindices, num_segments: Tnumsegments) -> (output: T); "
        + "T: realnumbertype; Tindices: {int32, int64}; Tnumsegments: {int32, int64} = DT_INT32")
public final class UnsortedSegmentMax extends UnsortedSegments {
    @Endpoint("math.unsortedSegmentMax")
    public static Output of(Ops tf, Operand data, Operand segmentIds, Operand numSegments) {
        return tf.call("UnsortedSegmentMax", data, segmentIds, numSegments);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.MAX;
    }

    @Override
    protected void gradient(Backprop b) {
        new SegmentGradients(b, false).extreme();
    }
}
