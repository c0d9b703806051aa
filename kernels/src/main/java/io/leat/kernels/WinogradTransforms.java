package io.leat.kernels;

/**
 * The transforms of {@link Winograd}, over channels that follow one another; their number is a multiple of the vectors'
 * length. The scalar forms here serve until those of {@link FloatVectorWinograd} are compiled, and give the same bits.
 */
final class WinogradTransforms {
    private static final int TILE = Winograd.TILE;
    private static final int LANES = FloatRight.NARROW;
    private static final int TILE_LANES = Winograd.POSITIONS * LANES;

    /** Elements of working memory. */
    static final int WORK = TILE_LANES;

    private static final int[] SIZES = {4, 2};

    /** Elements of tiles after which the forms are worth compiling. */
    private static final long PAYS = 1L << 24;

    private static final VectorForm INPUT = new VectorForm(PAYS, (_, _, _, _) -> {
        try (Scratch work = Scratch.take()) {
            float[] tile = work.floats(Scratch.TILE, WORK);
            float[] x = work.floats(Scratch.LEFT, TILE_LANES);
            float[] v = work.floats(Scratch.SUMS, TILE_LANES);
            FloatVectorWinograd.input(x, 0, TILE * LANES, LANES, v, 0, LANES, tile);
        }
    });

    private static final VectorForm OUTPUT = new VectorForm(PAYS, (_, _, _, n) -> {
        try (Scratch work = Scratch.take()) {
            float[] tile = work.floats(Scratch.TILE, WORK);
            float[] y = work.floats(Scratch.LEFT, TILE_LANES);
            float[] out = work.floats(Scratch.SUMS, TILE_LANES);
            int m = SIZES[n % 2];
            FloatVectorWinograd.output(m, y, 0, LANES, LANES, out, 0, m * LANES, LANES, m, m - n % 3 / 2, tile);
        }
    });

    private static final VectorForm SPREAD = new VectorForm(PAYS, (_, _, _, n) -> {
        try (Scratch work = Scratch.take()) {
            float[] tile = work.floats(Scratch.TILE, WORK);
            float[] g = work.floats(Scratch.LEFT, TILE_LANES);
            float[] out = work.floats(Scratch.SUMS, TILE_LANES);
            int m = SIZES[n % 2];
            FloatVectorWinograd.spread(m, g, 0, m * LANES, LANES, out, 0, LANES, tile);
        }
    });

    private static final VectorForm PRODUCT = new VectorForm(PAYS, (x, _, _, n) -> {
        try (Scratch work = Scratch.take()) {
            float[] tile = work.floats(Scratch.TILE, WORK);
            float[] from = work.floats(Scratch.LEFT, TILE_LANES);
            float[] out = work.floats(Scratch.SUMS, TILE_LANES);
            int rows = 3 + n % 4;
            FloatVectorWinograd.product(x, rows, 3, from, 0, 3 * LANES, LANES, out, 0, rows * LANES, LANES, tile);
        }
    });

    private WinogradTransforms() {}

    /**
     * {@code v[to + position * step + c]} becomes B d Bᵀ of the six by six pixels {@code x[from + i * row + j * channels
     * + c]}.
     */
    static void input(float[] x, int from, int row, int channels, float[] v, int to, int step, float[] work) {
        if (INPUT.ready((long) Winograd.POSITIONS * channels)) {
            FloatVectorWinograd.input(x, from, row, channels, v, to, step, work);
            return;
        }
        for (int c = 0; c < channels; c++) {
            for (int j = 0; j < TILE; j++) {
                turn(x, from + j * channels + c, row, work, j, TILE);
            }
            for (int i = 0; i < TILE; i++) {
                turn(work, i * TILE, 1, v, to + i * TILE * step + c, step);
            }
        }
    }

    /** Writes B d for a column d. */
    private static void turn(float[] d, int from, int row, float[] out, int at, int step) {
        float d0 = d[from];
        float d1 = d[from + row];
        float d2 = d[from + 2 * row];
        float d3 = d[from + 3 * row];
        float d4 = d[from + 4 * row];
        float d5 = d[from + 5 * row];
        float p = d3 - d1;
        float q = d4 - d2;
        out[at] = Math.fma(p, 1.5f, Math.fma(d2, -2, d0 + d4));
        out[at + step] = Math.fma(d3, 2.5f, Math.fma(d2, 0.5f, d4 - d1));
        out[at + 2 * step] = Math.fma(d3, 0.5f, Math.fma(d2, -2.5f, d4 + d1));
        out[at + 3 * step] = Math.fma(p, 2, q);
        out[at + 4 * step] = Math.fma(p, -0.5f, q);
        out[at + 5 * step] = Math.fma(q, 1.5f, Math.fma(d3, -2, d1 + d5));
    }

    /**
     * {@code out[to + i * outRow + j * outColumn + c]} becomes A y Aᵀ of the tile {@code y[from + position * step + c]},
     * for {@code i < rows} and {@code j < columns}; A has {@code m} rows, 2 or 4, and neither rows nor columns exceed it.
     */
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
        if (OUTPUT.ready((long) Winograd.POSITIONS * channels)) {
            FloatVectorWinograd.output(m, y, from, step, channels, out, to, outRow, outColumn, rows, columns, work);
            return;
        }
        for (int c = 0; c < channels; c++) {
            for (int j = 0; j < TILE; j++) {
                turnBack(m, m, y, from + j * step + c, TILE * step, work, j, TILE);
            }
            for (int i = 0; i < rows; i++) {
                turnBack(m, columns, work, i * TILE, 1, out, to + i * outRow + c, outColumn);
            }
        }
    }

    /** Writes the first elements of A t for a column t. */
    private static void turnBack(int m, int written, float[] t, int from, int row, float[] out, int at, int step) {
        float t0 = t[from];
        float t1 = t[from + row];
        float t2 = t[from + 2 * row];
        float t3 = t[from + 3 * row];
        float t4 = t[from + 4 * row];
        float t5 = t[from + 5 * row];
        float plus = t1 + t2;
        float minus = t1 - t2;
        out[at] = t0 + plus + (t3 + t4);
        if (written > 1) {
            float first = Math.fma(t4, -2, Math.fma(t3, 0.5f, minus));
            out[at + step] = m == 2 ? first + t5 : first;
        }
        if (written > 2) {
            out[at + 2 * step] = Math.fma(t4, 4, Math.fma(t3, 0.25f, plus));
        }
        if (written > 3) {
            out[at + 3 * step] = Math.fma(t4, -8, Math.fma(t3, 0.125f, minus)) + t5;
        }
    }

    /**
     * {@code out[to + position * step]}, a vector, becomes H g Hᵀ of {@code m} by {@code m} vectors
     * {@code g[from + i * row + j * column]}, with m 2 or 4, where H is G without the scales of its rows: see
     * {@link Winograd#scaledOutputMatrix}.
     */
    static void spread(int m, float[] g, int from, int row, int column, float[] out, int to, int step, float[] work) {
        if (SPREAD.ready(TILE_LANES)) {
            FloatVectorWinograd.spread(m, g, from, row, column, out, to, step, work);
            return;
        }
        for (int c = 0; c < LANES; c++) {
            for (int j = 0; j < m; j++) {
                spread(m, g, from + j * column + c, row, work, j, TILE);
            }
            for (int i = 0; i < TILE; i++) {
                spread(m, work, i * TILE, 1, out, to + i * TILE * step + c, step);
            }
        }
    }

    private static void spread(int m, float[] g, int from, int step, float[] out, int at, int outStep) {
        float g0 = g[from];
        float g1 = g[from + step];
        if (m == 2) {
            out[at] = g0;
            out[at + outStep] = g0 + g1;
            out[at + 2 * outStep] = g0 - g1;
            out[at + 3 * outStep] = Math.fma(g1, 0.5f, g0);
            out[at + 4 * outStep] = Math.fma(g1, -2, g0);
            out[at + 5 * outStep] = g1;
            return;
        }
        float g2 = g[from + 2 * step];
        float g3 = g[from + 3 * step];
        float even = g0 + g2;
        float odd = g1 + g3;
        out[at] = g0;
        out[at + outStep] = even + odd;
        out[at + 2 * outStep] = even - odd;
        out[at + 3 * outStep] = Math.fma(Math.fma(Math.fma(g3, 0.5f, g2), 0.5f, g1), 0.5f, g0);
        out[at + 4 * outStep] = Math.fma(Math.fma(Math.fma(g3, -2, g2), -2, g1), -2, g0);
        out[at + 5 * outStep] = g3;
    }

    /**
     * {@code out[to + i * outRow + j * outColumn]}, a vector for {@code i, j < rows}, becomes M x Mᵀ, where the matrix M
     * is {@code rows} by {@code columns}, neither above six, and {@code x[from + i * row + j * column]} a vector for
     * {@code i, j < columns}. For transforms that are rare.
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
            float[] work) {
        if (PRODUCT.ready(TILE_LANES)) {
            FloatVectorWinograd.product(matrix, rows, columns, x, from, row, column, out, to, outRow, outColumn, work);
            return;
        }
        for (int c = 0; c < LANES; c++) {
            for (int j = 0; j < columns; j++) {
                times(matrix, rows, columns, x, from + j * column + c, row, work, j, TILE);
            }
            for (int i = 0; i < rows; i++) {
                times(matrix, rows, columns, work, i * TILE, 1, out, to + i * outRow + c, outColumn);
            }
        }
    }

    /** A matrix times a column. */
    private static void times(
            float[] matrix, int rows, int columns, float[] x, int from, int step, float[] out, int to, int outStep) {
        for (int i = 0; i < rows; i++) {
            float sum = 0;
            for (int k = 0; k < columns; k++) {
                sum = Math.fma(matrix[i * columns + k], x[from + k * step], sum);
            }
            out[to + i * outStep] = sum;
        }
    }
}
