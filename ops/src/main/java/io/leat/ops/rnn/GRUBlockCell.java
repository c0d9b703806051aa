package io.leat.ops.rnn;

import io.leat.graph.Accuracy;
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
 * One step of GRU cells (Cho et al. 2014):
 *
 * <pre>
 *   r, u = sigmoid([x, h'] w_ru + b_ru)     c = tanh([x, h' r] w_c + b_c)     h = (1 - u) c + u h'
 * </pre>
 *
 * <p>x [batch, inputs], h' [batch, cells], w_ru [inputs + cells, 2 * cells], w_c [inputs + cells, cells]; all outputs are
 * [batch, cells].
 */
@OpSpec("GRUBlockCell(x: T, h_prev: T, w_ru: T, w_c: T, b_ru: T, b_c: T) -> (r: T, u: T, c: T, h: T); T: {float}")
public final class GRUBlockCell extends Op {
    private static final int OUTPUTS = 4;

    /** See {@link GRUBlockCell}; outputs r, u, c, h. */
    @Endpoint("nn.gruBlockCell")
    public static Node of(Ops tf, Operand x, Operand hPrev, Operand wRu, Operand wC, Operand bRu, Operand bC) {
        return tf.op("GRUBlockCell")
                .input(x)
                .input(hPrev)
                .input(wRu)
                .input(wC)
                .input(bRu)
                .input(bC)
                .add();
    }

    @Override
    protected void infer(Inference c) {
        Shape x = c.shape(0, 2);
        Shape h = c.shape(1, 2);
        Shape out = Shape.of(x.hasRank() ? x.dim(0) : Shape.ANY, h.hasRank() ? h.dim(1) : Shape.ANY);
        for (int i = 0; i < OUTPUTS; i++) {
            c.output(i, out);
        }
    }

    @Override
    protected void compute(Compute c) {
        GruSizes s = GruSizes.of(c);
        double[] x = Reals.of(c, 0);
        double[] before = Reals.of(c, 1);
        double[] wRu = Reals.of(c, 2);
        double[] wC = Reals.of(c, 3);
        double[] bRu = Reals.of(c, 4);
        double[] bC = Reals.of(c, 5);
        double[][] out = new double[OUTPUTS][s.states()];
        double[] reset = new double[s.states()];
        for (int k = 0; k < reset.length; k++) {
            int n = k / s.cells();
            int cell = k % s.cells();
            out[0][k] = sigmoid(s.sum(x, before, wRu, bRu, n, cell));
            out[1][k] = sigmoid(s.sum(x, before, wRu, bRu, n, s.cells() + cell));
            reset[k] = before[k] * out[0][k];
        }
        for (int k = 0; k < reset.length; k++) {
            double u = out[1][k];
            out[2][k] = Math.tanh(s.sum(x, reset, wC, bC, k / s.cells(), k % s.cells()));
            out[3][k] = (1 - u) * out[2][k] + u * before[k];
        }
        for (int i = 0; i < OUTPUTS; i++) {
            c.output(i, Reals.tensor(c.outputDType(i), c.shape(1), out[i]));
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    protected boolean lower(Lowering c) {
        Shape x = c.shape(0);
        Shape h = c.shape(1);
        int batch = (int) h.dim(0);
        int cells = (int) h.dim(1);
        long both = x.dim(1) + cells;
        boolean fits = batch == x.dim(0)
                && c.shape(2).equals(Shape.of(both, 2L * cells))
                && c.shape(3).equals(Shape.of(both, cells))
                && c.shape(4).equals(Shape.of(2L * cells))
                && c.shape(5).equals(Shape.of(cells));
        if (!fits) {
            return false;
        }
        Scalar p = Scalar.input(0, DType.FLOAT32);
        Scalar q = Scalar.input(1, DType.FLOAT32);
        Scalar sum = p.plus(q);
        Value before = c.input(1);
        Value sums = c.matMul(c.concat(1, List.of(c.input(0), before)), c.input(2), false, false);
        Value both2 = c.map(sum.apply(UnaryFunction.SIGMOID), sums, c.input(4));
        int[] one = {1, 1};
        Value r = c.slice(both2, new int[] {0, 0}, new int[] {batch, cells}, one);
        Value u = c.slice(both2, new int[] {0, cells}, new int[] {batch, cells}, one);
        Value reset = c.map(p.times(q), before, r);
        Value candidates = c.matMul(c.concat(1, List.of(c.input(0), reset)), c.input(3), false, false);
        Value candidate = c.map(sum.apply(UnaryFunction.TANH), candidates, c.input(5));
        Scalar u1 = p.constant(1).minus(p);
        c.output(0, r);
        c.output(1, u);
        c.output(2, candidate);
        c.output(3, c.map(u1.times(q).plus(p.times(Scalar.input(2, DType.FLOAT32))), u, candidate, before));
        return true;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
