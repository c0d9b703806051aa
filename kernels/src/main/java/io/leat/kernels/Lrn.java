package io.leat.kernels;

import java.util.Arrays;

/**
 * Local response normalization over the last dimension: with {@code norm[c] = bias + alpha * sum(in[j]²)} over {@code |j -
 * c| <= depthRadius}, {@code out[c] = in[c] * norm[c]^-beta}. As TensorFlow's {@code LRN} and {@code LRNGrad} but for the
 * rounding of sums and powers.
 *
 * @param depthRadius how far a window reaches to both sides, at least 0
 * @param bias added to the sum, positive
 * @param alpha factor of the sum
 * @param beta the exponent
 */
public record Lrn(int depthRadius, float bias, float alpha, float beta) {
    /** Elements of one part of a parallel loop. */
    private static final int PART = 1 << 14;

    /** Normalizes {@code pixels} rows of {@code depth} elements, dense from the offsets on. */
    public void forward(
            float[] in, int inOffset, float[] out, int outOffset, int pixels, int depth, Parallel parallel) {
        Ranges.run(pixels, Math.max(PART / Math.max(depth, 1), 1), parallel, (first, n) -> {
            float[] terms = padded(depth);
            float[] norms = new float[depth];
            for (int pixel = first; pixel < first + n; pixel++) {
                int from = inOffset + pixel * depth;
                int to = outOffset + pixel * depth;
                norms(in, from, terms, norms, depth);
                powers(norms, out, to, depth);
                for (int c = 0; c < depth; c++) {
                    out[to + c] *= in[from + c];
                }
            }
        });
    }

    /**
     * The gradient of the input, {@code inGrad[k] = grad[k] * norm[k]^-beta - 2 alpha beta in[k] * sum(grad[j] * out[j] /
     * norm[j])} over {@code |j - k| <= depthRadius}.
     *
     * @param in the input of {@link #forward}
     * @param out its output
     * @param grad the gradient of its output
     * @param inGrad receives the gradient of its input
     */
    public void gradient(
            float[] in,
            int inOffset,
            float[] out,
            int outOffset,
            float[] grad,
            int gradOffset,
            float[] inGrad,
            int inGradOffset,
            int pixels,
            int depth,
            Parallel parallel) {
        Ranges.run(pixels, Math.max(PART / Math.max(depth, 1), 1), parallel, (first, n) -> {
            float[] terms = padded(depth);
            float[] norms = new float[depth];
            float[] sums = new float[depth];
            float factor = -2 * alpha * beta;
            for (int pixel = first; pixel < first + n; pixel++) {
                int from = inOffset + pixel * depth;
                int to = inGradOffset + pixel * depth;
                int at = outOffset + pixel * depth;
                int back = gradOffset + pixel * depth;
                norms(in, from, terms, norms, depth);
                powers(norms, inGrad, to, depth);
                for (int c = 0; c < depth; c++) {
                    terms[depthRadius + c] = grad[back + c] * (factor * out[at + c] / norms[c]);
                }
                windows(terms, sums, depth);
                for (int c = 0; c < depth; c++) {
                    inGrad[to + c] = grad[back + c] * inGrad[to + c] + in[from + c] * sums[c];
                }
            }
        });
    }

    /** Room for a row between {@code depthRadius} zeros on both sides. */
    private float[] padded(int depth) {
        return new float[depth + 2 * depthRadius];
    }

    private void norms(float[] in, int from, float[] terms, float[] norms, int depth) {
        for (int c = 0; c < depth; c++) {
            terms[depthRadius + c] = in[from + c] * in[from + c];
        }
        windows(terms, norms, depth);
        for (int c = 0; c < depth; c++) {
            norms[c] = alpha * norms[c] + bias;
        }
    }

    /** {@code sums[c]} = the sum of the padded row around {@code c}. */
    private void windows(float[] terms, float[] sums, int depth) {
        Arrays.fill(sums, 0);
        for (int k = 0; k <= Math.min(2L * depthRadius, terms.length); k++) {
            for (int c = 0; c < depth; c++) {
                sums[c] += terms[k + c];
            }
        }
    }

    /** {@code out[at + c] = norms[c]^-beta}. */
    private void powers(float[] norms, float[] out, int at, int depth) {
        if (beta == 1) {
            for (int c = 0; c < depth; c++) {
                out[at + c] = 1 / norms[c];
            }
        } else if (beta == 0.5f) {
            for (int c = 0; c < depth; c++) {
                out[at + c] = 1 / (float) Math.sqrt(norms[c]);
            }
        } else if (beta == 0.75f) {
            for (int c = 0; c < depth; c++) {
                double root = Math.sqrt(norms[c]);
                out[at + c] = (float) (1 / (root * Math.sqrt(root)));
            }
        } else {
            for (int c = 0; c < depth; c++) {
                out[at + c] = (float) Math.pow(norms[c], -beta);
            }
        }
    }
}
