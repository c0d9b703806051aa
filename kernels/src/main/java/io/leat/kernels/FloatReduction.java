package io.leat.kernels;

import java.util.Arrays;

/** A reduction of floats; partial results are doubles. */
final class FloatReduction extends Reduction<double[]> {

    private final Reduce.Kind kind;
    private final float[] x;
    private final int xo;
    private final float[] y;
    private final int yo;

    FloatReduction(Reduce.Kind kind, float[] x, int xo, float[] y, int yo, int outer, int mid, int inner) {
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
            y[yo + r] = finished(value(xo + r * mid, mid));
        }
    }

    @Override
    void range(int from, int n, double[] partials, int at) {
        partials[at] = value(xo + from, n);
    }

    private double value(int o, int n) {
        return switch (kind) {
            case SUM, MEAN -> FloatRanges.sum(x, o, n);
            case PRODUCT -> FloatRanges.product(x, o, n);
            case MAX -> FloatRanges.max(x, o, n);
            case MIN -> FloatRanges.min(x, o, n);
            case SUM_OF_SQUARES -> FloatRanges.sumOfSquares(x, o, n);
        };
    }

    private float finished(double value) {
        return (float) (kind == Reduce.Kind.MEAN ? value / mid : value);
    }

    @Override
    void columns(int from, int rows, int columns, double[] partials, int at) {
        Arrays.fill(partials, at, at + columns, kind.identity());
        float[] lane = new float[columns];
        for (int r = 0; r < rows; r += ROWS) {
            int m = Math.min(ROWS, rows - r);
            int o = xo + from + r * inner;
            Arrays.fill(lane, (float) kind.identity());
            switch (kind) {
                case SUM, MEAN -> FloatColumns.sum(x, o, m, inner, columns, lane, 0);
                case PRODUCT -> FloatColumns.product(x, o, m, inner, columns, partials, at);
                case MAX -> FloatColumns.max(x, o, m, inner, columns, lane, 0);
                case MIN -> FloatColumns.min(x, o, m, inner, columns, lane, 0);
                case SUM_OF_SQUARES -> FloatColumns.sumOfSquares(x, o, m, inner, columns, lane, 0);
            }
            for (int j = 0; j < columns; j++) {
                partials[at + j] = kind.combine(partials[at + j], lane[j]);
            }
        }
    }

    @Override
    void column(int from, int rows, double[] partials, int at) {
        int o = xo + from;
        int end = o + rows * inner;
        double value = kind.identity();
        switch (kind) {
            case SUM, MEAN -> {
                float sum = 0f;
                for (int i = o; i < end; i += inner) {
                    sum += x[i];
                }
                value = sum;
            }
            case SUM_OF_SQUARES -> {
                float sum = 0f;
                for (int i = o; i < end; i += inner) {
                    sum = Math.fma(x[i], x[i], sum);
                }
                value = sum;
            }
            case PRODUCT, MAX, MIN -> {
                for (int i = o; i < end; i += inner) {
                    value = kind.combine(value, x[i]);
                }
            }
        }
        partials[at] = value;
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
