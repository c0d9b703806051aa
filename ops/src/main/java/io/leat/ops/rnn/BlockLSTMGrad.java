package io.leat.ops.rnn;

import io.leat.graph.OpSpec;

/** The gradient of {@code BlockLSTM}. */
@OpSpec("BlockLSTMGrad(seq_len_max: int64, x: T, cs_prev: T, h_prev: T, w: T, wci: T, wcf: T, wco: T, b: T, i: T, "
        + "cs: T, f: T, o: T, ci: T, co: T, h: T, cs_grad: T, h_grad: T) -> (x_grad: T, cs_prev_grad: T, "
        + "h_prev_grad: T, w_grad: T, wci_grad: T, wcf_grad: T, wco_grad: T, b_grad: T); use_peephole: bool; "
        + "T: {half, float}")
public final class BlockLSTMGrad extends BlockLstmGradient {
    public BlockLSTMGrad() {
        super(1);
    }
}
