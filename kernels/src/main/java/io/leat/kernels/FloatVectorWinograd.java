package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector forms of {@link WinogradTransforms}, for channels as lanes. */
final class FloatVectorWinograd {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();
    private static final int TILE = Winograd.TILE;

    private FloatVectorWinograd() {}

    /** See {@link WinogradTransforms#input}. */
    static void input(float[] x, int from, int row, int channels, float[] v, int to, int step, float[] work) {
        for (int c = 0; c < channels; c += WIDTH) {
            for (int j = 0; j < TILE; j++) {
                int at = from + j * channels + c;
                FloatVector d0 = FloatVector.fromArray(LANES, x, at);
                FloatVector d1 = FloatVector.fromArray(LANES, x, at + row);
                FloatVector d2 = FloatVector.fromArray(LANES, x, at + 2 * row);
                FloatVector d3 = FloatVector.fromArray(LANES, x, at + 3 * row);
                FloatVector d4 = FloatVector.fromArray(LANES, x, at + 4 * row);
                FloatVector d5 = FloatVector.fromArray(LANES, x, at + 5 * row);
                turn(d0, d1, d2, d3, d4, d5, work, j * WIDTH, TILE * WIDTH);
            }
            for (int i = 0; i < TILE; i++) {
                int at = i * TILE * WIDTH;
                FloatVector d0 = FloatVector.fromArray(LANES, work, at);
                FloatVector d1 = FloatVector.fromArray(LANES, work, at + WIDTH);
                FloatVector d2 = FloatVector.fromArray(LANES, work, at + 2 * WIDTH);
                FloatVector d3 = FloatVector.fromArray(LANES, work, at + 3 * WIDTH);
                FloatVector d4 = FloatVector.fromArray(LANES, work, at + 4 * WIDTH);
                FloatVector d5 = FloatVector.fromArray(LANES, work, at + 5 * WIDTH);
                turn(d0, d1, d2, d3, d4, d5, v, to + i * TILE * step + c, step);
            }
        }
    }

    /** Writes B d for a column d. */
    private static void turn(
            FloatVector d0,
            FloatVector d1,
            FloatVector d2,
            FloatVector d3,
            FloatVector d4,
            FloatVector d5,
            float[] out,
            int at,
            int step) {
        FloatVector p = d3.sub(d1);
        FloatVector q = d4.sub(d2);
        FloatVector half = FloatVector.broadcast(LANES, 1).div(2);
        FloatVector more = half.add(1);
        FloatVector most = half.add(2);
        FloatVector two = FloatVector.broadcast(LANES, 2);
        p.fma(more, d2.fma(two.neg(), d0.add(d4))).intoArray(out, at);
        d3.fma(most, d2.fma(half, d4.sub(d1))).intoArray(out, at + step);
        d3.fma(half, d2.fma(most.neg(), d4.add(d1))).intoArray(out, at + 2 * step);
        p.fma(two, q).intoArray(out, at + 3 * step);
        p.fma(half.neg(), q).intoArray(out, at + 4 * step);
        q.fma(more, d3.fma(two.neg(), d1.add(d5))).intoArray(out, at + 5 * step);
    }

    /** See {@link WinogradTransforms#output}. */
    static void output(
            int m,
            float[] y,
            int from,
            int step,
            int channels,
            float[] out,
            int to,
            int outRow,
            int outColumn,
            int rows,
            int columns,
            float[] work) {
        for (int c = 0; c < channels; c += WIDTH) {
            for (int j = 0; j < TILE; j++) {
                int at = from + j * step + c;
                FloatVector t0 = FloatVector.fromArray(LANES, y, at);
                FloatVector t1 = FloatVector.fromArray(LANES, y, at + TILE * step);
                FloatVector t2 = FloatVector.fromArray(LANES, y, at + 2 * TILE * step);
                FloatVector t3 = FloatVector.fromArray(LANES, y, at + 3 * TILE * step);
                FloatVector t4 = FloatVector.fromArray(LANES, y, at + 4 * TILE * step);
                FloatVector t5 = FloatVector.fromArray(LANES, y, at + 5 * TILE * step);
                turnBack(m, m, t0, t1, t2, t3, t4, t5, work, j * WIDTH, TILE * WIDTH);
            }
            for (int i = 0; i < rows; i++) {
                int at = i * TILE * WIDTH;
                FloatVector t0 = FloatVector.fromArray(LANES, work, at);
                FloatVector t1 = FloatVector.fromArray(LANES, work, at + WIDTH);
                FloatVector t2 = FloatVector.fromArray(LANES, work, at + 2 * WIDTH);
                FloatVector t3 = FloatVector.fromArray(LANES, work, at + 3 * WIDTH);
                FloatVector t4 = FloatVector.fromArray(LANES, work, at + 4 * WIDTH);
                FloatVector t5 = FloatVector.fromArray(LANES, work, at + 5 * WIDTH);
                turnBack(m, columns, t0, t1, t2, t3, t4, t5, out, to + i * outRow + c, outColumn);
            }
        }
    }

    /** Writes the first elements of A t for a column t. */
    private static void turnBack(
            int m,
            int written,
            FloatVector t0,
            FloatVector t1,
            FloatVector t2,
            FloatVector t3,
            FloatVector t4,
            FloatVector t5,
            float[] out,
            int at,
            int step) {
        FloatVector half = FloatVector.broadcast(LANES, 1).div(2);
        FloatVector plus = t1.add(t2);
        FloatVector minus = t1.sub(t2);
        t0.add(plus).add(t3.add(t4)).intoArray(out, at);
        FloatVector first = t4.fma(FloatVector.broadcast(LANES, -2), t3.fma(half, minus));
        if (m == 2) {
            if (written > 1) {
                first.add(t5).intoArray(out, at + step);
            }
            return;
        }
        if (written > 1) {
            first.intoArray(out, at + step);
        }
        if (written > 2) {
            t4.fma(FloatVector.broadcast(LANES, 4), t3.fma(half.mul(half), plus))
                    .intoArray(out, at + 2 * step);
        }
        if (written > 3) {
            FloatVector cube = half.mul(half).mul(half);
            t4.fma(FloatVector.broadcast(LANES, -8), t3.fma(cube, minus))
                    .add(t5)
                    .intoArray(out, at + 3 * step);
        }
    }

    /** See {@link WinogradTransforms#spread}. */
    static void spread(int m, float[] g, int from, int row, int column, float[] out, int to, int step, float[] work) {
        for (int j = 0; j < m; j++) {
            spread(m, g, from + j * column, row, work, j * WIDTH, TILE * WIDTH);
        }
        for (int i = 0; i < TILE; i++) {
            spread(m, work, i * TILE * WIDTH, WIDTH, out, to + i * TILE * step, step);
        }
    }

    private static void spread(int m, float[] g, int from, int step, float[] out, int at, int outStep) {
        FloatVector half = FloatVector.broadcast(LANES, 1).div(2);
        FloatVector two = FloatVector.broadcast(LANES, -2);
        FloatVector g0 = FloatVector.fromArray(LANES, g, from);
        FloatVector g1 = FloatVector.fromArray(LANES, g, from + step);
        if (m == 2) {
            g0.intoArray(out, at);
            g0.add(g1).intoArray(out, at + outStep);
            g0.sub(g1).intoArray(out, at + 2 * outStep);
            g1.fma(half, g0).intoArray(out, at + 3 * outStep);
            g1.fma(two, g0).intoArray(out, at + 4 * outStep);
            g1.intoArray(out, at + 5 * outStep);
            return;
        }
        FloatVector g2 = FloatVector.fromArray(LANES, g, from + 2 * step);
        FloatVector g3 = FloatVector.fromArray(LANES, g, from + 3 * step);
        FloatVector even = g0.add(g2);
        FloatVector odd = g1.add(g3);
        g0.intoArray(out, at);
        even.add(odd).intoArray(out, at + outStep);
        even.sub(odd).intoArray(out, at + 2 * outStep);
        g3.fma(half, g2).fma(half, g1).fma(half, g0).intoArray(out, at + 3 * outStep);
        g3.fma(two, g2).fma(two, g1).fma(two, g0).intoArray(out, at + 4 * outStep);
        g3.intoArray(out, at + 5 * outStep);
    }

    /** See {@link WinogradTransforms#product}. */
    static void product(
            float[] matrix,
            int rows,
            int columns,
            float[] x,
            int from,
            int row,
            int column,
            float[] out,
            int to,
            int outRow,
            int outColumn,
            float[] work) {
        for (int j = 0; j < columns; j++) {
            times(matrix, rows, columns, x, from + j * column, row, work, j * WIDTH, TILE * WIDTH);
        }
        for (int i = 0; i < rows; i++) {
            times(matrix, rows, columns, work, i * TILE * WIDTH, WIDTH, out, to + i * outRow, outColumn);
        }
    }

    /** A matrix times a column of vectors. */
    private static void times(
            float[] matrix, int rows, int columns, float[] x, int from, int step, float[] out, int to, int outStep) {
        for (int i = 0; i < rows; i++) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int k = 0; k < columns; k++) {
                FloatVector factor = FloatVector.broadcast(LANES, matrix[i * columns + k]);
                sum = factor.fma(FloatVector.fromArray(LANES, x, from + k * step), sum);
            }
            sum.intoArray(out, to + i * outStep);
        }
    }
}
