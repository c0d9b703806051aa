package io.leat.ops.rnn;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.kernels.LstmLayer;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/**
 * A layer of LSTM cells over time. Inputs: {@code seq_len_max}, a scalar; x [time, batch, inputs]; the state and output
 * before, [batch, cells]; w [inputs + cells, 4 * cells]; the peepholes [cells]; the bias [4 * cells]. The outputs i, cs,
 * f, o, ci, co and h are [time, batch, cells], 0 from step {@code seq_len_max} on. See {@link LstmStep} for the formula.
 */
abstract sealed class BlockLstmForward extends Op permits BlockLSTM, BlockLSTMV2 {
    private static final int CS = 1;
    private static final int H = 6;

    private final int candidateAt;
    private final String gradient;

    BlockLstmForward(int candidateAt, String gradient) {
        this.candidateAt = candidateAt;
        this.gradient = gradient;
    }

    @Override
    protected final void infer(Inference c) {
        Shape x = c.shape(1, 3);
        Shape b = c.shape(8, 1);
        Shape out = Shape.UNKNOWN;
        if (x.hasRank() && b.hasRank()) {
            long cells = b.dim(0) == Shape.ANY ? Shape.ANY : b.dim(0) / 4;
            out = Shape.of(x.dim(0), x.dim(1), cells);
        }
        for (int i = 0; i <= H; i++) {
            c.output(i, out);
        }
    }

    static int steps(long asked, long time) {
        if (asked < 0 || asked > time) {
            throw new InvalidArgumentException(
                    "seq_len_max must be from 0 to " + time + ", the steps of x, not " + asked);
        }
        return (int) asked;
    }

    static LstmStep step(Compute c, LstmSizes sizes, int candidateAt, int first) {
        Attrs a = c.attrs();
        return new LstmStep(
                sizes,
                candidateAt,
                LstmStep.forgetBias(a),
                a.has("cell_clip") ? a.real("cell_clip") : 0,
                a.bool("use_peephole"),
                Reals.of(c, first + 3),
                Reals.of(c, first + 4),
                Reals.of(c, first + 5),
                Reals.of(c, first + 6),
                Reals.of(c, first + 7));
    }

    @Override
    protected final void compute(Compute c) {
        LstmSizes sizes = LstmSizes.of(c, 1, 3, c.attrs().bool("use_peephole"));
        LstmSizes.requireRank("seq_len_max", c.shape(0), 0);
        int time = (int) c.shape(1).dim(0);
        int steps = steps(c.integers(0)[0], time);
        LstmStep step = step(c, sizes, candidateAt, 1);
        double[] x = Reals.of(c, 1);
        double[] cs = Reals.of(c, 2);
        double[] h = Reals.of(c, 3);
        int n = sizes.states();
        LstmStep.Results r = LstmStep.Results.of(time * n);
        for (int t = 0; t < steps; t++) {
            boolean first = t == 0;
            step.forward(
                    x,
                    t * sizes.batch() * sizes.inputs(),
                    first ? cs : r.cs(),
                    first ? h : r.h(),
                    first ? 0 : (t - 1) * n,
                    r,
                    t * n);
        }
        Shape shape = Shape.of(time, sizes.batch(), sizes.cells());
        for (int i = 0; i <= H; i++) {
            c.output(i, Reals.tensor(c.outputDType(i), shape, r.all()[i]));
        }
    }

    @Override
    protected final boolean lower(Lowering c) {
        Attrs a = c.attrs();
        Shape x = c.shape(1);
        Shape w = c.shape(4);
        Shape cs = c.shape(2);
        boolean fits = c.dtype(1) == DType.FLOAT32
                && x.rank() == 3
                && cs.equals(Shape.of(x.dim(1), w.dim(1) / 4))
                && c.shape(3).equals(cs)
                && w.equals(Shape.of(x.dim(2) + cs.dim(1), 4 * cs.dim(1)))
                && c.shape(8).equals(Shape.of(4 * cs.dim(1)))
                && c.shape(0).rank() == 0;
        if (!fits || a.bool("use_peephole") && !peepholesFit(c, cs.dim(1))) {
            return false; // the plain meaning says what is wrong
        }
        var layer = new LstmLayer(
                (int) x.dim(1),
                (int) x.dim(2),
                (int) cs.dim(1),
                candidateAt,
                (float) LstmStep.forgetBias(a),
                a.real("cell_clip"),
                a.bool("use_peephole"));
        int time = (int) x.dim(0);
        c.libraryOutputs(
                name(),
                (in, out, parallel) -> layer.forward(
                        time,
                        steps(((long[]) in[0])[0], time),
                        (float[]) in[1],
                        (float[]) in[2],
                        (float[]) in[3],
                        new LstmLayer.Weights(
                                (float[]) in[4], (float[]) in[5], (float[]) in[6], (float[]) in[7], (float[]) in[8]),
                        new LstmLayer.Results(
                                (float[]) out[0],
                                (float[]) out[1],
                                (float[]) out[2],
                                (float[]) out[3],
                                (float[]) out[4],
                                (float[]) out[5],
                                (float[]) out[6]),
                        parallel),
                c.allInputs().toArray(io.leat.ir.Value[]::new));
        return true;
    }

    private static boolean peepholesFit(Lowering c, long cells) {
        Shape one = Shape.of(cells);
        return c.shape(5).equals(one) && c.shape(6).equals(one) && c.shape(7).equals(one);
    }

    /** TensorFlow's: of cs and h alone; the gates' outputs carry none. */
    @Override
    protected final void gradient(Backprop b) {
        var node = b.tf().op(gradient);
        for (int i = 0; i < 9; i++) {
            node.input(b.input(i));
        }
        for (int i = 0; i <= H; i++) {
            node.input(b.output(i));
        }
        node.input(b.dy(CS)).input(b.dy(H)).attr("use_peephole", b.attrs().bool("use_peephole"));
        Node gradients = node.add();
        for (int i = 1; i < 9; i++) {
            b.dx(i, gradients.output(i - 1));
        }
    }

    @Override
    public final Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
