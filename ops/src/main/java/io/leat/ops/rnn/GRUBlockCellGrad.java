package io.leat.ops.rnn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The gradients of a step of GRU cells: of x, of the output before, and of the sums behind c and behind r and u. */
@OpSpec("GRUBlockCellGrad(x: T, h_prev: T, w_ru: T, w_c: T, b_ru: T, b_c: T, r: T, u: T, c: T, d_h: T) -> "
        + "(d_x: T, d_h_prev: T, d_c_bar: T, d_r_bar_u_bar: T); T: {float}")
public final class GRUBlockCellGrad extends Op {
    @Override
    protected void infer(Inference c) {
        Shape x = c.shape(0, 2);
        Shape h = c.shape(1, 2);
        Shape w = c.shape(2, 2);
        long batch = x.hasRank() ? x.dim(0) : Shape.ANY;
        long cells = h.hasRank() ? h.dim(1) : Shape.ANY;
        c.output(0, x);
        c.output(1, Shape.of(batch, cells));
        c.output(2, Shape.of(batch, cells));
        c.output(3, Shape.of(batch, w.hasRank() ? w.dim(1) : Shape.ANY));
    }

    @Override
    protected void compute(Compute c) {
        GruSizes s = GruSizes.of(c);
        for (int i = 6; i < 10; i++) {
            if (!c.shape(i).equals(c.shape(1))) {
                throw new InvalidArgumentException(
                        "input " + i + " must have the shape " + c.shape(1) + ", not " + c.shape(i));
            }
        }
        double[] before = Reals.of(c, 1);
        double[] wRu = Reals.of(c, 2);
        double[] wC = Reals.of(c, 3);
        double[] r = Reals.of(c, 6);
        double[] u = Reals.of(c, 7);
        double[] candidate = Reals.of(c, 8);
        double[] dh = Reals.of(c, 9);
        int cells = s.cells();
        int n = s.states();
        double[] dCandidate = new double[n];
        double[] dBoth = new double[2 * n];
        double[] dReset = new double[n];
        for (int k = 0; k < n; k++) {
            dCandidate[k] = dh[k] * (1 - u[k]) * (1 - candidate[k] * candidate[k]);
        }
        for (int k = 0; k < n; k++) {
            int example = k / cells;
            int cell = k % cells;
            dReset[k] = GruSizes.back(dCandidate, wC, example, s.inputs() + cell, cells);
            dBoth[2 * example * cells + cell] = dReset[k] * before[k] * r[k] * (1 - r[k]);
            dBoth[2 * example * cells + cells + cell] = dh[k] * (before[k] - candidate[k]) * u[k] * (1 - u[k]);
        }
        double[] dx = new double[s.batch() * s.inputs()];
        for (int k = 0; k < dx.length; k++) {
            int example = k / s.inputs();
            int column = k % s.inputs();
            dx[k] = GruSizes.back(dCandidate, wC, example, column, cells)
                    + GruSizes.back(dBoth, wRu, example, column, 2 * cells);
        }
        double[] dBefore = new double[n];
        for (int k = 0; k < n; k++) {
            double fromGates = GruSizes.back(dBoth, wRu, k / cells, s.inputs() + k % cells, 2 * cells);
            dBefore[k] = dh[k] * u[k] + dReset[k] * r[k] + fromGates;
        }
        c.output(0, tensor(c, 0, c.shape(0), dx));
        c.output(1, tensor(c, 1, c.shape(1), dBefore));
        c.output(2, tensor(c, 2, c.shape(1), dCandidate));
        c.output(3, tensor(c, 3, Shape.of(s.batch(), 2L * cells), dBoth));
    }

    private static Tensor tensor(Compute c, int output, Shape shape, double[] values) {
        return Reals.tensor(c.outputDType(output), shape, values);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(128);
    }
}
