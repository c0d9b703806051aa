package io.leat.ops.array;

import io.leat.graph.OpSpec;

/** {@code SpaceToBatchND} for images {@code [n,h,w,c]} and square blocks. */
@OpSpec("SpaceToBatch(input: T, paddings: Tpaddings) -> (output: T); T: type; "
        + "Tpaddings: {int32, int64} = DT_INT32; block_size: int >= 2")
public final class SpaceToBatch extends BlockMovement {
    public SpaceToBatch() {
        super(true, true);
    }
}
