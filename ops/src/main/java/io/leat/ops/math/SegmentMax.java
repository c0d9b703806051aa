package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The greatest elements of the rows of each segment. Segments are told by ascending numbers. */
@OpSpec("SegmentMax(data: T, segment_ids: Tindices) -> (output: T); T: realnumbertype; " + "Tindices: {int32, int64}")
public final class SegmentMax extends SortedSegments {
    @Endpoint("math.segmentMax")
    public static Output of(Ops tf, Operand data, Operand segmentIds) {
        return tf.call("SegmentMax", data, segmentIds);
    }

    @Override
    SegmentKind kind() {
        return SegmentKind.MAX;
    }

    @Override
    protected void gradient(Backprop b) {
        new SegmentGradients(b, true).extreme();
    }
}
