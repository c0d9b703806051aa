package io.leat.ops.rnn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/**
 * The gradients of a layer of LSTM cells over time, of its inputs x, cs_prev, h_prev, w, wci, wcf, wco and b, from those
 * of its outputs cs and h. A state that was clipped counts as not clipped, as in TensorFlow.
 */
abstract sealed class BlockLstmGradient extends Op permits BlockLSTMGrad, BlockLSTMGradV2 {
    private static final int RESULTS = 9;
    private static final int CS_GRADIENT = 16;
    private static final int H_GRADIENT = 17;

    private final int candidateAt;

    BlockLstmGradient(int candidateAt) {
        this.candidateAt = candidateAt;
    }

    @Override
    protected final void infer(Inference c) {
        c.output(0, c.shape(1, 3));
        c.output(1, c.shape(2, 2));
        c.output(2, c.shape(3, 2));
        c.output(3, c.shape(4, 2));
        for (int i = 4; i < 8; i++) {
            c.output(i, c.shape(i + 1, 1));
        }
    }

    @Override
    protected final void compute(Compute c) {
        LstmSizes sizes = LstmSizes.of(c, 1, 3, c.attrs().bool("use_peephole"));
        LstmSizes.requireRank("seq_len_max", c.shape(0), 0);
        int time = (int) c.shape(1).dim(0);
        int steps = BlockLstmForward.steps(c.integers(0)[0], time);
        Shape states = Shape.of(time, sizes.batch(), sizes.cells());
        for (int i = RESULTS; i <= H_GRADIENT; i++) {
            if (!c.shape(i).equals(states)) {
                throw new InvalidArgumentException(
                        "input " + i + " must have the shape " + states + ", not " + c.shape(i));
            }
        }
        LstmStep step = BlockLstmForward.step(c, sizes, candidateAt, 1);
        var r = new LstmStep.Results(
                Reals.of(c, RESULTS),
                Reals.of(c, RESULTS + 1),
                Reals.of(c, RESULTS + 2),
                Reals.of(c, RESULTS + 3),
                Reals.of(c, RESULTS + 4),
                Reals.of(c, RESULTS + 5),
                Reals.of(c, RESULTS + 6));
        double[] x = Reals.of(c, 1);
        double[] cs = Reals.of(c, 2);
        double[] h = Reals.of(c, 3);
        double[] csGradient = Reals.of(c, CS_GRADIENT);
        double[] hGradient = Reals.of(c, H_GRADIENT);
        LstmStep.WeightGradients weights = LstmStep.WeightGradients.of(sizes);
        int n = sizes.states();
        double[] dx = new double[x.length];
        double[] dcs = new double[n];
        double[] dh = new double[n];
        double[] gates = new double[4 * n];
        for (int t = steps - 1; t >= 0; t--) {
            boolean first = t == 0;
            int before = first ? 0 : (t - 1) * n;
            double[] dState = plus(csGradient, t * n, dcs);
            double[] dOut = plus(hGradient, t * n, dh);
            step.backward(first ? cs : r.cs(), before, r, t * n, dState, dOut, gates, dcs, weights);
            int at = t * sizes.batch() * sizes.inputs();
            step.backwardSums(gates, x, at, first ? h : r.h(), before, weights, dx, at, dh);
        }
        DType t = c.outputDType(0);
        double[][] all = {dx, dcs, dh, weights.w(), weights.wci(), weights.wcf(), weights.wco(), weights.b()};
        for (int i = 0; i < all.length; i++) {
            // Peepholes that are not used may have any size; their gradient is 0.
            boolean unused = i >= 4 && i < 7 && !c.attrs().bool("use_peephole");
            Shape shape = c.shape(i + 1);
            c.output(i, Reals.tensor(t, shape, unused ? new double[(int) shape.size()] : all[i]));
        }
    }

    private static double[] plus(double[] values, int from, double[] more) {
        double[] sum = Reals.slice(values, from, more.length);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    @Override
    public final Accuracy accuracy() {
        return Accuracy.ulps(256);
    }
}
