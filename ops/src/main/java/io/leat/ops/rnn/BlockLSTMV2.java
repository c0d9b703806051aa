package io.leat.ops.rnn;

import io.leat.graph.OpSpec;

/** A layer of LSTM cells over time, with the gates in the order i, f, ci, o and no forget bias. */
@OpSpec("BlockLSTMV2(seq_len_max: int64, x: T, cs_prev: T, h_prev: T, w: T, wci: T, wcf: T, wco: T, b: T) -> "
        + "(i: T, cs: T, f: T, o: T, ci: T, co: T, h: T); cell_clip: float = 0.0; use_peephole: bool = false; "
        + "T: {half, float}")
public final class BlockLSTMV2 extends BlockLstmForward {
    public BlockLSTMV2() {
        super(2, "BlockLSTMGradV2");
    }
}
