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
            Block block = new Block(depth);
            for (int done = 0; done < n; done += block.pixels) {
                int some = Math.min(block.pixels, n - done);
                int from = inOffset + (first + done) * depth;
                int to = outOffset + (first + done) * depth;
                block.norms(in, from, some);
                block.powers();
                for (int p = 0; p < some; p++) {
                    FloatSpans.product(in, from + p * depth, block.powers, p * block.row, depth, out, to + p * depth);
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
            Block block = new Block(depth);
            for (int done = 0; done < n; done += block.pixels) {
                int some = Math.min(block.pixels, n - done);
                int at = (first + done) * depth;
                block.norms(in, inOffset + at, some);
                block.powers();
                for (int p = 0; p < some; p++) {
                    int pixel = at + p * depth;
                    int row = p * block.row;
                    int to = inGradOffset + pixel;
                    FloatSpans.product(grad, gradOffset + pixel, block.powers, row, depth, inGrad, to);
                    FloatSpans.product(grad, gradOffset + pixel, out, outOffset + pixel, depth, block.factors, row);
                }
                block.sumFactors(some);
                for (int p = 0; p < some; p++) {
                    int pixel = at + p * depth;
                    FloatSpans.addProduct(
                            in, inOffset + pixel, block.sums, p * block.row, depth, inGrad, inGradOffset + pixel);
                }
            }
        });
    }

    /**
     * Room for some pixels, each a row between {@code depthRadius} zeros on both sides, so that one loop adds up the windows
     * of all. In the sums and what comes of them a pixel begins where its row does; behind it stands what nobody reads.
     */
    private final class Block {
        private static final int ELEMENTS = 1024;

        final int row;
        final int pixels;
        final float[] powers;
        final float[] factors;
        final float[] sums;
        private final int depth;
        private final float[] terms;

        Block(int depth) {
            this.depth = depth;
            row = depth + 2 * depthRadius;
            pixels = Math.max(ELEMENTS / Math.max(row, 1), 1);
            terms = new float[pixels * row];
            sums = new float[pixels * row];
            powers = new float[pixels * row];
            factors = new float[pixels * row];
        }

        /** Leaves the norms of {@code some} pixels in {@link #sums}. */
        void norms(float[] in, int from, int some) {
            for (int p = 0; p < some; p++) {
                int pixel = from + p * depth;
                FloatSpans.product(in, pixel, in, pixel, depth, terms, p * row + depthRadius);
            }
            sumTerms();
            for (int i = 0; i < sums.length; i++) {
                sums[i] = alpha * sums[i] + bias;
            }
        }

        /** Replaces the norms by the sums of {@code -2 alpha beta factors / norms}. */
        void sumFactors(int some) {
            float factor = -2 * alpha * beta;
            for (int i = 0; i < sums.length; i++) {
                factors[i] = factors[i] * (factor / sums[i]);
            }
            for (int p = 0; p < some; p++) {
                System.arraycopy(factors, p * row, terms, p * row + depthRadius, depth);
            }
            sumTerms();
        }

        private void sumTerms() {
            Arrays.fill(sums, 0);
            FloatSpans.add(terms, 0, 2 * depthRadius + 1, 1, sums.length - 2 * depthRadius, sums, 0);
        }

        /** {@code norms^-beta}. */
        void powers() {
            if (beta == 1) {
                for (int i = 0; i < sums.length; i++) {
                    powers[i] = 1 / sums[i];
                }
            } else if (beta == 0.5f) {
                for (int i = 0; i < sums.length; i++) {
                    powers[i] = 1 / (float) Math.sqrt(sums[i]);
                }
            } else if (beta == 0.75f) {
                for (int i = 0; i < sums.length; i++) {
                    powers[i] = (float) Math.sqrt(sums[i]);
                }
                for (int i = 0; i < sums.length; i++) {
                    powers[i] = 1 / (powers[i] * (float) Math.sqrt(powers[i]));
                }
            } else {
                FloatElementary.log(sums, 0, powers, 0, sums.length);
                for (int i = 0; i < sums.length; i++) {
                    powers[i] *= -beta;
                }
                FloatElementary.exp(powers, 0, powers, 0, sums.length);
            }
        }
    }
}
