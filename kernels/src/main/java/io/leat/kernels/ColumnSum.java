package io.leat.kernels;

import java.util.Arrays;

/** Sums per column of a function of one or several {@code [rows, columns]} arrays; the result is in double. */
final class ColumnSum extends Reduction<double[]> {

    /** Adds at most {@link Reduction#ROWS} rows, one after the other. */
    @FunctionalInterface
    interface Leaf {
        /**
         * Adds {@code rows} rows of {@code n} columns into {@code lane}. Their first element is number {@code from} of
         * the array, and in column {@code column}.
         */
        void add(int from, int column, int rows, int n, float[] lane);
    }

    private final Leaf leaf;
    private final double[] result;

    private ColumnSum(int rows, int columns, Leaf leaf) {
        super(1, rows, columns);
        this.leaf = leaf;
        this.result = new double[columns];
    }

    static double[] of(Parallel parallel, int rows, int columns, Leaf leaf) {
        ColumnSum sum = new ColumnSum(rows, columns, leaf);
        sum.run(parallel);
        return sum.result;
    }

    @Override
    double[] partials(int n) {
        return new double[n];
    }

    @Override
    void rows(int from, int to) {
        range(0, mid, result, 0);
    }

    @Override
    void range(int from, int n, double[] partials, int at) {
        columns(from, n, 1, partials, at);
    }

    @Override
    void column(int from, int rows, double[] partials, int at) {
        columns(from, rows, 1, partials, at);
    }

    @Override
    void columns(int from, int rows, int columns, double[] partials, int at) {
        Arrays.fill(partials, at, at + columns, 0);
        float[] lane = new float[columns];
        for (int r = 0; r < rows; r += ROWS) {
            Arrays.fill(lane, 0f);
            leaf.add(from + r * inner, from % inner, Math.min(ROWS, rows - r), columns, lane);
            for (int j = 0; j < columns; j++) {
                partials[at + j] += lane[j];
            }
        }
    }

    @Override
    void merge(double[] partials, int to, int from, int n) {
        for (int j = 0; j < n; j++) {
            partials[to + j] += partials[from + j];
        }
    }

    @Override
    void finish(double[] partials, int at, int to, int n) {
        System.arraycopy(partials, at, result, to, n);
    }
}
