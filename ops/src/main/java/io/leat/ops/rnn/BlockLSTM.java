package io.leat.ops.rnn;

import io.leat.graph.Endpoint;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;

/** A layer of LSTM cells over time, with the gates in the order i, ci, f, o. */
@OpSpec("BlockLSTM(seq_len_max: int64, x: T, cs_prev: T, h_prev: T, w: T, wci: T, wcf: T, wco: T, b: T) -> "
        + "(i: T, cs: T, f: T, o: T, ci: T, co: T, h: T); forget_bias: float = 1.0; cell_clip: float = 3.0; "
        + "use_peephole: bool = false; T: {half, float}")
public final class BlockLSTM extends BlockLstmForward {
    public BlockLSTM() {
        super(1, "BlockLSTMGrad");
    }

    /** See {@link BlockLSTM}; outputs i, cs, f, o, ci, co, h. Without peepholes and with a forget bias of 1. */
    @Endpoint("nn.blockLstm")
    public static Node of(
            Ops tf,
            Operand seqLenMax,
            Operand x,
            Operand csPrev,
            Operand hPrev,
            Operand w,
            Operand wci,
            Operand wcf,
            Operand wco,
            Operand b) {
        return tf.op("BlockLSTM")
                .input(seqLenMax)
                .input(x)
                .input(csPrev)
                .input(hPrev)
                .input(w)
                .input(wci)
                .input(wcf)
                .input(wco)
                .input(b)
                .add();
    }
}
