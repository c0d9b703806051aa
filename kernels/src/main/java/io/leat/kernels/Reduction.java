package io.leat.kernels;

/**
 * One reduction of {@code [outer, mid, inner]} over mid, and how it is cut into parts. The cuts depend on the sizes
 * alone, and partial results are merged in their order, so that the result does not depend on threads.
 *
 * @param <A> an array of partial results: {@code double[]} or {@code long[]}
 */
abstract class Reduction<A> {

    /** About so many elements make a part. */
    private static final int GRAIN = 1 << 15;

    /** A longer contiguous range is cut. */
    private static final int CHUNK = 1 << 16;

    /** Columns taken at once. */
    static final int TILE = 512;

    /** Rows that the column loops add up without an intermediate result. */
    static final int ROWS = 64;

    /** Below this many elements side by side, columns are walked one by one. */
    private static final int NARROW = 8;

    final int outer;
    final int mid;
    final int inner;

    Reduction(int outer, int mid, int inner) {
        this.outer = outer;
        this.mid = mid;
        this.inner = inner;
    }

    abstract A partials(int n);

    /** Writes the finished results of rows {@code [from, to)} of {@code mid} contiguous elements. */
    abstract void rows(int from, int to);

    /** {@code partials[at]} = the elements {@code [from, from + n)}. */
    abstract void range(int from, int n, A partials, int at);

    /**
     * {@code partials[at + j]} = {@code rows} elements of column {@code j}, {@code inner} apart, the first at
     * {@code from + j}; for j below {@code columns}, at most {@link #TILE}.
     */
    abstract void columns(int from, int rows, int columns, A partials, int at);

    /** The same for one column of at most {@link #ROWS} rows. */
    abstract void column(int from, int rows, A partials, int at);

    /** Merges {@code n} partial results at {@code from} into those at {@code to}. */
    abstract void merge(A partials, int to, int from, int n);

    /** Writes results {@code [to, to + n)} from the partial results at {@code at}. */
    abstract void finish(A partials, int at, int to, int n);

    final void run(Parallel parallel) {
        if (outer == 0 || inner == 0) {
            return;
        }
        if (inner == 1 && mid <= CHUNK) {
            int step = Math.max(1, GRAIN / Math.max(1, mid));
            split(parallel, outer, step, this::rows);
        } else if (inner == 1) {
            runLongRows(parallel);
        } else if (inner < NARROW && mid <= ROWS) {
            int step = Math.max(1, GRAIN / Math.max(1, mid * inner));
            split(parallel, outer, step, this::narrow);
        } else {
            runColumns(parallel);
        }
    }

    /** Calls {@code body} for the ranges that {@code [0, n)} falls into when cut every {@code step}. */
    static void split(Parallel parallel, int n, int step, Body body) {
        int parts = ceilDiv(n, step);
        if (parts <= 1) {
            body.run(0, n);
        } else {
            parallel.run(parts, p -> body.run(p * step, Math.min(n, (p + 1) * step)));
        }
    }

    /** A loop over {@code [from, to)}. */
    @FunctionalInterface
    interface Body {
        void run(int from, int to);
    }

    static int ceilDiv(int a, int b) {
        return (int) (((long) a + b - 1) / b);
    }

    private void runLongRows(Parallel parallel) {
        int chunks = ceilDiv(mid, CHUNK);
        A partials = partials(outer * chunks);
        parallel.run(outer * chunks, p -> {
            int from = (p % chunks) * CHUNK;
            range((p / chunks) * mid + from, Math.min(CHUNK, mid - from), partials, p);
        });
        for (int o = 0; o < outer; o++) {
            for (int c = 1; c < chunks; c++) {
                merge(partials, o * chunks, o * chunks + c, 1);
            }
            finish(partials, o * chunks, o, 1);
        }
    }

    private void narrow(int from, int to) {
        A partials = partials(inner);
        for (int o = from; o < to; o++) {
            for (int j = 0; j < inner; j++) {
                column(o * mid * inner + j, mid, partials, j);
            }
            finish(partials, 0, o * inner, inner);
        }
    }

    private void runColumns(Parallel parallel) {
        int tiles = ceilDiv(inner, TILE);
        int chunkRows = Math.max(ROWS, CHUNK / Math.min(inner, TILE) / ROWS * ROWS);
        int chunks = Math.max(1, ceilDiv(mid, chunkRows));
        if (chunks == 1) {
            int step = Math.max(1, GRAIN / Math.max(1, mid * Math.min(inner, TILE)));
            split(parallel, outer * tiles, step, (from, to) -> wholeColumns(from, to, tiles));
            return;
        }
        A partials = partials(outer * chunks * inner);
        parallel.run(outer * chunks * tiles, p -> {
            int row = p / tiles;
            int first = (p % tiles) * TILE;
            int start = (row % chunks) * chunkRows;
            int from = ((row / chunks) * mid + start) * inner + first;
            int width = Math.min(TILE, inner - first);
            columns(from, Math.min(chunkRows, mid - start), width, partials, row * inner + first);
        });
        for (int o = 0; o < outer; o++) {
            for (int c = 1; c < chunks; c++) {
                merge(partials, o * chunks * inner, (o * chunks + c) * inner, inner);
            }
            finish(partials, o * chunks * inner, o * inner, inner);
        }
    }

    private void wholeColumns(int from, int to, int tiles) {
        A partials = partials(Math.min(inner, TILE));
        for (int u = from; u < to; u++) {
            int first = (u % tiles) * TILE;
            int width = Math.min(TILE, inner - first);
            columns((u / tiles) * mid * inner + first, mid, width, partials, 0);
            finish(partials, 0, (u / tiles) * inner + first, width);
        }
    }
}
