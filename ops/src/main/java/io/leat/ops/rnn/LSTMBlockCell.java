package io.leat.ops.rnn;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.ir.Scalar;
import io.leat.ir.UnaryFunction;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.List;

/**
 * One step of LSTM cells, with the gates in the order i, ci, f, o; see {@link LstmStep}. Inputs: x [batch, inputs]; the
 * state and output before, [batch, cells]; w [inputs + cells, 4 * cells]; the peepholes [cells]; the bias [4 * cells]. All
 * outputs are [batch, cells].
 */
@OpSpec("LSTMBlockCell(x: T, cs_prev: T, h_prev: T, w: T, wci: T, wcf: T, wco: T, b: T) -> "
        + "(i: T, cs: T, f: T, o: T, ci: T, co: T, h: T); forget_bias: float = 1.0; cell_clip: float = 3.0; "
        + "use_peephole: bool = false; T: {half, float}")
public final class LSTMBlockCell extends Op {
    private static final int OUTPUTS = 7;

    /** See {@link LSTMBlockCell}; outputs i, cs, f, o, ci, co, h. Without peepholes and with a forget bias of 1. */
    @Endpoint("nn.lstmBlockCell")
    public static Node of(
            Ops tf,
            Operand x,
            Operand csPrev,
            Operand hPrev,
            Operand w,
            Operand wci,
            Operand wcf,
            Operand wco,
            Operand b) {
        return tf.op("LSTMBlockCell")
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

    @Override
    protected void infer(Inference c) {
        Shape x = c.shape(0, 2);
        Shape cs = c.shape(1, 2);
        Shape out = Shape.of(x.hasRank() ? x.dim(0) : Shape.ANY, cs.hasRank() ? cs.dim(1) : Shape.ANY);
        for (int i = 0; i < OUTPUTS; i++) {
            c.output(i, out);
        }
    }

    @Override
    protected void compute(Compute c) {
        LstmSizes sizes = LstmSizes.of(c, 0, 2, c.attrs().bool("use_peephole"));
        LstmStep step = BlockLstmForward.step(c, sizes, 1, 0);
        LstmStep.Results r = LstmStep.Results.of(sizes.states());
        step.forward(Reals.of(c, 0), 0, Reals.of(c, 1), Reals.of(c, 2), 0, r, 0);
        for (int i = 0; i < OUTPUTS; i++) {
            c.output(i, Reals.tensor(c.outputDType(i), c.shape(1), r.all()[i]));
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        Shape x = c.shape(0);
        Shape cs = c.shape(1);
        int cells = (int) cs.dim(1);
        boolean fits = c.dtype(0) == DType.FLOAT32
                && cs.dim(0) == x.dim(0)
                && c.shape(2).equals(cs)
                && c.shape(3).equals(Shape.of(x.dim(1) + cells, 4L * cells))
                && c.shape(7).equals(Shape.of(4L * cells))
                && !c.attrs().bool("use_peephole");
        if (!fits) {
            return false;
        }
        Attrs a = c.attrs();
        Value sums = c.matMul(c.concat(1, List.of(c.input(0), c.input(2))), c.input(3), false, false);
        Scalar p = Scalar.input(0, DType.FLOAT32);
        Scalar q = Scalar.input(1, DType.FLOAT32);
        Value i = gate(c, sums, 0, p.plus(q).apply(UnaryFunction.SIGMOID));
        Value ci = gate(c, sums, 1, p.plus(q).apply(UnaryFunction.TANH));
        Value f = gate(c, sums, 2, p.plus(q).plus(a.real("forget_bias")).apply(UnaryFunction.SIGMOID));
        Value o = gate(c, sums, 3, p.plus(q).apply(UnaryFunction.SIGMOID));
        Scalar third = Scalar.input(2, DType.FLOAT32);
        Scalar state = p.times(q).plus(third.times(Scalar.input(3, DType.FLOAT32)));
        float clip = a.real("cell_clip");
        Value newState = c.map(clip > 0 ? state.max(-clip).min(clip) : state, i, ci, f, c.input(1));
        Value co = c.map(p.apply(UnaryFunction.TANH), newState);
        Value h = c.map(p.times(q), o, co);
        Value[] all = {i, newState, f, o, ci, co, h};
        for (int k = 0; k < OUTPUTS; k++) {
            c.output(k, all[k]);
        }
        return true;
    }

    /** One of the four gates: of its sums and its part of the bias. */
    private static Value gate(Lowering c, Value sums, int which, Scalar body) {
        int batch = (int) sums.shape().dim(0);
        int cells = (int) sums.shape().dim(1) / 4;
        Value part = c.slice(sums, new int[] {0, which * cells}, new int[] {batch, cells}, new int[] {1, 1});
        Value bias = c.slice(c.input(7), new int[] {which * cells}, new int[] {cells}, new int[] {1});
        return c.map(body, part, bias);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
