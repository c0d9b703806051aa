package io.leat.ops.rnn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/**
 * The gradients of a step of LSTM cells: of the state before [batch, cells], of the gates' sums [batch, 4 * cells] in the
 * order i, ci, f, o, and of the peepholes [cells]. A state that was clipped counts as not clipped, as in TensorFlow.
 */
@OpSpec("LSTMBlockCellGrad(x: T, cs_prev: T, h_prev: T, w: T, wci: T, wcf: T, wco: T, b: T, i: T, cs: T, f: T, o: T, "
        + "ci: T, co: T, cs_grad: T, h_grad: T) -> (cs_prev_grad: T, dicfo: T, wci_grad: T, wcf_grad: T, wco_grad: T); "
        + "use_peephole: bool; T: {half, float}")
public final class LSTMBlockCellGrad extends Op {
    private static final int RESULTS = 8;
    private static final int CS_GRADIENT = 14;
    private static final int H_GRADIENT = 15;

    @Override
    protected void infer(Inference c) {
        Shape x = c.shape(0, 2);
        Shape cs = c.shape(1, 2);
        long batch = x.hasRank() ? x.dim(0) : Shape.ANY;
        long cells = cs.hasRank() ? cs.dim(1) : Shape.ANY;
        c.output(0, Shape.of(batch, cells));
        c.output(1, Shape.of(batch, cells == Shape.ANY ? Shape.ANY : 4 * cells));
        for (int i = 2; i < 5; i++) {
            c.output(i, c.shape(i + 2, 1));
        }
    }

    @Override
    protected void compute(Compute c) {
        boolean peephole = c.attrs().bool("use_peephole");
        LstmSizes sizes = LstmSizes.of(c, 0, 2, peephole);
        for (int i = RESULTS; i <= H_GRADIENT; i++) {
            if (!c.shape(i).equals(c.shape(1))) {
                throw new InvalidArgumentException(
                        "input " + i + " must have the shape " + c.shape(1) + ", not " + c.shape(i));
            }
        }
        LstmStep step = BlockLstmForward.step(c, sizes, 1, 0);
        double[] unused = new double[0];
        var r = new LstmStep.Results(
                Reals.of(c, RESULTS),
                Reals.of(c, RESULTS + 1),
                Reals.of(c, RESULTS + 2),
                Reals.of(c, RESULTS + 3),
                Reals.of(c, RESULTS + 4),
                Reals.of(c, RESULTS + 5),
                unused);
        LstmStep.WeightGradients weights = LstmStep.WeightGradients.of(sizes);
        double[] gates = new double[4 * sizes.states()];
        double[] csGradient = new double[sizes.states()];
        step.backward(
                Reals.of(c, 1), 0, r, 0, Reals.of(c, CS_GRADIENT), Reals.of(c, H_GRADIENT), gates, csGradient, weights);
        c.output(0, Reals.tensor(c.outputDType(0), c.shape(1), csGradient));
        c.output(1, Reals.tensor(c.outputDType(1), Shape.of(sizes.batch(), 4L * sizes.cells()), gates));
        double[][] peepholes = {weights.wci(), weights.wcf(), weights.wco()};
        for (int i = 0; i < 3; i++) {
            Shape shape = c.shape(4 + i);
            c.output(
                    2 + i,
                    Reals.tensor(
                            c.outputDType(2 + i), shape, peephole ? peepholes[i] : new double[(int) shape.size()]));
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(128);
    }
}
