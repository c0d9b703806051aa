package io.leat.kernels;

import java.util.Arrays;

/** A reduction of doubles. */
final class DoubleReduction extends Reduction<double[]> {

    private static final int BLOCK = 2048;
    private static final int LANES = 16;

    private final Reduce.Kind kind;
    private final double[] x;
    private final int xo;
    private final double[] y;
    private final int yo;

    DoubleReduction(Reduce.Kind kind, double[] x, int xo, double[] y, int yo, int outer, int mid, int inner) {
        super(outer, mid, inner);
        this.kind = kind;
        this.x = x;
        this.xo = xo;
        this.y = y;
        this.yo = yo;
    }

    @Override
    double[] partials(int n) {
        return new double[n];
    }

    @Override
    void rows(int from, int to) {
        for (int r = from; r < to; r++) {
            y[yo + r] = finished(value(kind, x, xo + r * mid, mid));
        }
    }

    @Override
    void range(int from, int n, double[] partials, int at) {
        partials[at] = value(kind, x, xo + from, n);
    }

    /** In blocks; within a block, element {@code i} goes to lane {@code i % 16} and the lanes are folded as a tree. */
    static double value(Reduce.Kind kind, double[] x, int o, int n) {
        double value = kind.identity();
        if (n < LANES) {
            for (int i = 0; i < n; i++) {
                double v = x[o + i];
                value = kind.combine(value, kind == Reduce.Kind.SUM_OF_SQUARES ? v * v : v);
            }
            return value;
        }
        double[] lane = new double[LANES];
        for (int b = 0; b < n; b += BLOCK) {
            Arrays.fill(lane, kind.identity());
            int end = o + b + Math.min(BLOCK, n - b);
            int i = o + b;
            for (; i <= end - LANES; i += LANES) {
                fold(kind, x, i, LANES, lane, 0);
            }
            fold(kind, x, i, end - i, lane, 0);
            for (int w = LANES / 2; w > 0; w /= 2) {
                for (int j = 0; j < w; j++) {
                    lane[j] = kind.combine(lane[j], lane[j + w]);
                }
            }
            value = kind.combine(value, lane[0]);
        }
        return value;
    }

    /** Folds {@code n} elements side by side into {@code lane}. */
    private static void fold(Reduce.Kind kind, double[] x, int o, int n, double[] lane, int lo) {
        switch (kind) {
            case SUM, MEAN -> {
                for (int j = 0; j < n; j++) {
                    lane[lo + j] += x[o + j];
                }
            }
            case SUM_OF_SQUARES -> {
                for (int j = 0; j < n; j++) {
                    lane[lo + j] = Math.fma(x[o + j], x[o + j], lane[lo + j]);
                }
            }
            case PRODUCT -> {
                for (int j = 0; j < n; j++) {
                    lane[lo + j] *= x[o + j];
                }
            }
            case MAX -> {
                for (int j = 0; j < n; j++) {
                    lane[lo + j] = Math.max(lane[lo + j], x[o + j]);
                }
            }
            case MIN -> {
                for (int j = 0; j < n; j++) {
                    lane[lo + j] = Math.min(lane[lo + j], x[o + j]);
                }
            }
        }
    }

    private double finished(double value) {
        return kind == Reduce.Kind.MEAN ? value / mid : value;
    }

    @Override
    void columns(int from, int rows, int columns, double[] partials, int at) {
        Arrays.fill(partials, at, at + columns, kind.identity());
        double[] lane = new double[columns];
        for (int b = 0; b < rows; b += ROWS) {
            Arrays.fill(lane, kind.identity());
            for (int r = b; r < Math.min(rows, b + ROWS); r++) {
                fold(kind, x, xo + from + r * inner, columns, lane, 0);
            }
            for (int j = 0; j < columns; j++) {
                partials[at + j] = kind.combine(partials[at + j], lane[j]);
            }
        }
    }

    @Override
    void column(int from, int rows, double[] partials, int at) {
        partials[at] = kind.identity();
        for (int r = 0; r < rows; r++) {
            fold(kind, x, xo + from + r * inner, 1, partials, at);
        }
    }

    @Override
    void merge(double[] partials, int to, int from, int n) {
        for (int j = 0; j < n; j++) {
            partials[to + j] = kind.combine(partials[to + j], partials[from + j]);
        }
    }

    @Override
    void finish(double[] partials, int at, int to, int n) {
        for (int j = 0; j < n; j++) {
            y[yo + to + j] = finished(partials[at + j]);
        }
    }
}
