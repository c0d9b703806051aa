package io.leat.ops.rnn;

import io.leat.graph.Attrs;

/**
 * One step of LSTM cells in plain loops, with its gradient. With the gates' sums {@code g = [x, h'] w + b}:
 *
 * <pre>
 *   i = sigmoid(g_i + cs' wci)    f = sigmoid(g_f + forget_bias + cs' wcf)    ci = tanh(g_ci)
 *   cs = clip(i ci + f cs')       o = sigmoid(g_o + cs wco)                   co = tanh(cs)      h = o co
 * </pre>
 *
 * <p>Sources: Hochreiter and Schmidhuber 1997; Gers and Schmidhuber 2000 for the peepholes.
 *
 * @param candidateAt the place of {@code ci} among the gates: 1 for i, ci, f, o and 2 for i, f, ci, o
 */
record LstmStep(
        LstmSizes sizes,
        int candidateAt,
        double forgetBias,
        double clip,
        boolean peephole,
        double[] w,
        double[] wci,
        double[] wcf,
        double[] wco,
        double[] b) {

    /** The results of a step, or of several steps one after the other. */
    record Results(double[] i, double[] cs, double[] f, double[] o, double[] ci, double[] co, double[] h) {
        static Results of(int size) {
            return new Results(
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size]);
        }

        double[][] all() {
            return new double[][] {i, cs, f, o, ci, co, h};
        }
    }

    /** The gradients that add up over steps. */
    record WeightGradients(double[] w, double[] wci, double[] wcf, double[] wco, double[] b) {
        static WeightGradients of(LstmSizes s) {
            int wide = 4 * s.cells();
            return new WeightGradients(
                    new double[(s.inputs() + s.cells()) * wide],
                    new double[s.cells()],
                    new double[s.cells()],
                    new double[s.cells()],
                    new double[wide]);
        }
    }

    /** The forget bias of the attributes, 0 where the op has none. */
    static double forgetBias(Attrs a) {
        return a.has("forget_bias") ? a.real("forget_bias") : 0;
    }

    void forward(double[] x, int xo, double[] csPrev, double[] hPrev, int po, Results r, int to) {
        int cells = sizes.cells();
        for (int n = 0; n < sizes.batch(); n++) {
            for (int c = 0; c < cells; c++) {
                int k = n * cells + c;
                double before = csPrev[po + k];
                double i = sum(x, xo, hPrev, po, n, c) + (peephole ? before * wci[c] : 0);
                double f = sum(x, xo, hPrev, po, n, forgetAt() + c) + forgetBias + (peephole ? before * wcf[c] : 0);
                r.i[to + k] = sigmoid(i);
                r.f[to + k] = sigmoid(f);
                r.ci[to + k] = Math.tanh(sum(x, xo, hPrev, po, n, candidateAt * cells + c));
                double cs = r.i[to + k] * r.ci[to + k] + r.f[to + k] * before;
                r.cs[to + k] = clip > 0 ? Math.clamp(cs, -clip, clip) : cs;
                r.co[to + k] = Math.tanh(r.cs[to + k]);
                double o = sum(x, xo, hPrev, po, n, 3 * cells + c) + (peephole ? r.cs[to + k] * wco[c] : 0);
                r.o[to + k] = sigmoid(o);
                r.h[to + k] = r.o[to + k] * r.co[to + k];
            }
        }
    }

    private int forgetAt() {
        return (3 - candidateAt) * sizes.cells();
    }

    private double sum(double[] x, int xo, double[] h, int ho, int n, int column) {
        int wide = 4 * sizes.cells();
        double sum = b[column];
        for (int k = 0; k < sizes.inputs(); k++) {
            sum += x[xo + n * sizes.inputs() + k] * w[k * wide + column];
        }
        for (int k = 0; k < sizes.cells(); k++) {
            sum += h[ho + n * sizes.cells() + k] * w[(sizes.inputs() + k) * wide + column];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * The gradients of the gates' sums and of the state before.
     *
     * @param dh the gradient of h, with {@code dcs} of cs from outside of the step; both [batch, cells]
     * @param gates takes the gradients of the sums, [batch, 4 * cells]
     * @param csPrevGradient takes that of the state before, [batch, cells]
     * @param weights the peepholes' gradients are added to; may be those of several steps
     */
    void backward(
            double[] csPrev,
            int po,
            Results r,
            int at,
            double[] dcs,
            double[] dh,
            double[] gates,
            double[] csPrevGradient,
            WeightGradients weights) {
        int cells = sizes.cells();
        for (int n = 0; n < sizes.batch(); n++) {
            for (int c = 0; c < cells; c++) {
                int k = n * cells + c;
                double i = r.i[at + k];
                double f = r.f[at + k];
                double o = r.o[at + k];
                double ci = r.ci[at + k];
                double co = r.co[at + k];
                double before = csPrev[po + k];
                double dO = o * (1 - o) * dh[k] * co;
                double dState = (1 - co * co) * dh[k] * o + dcs[k] + (peephole ? dO * wco[c] : 0);
                double dCi = (1 - ci * ci) * dState * i;
                double dF = f * (1 - f) * dState * before;
                double dI = i * (1 - i) * dState * ci;
                int g = 4 * n * cells + c;
                gates[g] = dI;
                gates[g + candidateAt * cells] = dCi;
                gates[g + forgetAt()] = dF;
                gates[g + 3 * cells] = dO;
                csPrevGradient[k] = dState * f + (peephole ? dI * wci[c] + dF * wcf[c] : 0);
                if (peephole) {
                    weights.wci[c] += dI * before;
                    weights.wcf[c] += dF * before;
                    weights.wco[c] += dO * r.cs[at + k];
                }
            }
        }
    }

    /** Adds to the gradients of w and b, and gives those of x and of the output before. */
    void backwardSums(
            double[] gates,
            double[] x,
            int xo,
            double[] hPrev,
            int po,
            WeightGradients weights,
            double[] dx,
            int dxo,
            double[] dhPrev) {
        int wide = 4 * sizes.cells();
        for (int n = 0; n < sizes.batch(); n++) {
            for (int g = 0; g < wide; g++) {
                weights.b[g] += gates[n * wide + g];
            }
            for (int k = 0; k < sizes.inputs() + sizes.cells(); k++) {
                boolean fromX = k < sizes.inputs();
                int h = n * sizes.cells() + k - sizes.inputs();
                double value = fromX ? x[xo + n * sizes.inputs() + k] : hPrev[po + h];
                double sum = 0;
                for (int g = 0; g < wide; g++) {
                    weights.w[k * wide + g] += value * gates[n * wide + g];
                    sum += gates[n * wide + g] * w[k * wide + g];
                }
                if (fromX) {
                    dx[dxo + n * sizes.inputs() + k] = sum;
                } else {
                    dhPrev[h] = sum;
                }
            }
        }
    }
}
