package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The products of the rows of each segment. Segments are told by ascending numbers. */
@OpSpec("SegmentProd(data: T, segment_ids: Tindices) -> (output: T); T: numbertype; " + "Tindices: {int32, int64}")
public final class SegmentProd extends SortedSegments {
    @Endpoint("math.segmentProd")
    public static Output of(Ops tf, Operand data, Operand segmentIds) {
        return tf.call("SegmentProd", data, segmentIds);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.PROD;
    }

    @Override
    protected void gradient(Backprop b) {
        new SegmentGradients(b, true).prod();
    }
}
