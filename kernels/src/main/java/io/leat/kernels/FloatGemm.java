package io.leat.kernels;

import java.util.Arrays;

/** Products of matrices of {@code float}: see {@link Gemm}. */
final class FloatGemm {
    /** Elements of the right operand that are packed at a time. */
    static final int PACKED = 1 << 22;

    /** The same when the left operand has few rows. */
    private static final int FEW_PACKED = 1 << 17;

    static final int PACKED_COLUMNS = 8192;
    static final int TILE_ROWS = (192 + FloatRight.BLOCK_ROWS - 1) / FloatRight.BLOCK_ROWS * FloatRight.BLOCK_ROWS;
    private static final int SMALLEST_TILE_ROWS = 24;

    /** With so many columns, turning the columns of the left operand into rows costs less than reading columns. */
    private static final int TURNING_PAYS = 192;

    /** With so many columns, a copy of a left operand whose rows collide in the cache pays. */
    private static final int COPYING_PAYS = 512;

    /** The most columns of the left operand that are turned at a time. */
    static final int TURNED = 4 * FloatRight.CHUNK;

    /** Products in a batch that each hold more multiply-adds than this are computed one after another. */
    private static final long LARGE = 1 << 22;

    private FloatGemm() {}

    static void gemm(
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            boolean accumulate,
            float[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        if (m == 0 || n == 0) {
            return;
        }
        if (k == 0) {
            for (int i = 0; i < m && !accumulate; i++) {
                Arrays.fill(c, cOffset + i * ldc, cOffset + i * ldc + n, 0f);
            }
            return;
        }
        if (FloatSkinny.serves(
                transA, transB, m, n, k, a, aOffset, lda, b, bOffset, ldb, accumulate, c, cOffset, ldc, parallel)) {
            return;
        }
        if (transA && m < FloatRight.BLOCK_COLUMN_ROWS) {
            try (Scratch work = Scratch.take()) {
                float[] rows = FloatSkinny.transposed(k, m, a, aOffset, lda, work);
                gemm(false, transB, m, n, k, rows, 0, k, b, bOffset, ldb, accumulate, c, cOffset, ldc, parallel);
            }
            return;
        }
        Parallel p = (long) m * n * k < FloatSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        if (FloatTurned.serves(transA, transB, m, n, k, accumulate)) {
            FloatTurned.gemm(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, p);
            return;
        }
        // for few rows, what is packed is used while it is in the second level cache
        boolean few = !transA && m <= TILE_ROWS;
        int columns = Math.min(n, few ? FloatRight.COLUMNS : PACKED_COLUMNS);
        int most = few ? FEW_PACKED : PACKED;
        int inner = Math.max(1, most / FloatRight.packedColumns(columns) / FloatRight.CHUNK) * FloatRight.CHUNK;
        boolean turn = transA && n >= TURNING_PAYS;
        if (turn) {
            inner = Math.min(inner, TURNED);
        }
        int rowStep = transB ? 1 : ldb;
        int columnStep = transB ? ldb : 1;
        for (int j = 0; j < n; j += columns) {
            int width = Math.min(columns, n - j);
            for (int q = 0; q < k; q += inner) {
                int depth = Math.min(inner, k - q);
                Runs runs = Runs.of(depth, 0, bOffset + q * rowStep + j * columnStep);
                boolean add = accumulate || q > 0;
                int aAt = aOffset + q * (transA ? lda : 1);
                try (FloatRight right = new FloatRight(b, runs, rowStep, columnStep, width, p)) {
                    if (turn) {
                        byTurnedColumns(m, a, aAt, lda, right, add, c, cOffset + j, ldc, p);
                    } else if (transA) {
                        byColumns(m, a, aAt, lda, right, add, c, cOffset + j, ldc, p);
                    } else {
                        byRows(m, a, aAt, lda, right, add, c, cOffset + j, ldc, p);
                    }
                }
            }
        }
    }

    /** {@code c (+)= a · right}, the rows of a being those of the left operand. */
    static void byRows(
            int m,
            float[] a,
            int aOffset,
            int lda,
            FloatRight right,
            boolean accumulate,
            float[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        int columnTiles = (right.n + FloatRight.COLUMNS - 1) / FloatRight.COLUMNS;
        int tileRows = tileRows(m, columnTiles, FloatRight.BLOCK_ROWS, parallel);
        int rowTiles = (m + tileRows - 1) / tileRows;
        parallel.run(rowTiles * columnTiles, part -> {
            int j = part / rowTiles * FloatRight.COLUMNS;
            int i = part % rowTiles * tileRows;
            int rows = Math.min(tileRows, m - i);
            int end = Math.min(right.n, j + FloatRight.COLUMNS);
            try (Scratch work = Scratch.take()) {
                int[] aRows = steps(work.ints(Scratch.LEFT, rows + 5), rows, aOffset + i * lda, lda);
                int[] cRows = steps(work.ints(Scratch.TILE, rows + 5), rows, cOffset + i * ldc, ldc);
                right.timesRows(a, aRows, rows, j, end, accumulate, c, cRows, work);
            }
        });
    }

    /** {@code c (+)= aᵀ · right}, the rows of a being the columns of the left operand. */
    private static void byColumns(
            int m,
            float[] a,
            int aOffset,
            int lda,
            FloatRight right,
            boolean accumulate,
            float[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        int columnTiles = (right.n + FloatRight.COLUMNS - 1) / FloatRight.COLUMNS;
        int tileRows = tileRows(m, columnTiles, FloatRight.BLOCK_COLUMN_ROWS, parallel);
        // no tile with fewer rows than a block: see timesColumns
        int rowTiles = Math.max(1, (m - FloatRight.BLOCK_COLUMN_ROWS + tileRows) / tileRows);
        int k = right.runs.total();
        try (Scratch shared = Scratch.take()) {
            int[] aColumns = steps(shared.ints(Scratch.RIGHT, k + 5), k, aOffset, lda);
            parallel.run(rowTiles * columnTiles, part -> {
                int j = part / rowTiles * FloatRight.COLUMNS;
                int i = part % rowTiles * tileRows;
                int rows = part % rowTiles == rowTiles - 1 ? m - i : tileRows;
                int end = Math.min(right.n, j + FloatRight.COLUMNS);
                try (Scratch work = Scratch.take()) {
                    right.timesColumns(a, aColumns, i, rows, j, end, accumulate, c, cOffset + i * ldc, ldc, work);
                }
            });
        }
    }

    /** As {@link #byColumns}, with a copy of a part of the left operand in rows. */
    private static void byTurnedColumns(
            int m,
            float[] a,
            int aOffset,
            int lda,
            FloatRight right,
            boolean accumulate,
            float[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        int tileRows = tileRows(m, 1, FloatRight.BLOCK_ROWS, parallel);
        int k = right.runs.total();
        int step = k + 16;
        parallel.run((m + tileRows - 1) / tileRows, part -> {
            int i = part * tileRows;
            int rows = Math.min(tileRows, m - i);
            try (Scratch work = Scratch.take()) {
                float[] turned = work.floats(Scratch.LEFT, rows * step);
                turn(k, rows, a, aOffset + i, lda, turned, 0, step);
                int[] aRows = steps(work.ints(Scratch.LEFT, rows + 5), rows, 0, step);
                int[] cRows = steps(work.ints(Scratch.TILE, rows + 5), rows, cOffset + i * ldc, ldc);
                right.timesRows(turned, aRows, rows, 0, right.n, accumulate, c, cRows, work);
            }
        });
    }

    /** {@code out[outOffset + j * step + i] = x[offset + i * ldx + j]}. */
    static void turn(int rows, int columns, float[] x, int offset, int ldx, float[] out, int outOffset, int step) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            int from = offset + i * ldx;
            for (int j = 0; j < columns; j++) {
                int to = outOffset + j * step + i;
                out[to] = x[from + j];
                out[to + 1] = x[from + ldx + j];
                out[to + 2] = x[from + 2 * ldx + j];
                out[to + 3] = x[from + 3 * ldx + j];
            }
        }
        for (; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out[outOffset + j * step + i] = x[offset + i * ldx + j];
            }
        }
    }

    static int tileRows(int m, int columnTiles, int block, Parallel parallel) {
        int rows = TILE_ROWS;
        if (parallel.threads() > 1) {
            int wanted = Math.max(1, 4 * parallel.threads() / columnTiles);
            rows = Math.min(rows, Math.max(SMALLEST_TILE_ROWS, (m + wanted - 1) / wanted));
        }
        return (rows + block - 1) / block * block;
    }

    /** {@code c = a · right} for a few rows, which are copied first when they would push each other from the cache. */
    static void rowsTile(
            int rows, float[] a, int aAt, int lda, FloatRight right, float[] c, int cAt, int ldc, Scratch work) {
        float[] left = a;
        int leftAt = aAt;
        int step = lda;
        int k = right.runs.total();
        if (FloatRight.collide(lda) && right.n >= COPYING_PAYS && rows > FloatRight.BLOCK_ROWS) {
            step = k + 16;
            left = work.floats(Scratch.LEFT, rows * step);
            leftAt = 0;
            for (int i = 0; i < rows; i++) {
                System.arraycopy(a, aAt + i * lda, left, i * step, k);
            }
        }
        int[] aRows = steps(work.ints(Scratch.LEFT, rows + 5), rows, leftAt, step);
        int[] cRows = steps(work.ints(Scratch.TILE, rows + 5), rows, cAt, ldc);
        right.timesRows(left, aRows, rows, 0, right.n, false, c, cRows, work);
    }

    /** The numbers {@code first + i * step}, and five more copies of the last. */
    static int[] steps(int[] out, int count, int first, int step) {
        for (int i = 0; i < count + 5; i++) {
            out[i] = first + Math.min(i, count - 1) * step;
        }
        return out;
    }

    static void batch(
            int batch,
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            int aStride,
            float[] b,
            int bOffset,
            int ldb,
            int bStride,
            boolean accumulate,
            float[] c,
            int cOffset,
            int ldc,
            int cStride,
            Parallel parallel) {
        if (batch > 1 && bStride == 0 && !transA && aStride == m * lda && cStride == m * ldc) {
            gemm(
                    false,
                    transB,
                    batch * m,
                    n,
                    k,
                    a,
                    aOffset,
                    lda,
                    b,
                    bOffset,
                    ldb,
                    accumulate,
                    c,
                    cOffset,
                    ldc,
                    parallel);
            return;
        }
        long work = (long) m * n * k;
        boolean oneByOne = batch < 4 * parallel.threads() && work > LARGE;
        int group = oneByOne ? batch : (int) Math.min(batch, Math.max(1, FloatSkinny.SERIAL_WORK / 4 / (work + 1)));
        Parallel outer = oneByOne ? Parallel.SERIAL : parallel;
        Parallel inner = oneByOne ? parallel : Parallel.SERIAL;
        outer.run((batch + group - 1) / group, part -> {
            for (int i = part * group; i < Math.min(batch, (part + 1) * group); i++) {
                int aAt = aOffset + i * aStride;
                int bAt = bOffset + i * bStride;
                int cAt = cOffset + i * cStride;
                gemm(transA, transB, m, n, k, a, aAt, lda, b, bAt, ldb, accumulate, c, cAt, ldc, inner);
            }
        });
    }
}
