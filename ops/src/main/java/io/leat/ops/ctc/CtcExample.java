package io.leat.ops.ctc;

import java.util.Arrays;

/**
 * The loss of one example and its gradient by the forward-backward algorithm in logarithms (Graves et al. 2006, sections
 * 4.1 and 4.2; the beta here leaves out the probability of its own step).
 *
 * @param y the probabilities [time][class]
 * @param labels with blanks around each, see {@link CtcLabels#withBlanks}
 * @param mergeRepeated whether a label that is put out several times in a row counts once
 */
record CtcExample(double[][] y, int[] labels, int blank, boolean mergeRepeated) {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    /** The loss, infinite where no path exists. */
    double loss(double[][] alpha, double[][] beta) {
        double sum = NEVER;
        for (int u = 0; u < labels.length; u++) {
            sum = add(sum, alpha[u][0] + beta[u][0]);
        }
        return -sum;
    }

    private double log(int t, int u) {
        return Math.log(y[t][labels[u]]);
    }

    private boolean inReach(int u, int t) {
        return u >= Math.max(0, labels.length - 2 * (y.length - t)) && u < Math.min(labels.length, 2 * (t + 1));
    }

    /** Whether a path may go from label u - 2 to u without the blank between them. */
    private boolean skips(int u) {
        return labels[u] != blank && !(mergeRepeated && labels[u] == labels[u - 2]);
    }

    private boolean stays(int u) {
        return mergeRepeated || labels[u] == blank;
    }

    double[][] alpha() {
        double[][] alpha = never();
        alpha[0][0] = log(0, 0);
        if (labels.length > 1) {
            alpha[1][0] = log(0, 1);
        }
        for (int t = 1; t < y.length; t++) {
            for (int u = 0; u < labels.length; u++) {
                if (inReach(u, t)) {
                    double sum = stays(u) ? alpha[u][t - 1] : NEVER;
                    if (u > 0) {
                        sum = add(sum, alpha[u - 1][t - 1]);
                    }
                    if (u > 1 && skips(u)) {
                        sum = add(sum, alpha[u - 2][t - 1]);
                    }
                    alpha[u][t] = log(t, u) + sum;
                }
            }
        }
        return alpha;
    }

    double[][] beta() {
        double[][] beta = never();
        int last = y.length - 1;
        for (int u = Math.max(0, labels.length - 2); u < labels.length; u++) {
            beta[u][last] = 0;
        }
        for (int t = last - 1; t >= 0; t--) {
            for (int u = 0; u < labels.length; u++) {
                if (inReach(u, t)) {
                    double sum = stays(u) ? beta[u][t + 1] + log(t + 1, u) : NEVER;
                    if (u + 1 < labels.length) {
                        sum = add(sum, beta[u + 1][t + 1] + log(t + 1, u + 1));
                    }
                    if (u + 2 < labels.length && skips(u + 2)) {
                        sum = add(sum, beta[u + 2][t + 1] + log(t + 1, u + 2));
                    }
                    beta[u][t] = sum;
                }
            }
        }
        return beta;
    }

    private double[][] never() {
        double[][] m = new double[labels.length][y.length];
        for (double[] row : m) {
            Arrays.fill(row, NEVER);
        }
        return m;
    }

    /** The gradient by the logits of step t; the probabilities alone where no path exists, as in TensorFlow. */
    double[] gradient(int t, double[][] alpha, double[][] beta, double loss) {
        double[] gradient = y[t].clone();
        if (loss == Double.POSITIVE_INFINITY) {
            return gradient;
        }
        double[] sums = new double[gradient.length];
        Arrays.fill(sums, NEVER);
        for (int u = 0; u < labels.length; u++) {
            sums[labels[u]] = add(sums[labels[u]], alpha[u][t] + beta[u][t]);
        }
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] -= Math.exp(sums[k] + loss);
        }
        return gradient;
    }

    /** log(exp(a) + exp(b)). */
    private static double add(double a, double b) {
        double max = Math.max(a, b);
        return max == NEVER ? NEVER : max + Math.log1p(Math.exp(Math.min(a, b) - max));
    }
}
