package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The transforms of {@link Winograd}, for channels as lanes; their number is a multiple of the vectors' length. */
final class FloatVectorWinograd {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();
    private static final int TILE = Winograd.TILE;

    /** Elements of working memory. */
    static final int WORK = Winograd.POSITIONS * WIDTH;

    private FloatVectorWinograd() {}

    /**
     * {@code v[to + position * step + c]} becomes B d Bᵀ of the six by six pixels {@code x[from + i * row + j * channels
     * + c]}.
     */
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

    /**
     * {@code out[i * outRow + j * outColumn]}, a vector for {@code i, j < rows}, becomes {@code M x Mᵀ}, where the
     * matrix M is {@code rows} by {@code columns} and {@code x[i * row + j * column]} a vector for
     * {@code i, j < columns}.
     *
     * @param writtenRows only so many rows are written
     * @param writtenColumns only so many columns are written
     */
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
            int writtenRows,
            int writtenColumns,
            float[] work) {
        for (int j = 0; j < columns; j++) {
            times(matrix, rows, columns, x, from + j * column, row, work, j * WIDTH, TILE * WIDTH);
        }
        for (int i = 0; i < writtenRows; i++) {
            times(
                    matrix,
                    writtenColumns,
                    columns,
                    work,
                    i * TILE * WIDTH,
                    WIDTH,
                    out,
                    to + i * outRow,
                    outColumn);
        }
    }

    /** The first {@code rows} rows of a matrix times a column of vectors. */
    private static void times(
            float[] matrix, int rows, int columns, float[] x, int from, int step, float[] out, int to, int outStep) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector x0 = FloatVector.fromArray(LANES, x, from);
        FloatVector x1 = FloatVector.fromArray(LANES, x, from + step);
        if (columns == 2) {
            for (int i = 0; i < rows; i++) {
                x0.mul(matrix[i * 2]).add(x1.mul(matrix[i * 2 + 1])).intoArray(out, to + i * outStep);
            }
            return;
        }
        FloatVector x2 = FloatVector.fromArray(LANES, x, from + 2 * step);
        if (columns == 3) {
            for (int i = 0; i < rows; i++) {
                FloatVector s = FloatVector.broadcast(LANES, matrix[i * 3]).fma(x0, zero);
                s = FloatVector.broadcast(LANES, matrix[i * 3 + 1]).fma(x1, s);
                FloatVector.broadcast(LANES, matrix[i * 3 + 2]).fma(x2, s).intoArray(out, to + i * outStep);
            }
            return;
        }
        FloatVector x3 = FloatVector.fromArray(LANES, x, from + 3 * step);
        if (columns == 4) {
            for (int i = 0; i < rows; i++) {
                FloatVector s = FloatVector.broadcast(LANES, matrix[i * 4]).fma(x0, zero);
                s = FloatVector.broadcast(LANES, matrix[i * 4 + 1]).fma(x1, s);
                s = FloatVector.broadcast(LANES, matrix[i * 4 + 2]).fma(x2, s);
                FloatVector.broadcast(LANES, matrix[i * 4 + 3]).fma(x3, s).intoArray(out, to + i * outStep);
            }
            return;
        }
        FloatVector x4 = FloatVector.fromArray(LANES, x, from + 4 * step);
        boolean six = columns == TILE;
        FloatVector x5 = FloatVector.fromArray(LANES, x, from + (six ? 5 : 4) * step);
        for (int i = 0; i < rows; i++) {
            int at = i * columns;
            FloatVector s = FloatVector.broadcast(LANES, matrix[at]).fma(x0, zero);
            s = FloatVector.broadcast(LANES, matrix[at + 1]).fma(x1, s);
            s = FloatVector.broadcast(LANES, matrix[at + 2]).fma(x2, s);
            s = FloatVector.broadcast(LANES, matrix[at + 3]).fma(x3, s);
            s = FloatVector.broadcast(LANES, matrix[at + 4]).fma(x4, s);
            s = FloatVector.broadcast(LANES, six ? matrix[at + 5] : 0f).fma(x5, s);
            s.intoArray(out, to + i * outStep);
        }
    }
}
