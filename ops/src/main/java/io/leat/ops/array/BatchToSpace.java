package io.leat.ops.array;

import io.leat.graph.OpSpec;

/** {@code BatchToSpaceND} for images {@code [n,h,w,c]} and square blocks. */
@OpSpec("BatchToSpace(input: T, crops: Tidx) -> (output: T); T: type; block_size: int >= 2; "
        + "Tidx: {int32, int64} = DT_INT32")
public final class BatchToSpace extends BlockMovement {
    public BatchToSpace() {
        super(false, true);
    }
}
