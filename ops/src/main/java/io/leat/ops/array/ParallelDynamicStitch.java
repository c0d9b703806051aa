package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/**
 * Slices interleaved by index: {@code merged[indices[m][i], ...] = data[m][i, ...]}. Which one of equal indices wins is
 * not said: here the last one.
 */
@OpSpec("ParallelDynamicStitch(indices: N * int32, data: N * T) -> (merged: T); N: int >= 1; T: type")
public final class ParallelDynamicStitch extends Stitching {
    @Endpoint("parallelDynamicStitch")
    public static Output of(Ops tf, List<? extends Operand> indices, List<? extends Operand> data) {
        return tf.op("ParallelDynamicStitch").inputs(indices).inputs(data).add().output(0);
    }
}
