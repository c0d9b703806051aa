package io.leat.kernels;

import java.util.Arrays;

/** A reduction of ints; partial results are longs, of which the low half is the wrapped sum or product. */
final class IntReduction extends Reduction<long[]> {

    private final Reduce.Kind kind;
    private final int[] x;
    private final int xo;
    private final int[] y;
    private final int yo;

    IntReduction(Reduce.Kind kind, int[] x, int xo, int[] y, int yo, int outer, int mid, int inner) {
        super(outer, mid, inner);
        this.kind = kind;
        this.x = x;
        this.xo = xo;
        this.y = y;
        this.yo = yo;
    }

    @Override
    long[] partials(int n) {
        return new long[n];
    }

    @Override
    void rows(int from, int to) {
        for (int r = from; r < to; r++) {
            y[yo + r] = finished(value(xo + r * mid, mid));
        }
    }

    @Override
    void range(int from, int n, long[] partials, int at) {
        partials[at] = value(xo + from, n);
    }

    private long value(int o, int n) {
        long value = kind.longIdentity(Integer.MIN_VALUE, Integer.MAX_VALUE);
        switch (kind) {
            case SUM, MEAN -> {
                for (int i = 0; i < n; i++) {
                    value += x[o + i];
                }
            }
            case SUM_OF_SQUARES -> {
                for (int i = 0; i < n; i++) {
                    value += (long) x[o + i] * x[o + i];
                }
            }
            case PRODUCT -> {
                for (int i = 0; i < n; i++) {
                    value *= x[o + i];
                }
            }
            case MAX -> {
                for (int i = 0; i < n; i++) {
                    value = Math.max(value, x[o + i]);
                }
            }
            case MIN -> {
                for (int i = 0; i < n; i++) {
                    value = Math.min(value, x[o + i]);
                }
            }
        }
        return value;
    }

    /** The mean rounds towards zero; of nothing it is 0. */
    private int finished(long value) {
        return (int) (kind == Reduce.Kind.MEAN ? (mid == 0 ? 0 : value / mid) : value);
    }

    @Override
    void columns(int from, int rows, int columns, long[] partials, int at) {
        Arrays.fill(partials, at, at + columns, kind.longIdentity(Integer.MIN_VALUE, Integer.MAX_VALUE));
        for (int r = 0; r < rows; r++) {
            fold(xo + from + r * inner, columns, partials, at);
        }
    }

    private void fold(int o, int n, long[] lane, int lo) {
        switch (kind) {
            case SUM, MEAN -> {
                for (int j = 0; j < n; j++) {
                    lane[lo + j] += x[o + j];
                }
            }
            case SUM_OF_SQUARES -> {
                for (int j = 0; j < n; j++) {
                    long v = x[o + j];
                    lane[lo + j] += v * v;
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

    @Override
    void column(int from, int rows, long[] partials, int at) {
        columns(from, rows, 1, partials, at);
    }

    @Override
    void merge(long[] partials, int to, int from, int n) {
        for (int j = 0; j < n; j++) {
            partials[to + j] = kind.combine(partials[to + j], partials[from + j]);
        }
    }

    @Override
    void finish(long[] partials, int at, int to, int n) {
        for (int j = 0; j < n; j++) {
            y[yo + to + j] = finished(partials[at + j]);
        }
    }
}
