package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The products of the parts of each segment; 1 where there are none. Segments are told by numbers in any order. */
@OpSpec("UnsortedSegmentProd(data: T, segment_ids: Tindices, num_segments: Tnumsegments) -> (output: T); "
        + "T: numbertype; Tindices: {int32, int64}; Tnumsegments: {int32, int64} = DT_INT32")
public final class UnsortedSegmentProd extends UnsortedSegments {
    @Endpoint("math.unsortedSegmentProd")
    public static Output of(Ops tf, Operand data, Operand segmentIds, Operand numSegments) {
        return tf.call("UnsortedSegmentProd", data, segmentIds, numSegments);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.PROD;
    }

    @Override
    protected void gradient(Backprop b) {
        new SegmentGradients(b, false).prod();
    }
}
