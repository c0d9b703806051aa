package io.leat.kernels;

/**
 * A layer of LSTM cells over time, in float32. Arrays over time are {@code [time, batch, …]}, those over the batch
 * {@code [batch, …]}; the weights are {@code [inputs + cells, 4 * cells]}, the gates side by side.
 *
 * @param candidateAt the place of the gate {@code ci} among the four: 1 for the order i, ci, f, o and 2 for i, f, ci, o
 * @param clip the states' largest magnitude; none if it is not positive
 * @param peephole whether the gates see the state, by the weights {@code wci, wcf, wco}
 */
public record LstmLayer(
        int batch, int inputs, int cells, int candidateAt, float forgetBias, float clip, boolean peephole) {

    /** The arrays of results, each {@code [time, batch, cells]}: gates, states and outputs. */
    public record Results(float[] i, float[] cs, float[] f, float[] o, float[] ci, float[] co, float[] h) {
        private float[][] all() {
            return new float[][] {i, cs, f, o, ci, co, h};
        }
    }

    /** The weights: {@code w}, the peepholes {@code [cells]} and the bias {@code [4 * cells]}. */
    public record Weights(float[] w, float[] wci, float[] wcf, float[] wco, float[] b) {}

    /**
     * Runs {@code steps} steps of at most {@code time}; results of later steps are 0.
     *
     * @param x {@code [time, batch, inputs]}
     * @param cs the state before the first step
     * @param h the output before the first step
     */
    public void forward(
            int time, int steps, float[] x, float[] cs, float[] h, Weights weights, Results out, Parallel parallel) {
        int n = batch * cells;
        int wide = 4 * cells;
        float[] gates = new float[steps * batch * wide];
        int rows = steps * batch;
        Gemm.sgemm(false, false, rows, wide, inputs, x, 0, inputs, weights.w, 0, wide, false, gates, 0, wide, parallel);
        for (int t = 0; t < steps; t++) {
            float[] before = t == 0 ? h : out.h;
            int from = t == 0 ? 0 : (t - 1) * n;
            int at = t * batch * wide;
            Gemm.sgemm(
                    false,
                    false,
                    batch,
                    wide,
                    cells,
                    before,
                    from,
                    cells,
                    weights.w,
                    inputs * wide,
                    wide,
                    true,
                    gates,
                    at,
                    wide,
                    parallel);
            step(gates, at, t == 0 ? cs : out.cs, from, weights, out, t * n);
        }
        for (float[] r : out.all()) {
            java.util.Arrays.fill(r, steps * n, time * n, 0);
        }
    }

    private void step(float[] gates, int at, float[] before, int from, Weights w, Results r, int to) {
        int n = batch * cells;
        int forgetAt = 3 - candidateAt;
        for (int b = 0; b < batch; b++) {
            int g = at + 4 * b * cells;
            for (int c = 0; c < cells; c++) {
                int k = b * cells + c;
                float state = before[from + k];
                float in = gates[g + c] + w.b[c];
                float forget = gates[g + forgetAt * cells + c] + w.b[forgetAt * cells + c] + forgetBias;
                r.i[to + k] = peephole ? in + state * w.wci[c] : in;
                r.f[to + k] = peephole ? forget + state * w.wcf[c] : forget;
                r.ci[to + k] = gates[g + candidateAt * cells + c] + w.b[candidateAt * cells + c];
                r.o[to + k] = gates[g + 3 * cells + c] + w.b[3 * cells + c];
            }
        }
        FloatElementary.sigmoid(r.i, to, r.i, to, n);
        FloatElementary.sigmoid(r.f, to, r.f, to, n);
        FloatElementary.tanh(r.ci, to, r.ci, to, n);
        for (int k = 0; k < n; k++) {
            float state = r.i[to + k] * r.ci[to + k] + r.f[to + k] * before[from + k];
            if (clip > 0) {
                state = Math.min(Math.max(state, -clip), clip);
            }
            r.cs[to + k] = state;
            if (peephole) {
                r.o[to + k] += state * w.wco[k % cells];
            }
        }
        FloatElementary.tanh(r.cs, to, r.co, to, n);
        FloatElementary.sigmoid(r.o, to, r.o, to, n);
        for (int k = 0; k < n; k++) {
            r.h[to + k] = r.o[to + k] * r.co[to + k];
        }
    }
}
