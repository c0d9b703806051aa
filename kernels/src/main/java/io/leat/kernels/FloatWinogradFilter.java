package io.leat.kernels;

/**
 * The gradient of a convolution of {@code float} with respect to its filter by {@link Winograd}'s way: each tile of the
 * input is convolved with the m by m elements of the output's gradient that saw it, which gives r by r elements; the
 * products of all tiles are summed before they are transformed back.
 */
final class FloatWinogradFilter {
    /** Elements of transformed tiles that are worked on at a time. */
    private static final int BLOCK = 160_000;

    private static final int FEWEST_TILES = 16;

    private final ConvShape s;
    private final FloatImages in;
    private final FloatImages dOut;
    private final int r;
    private final int m;
    private final int tilesX;
    private final Parallel parallel;

    private FloatWinogradFilter(ConvShape s, FloatImages in, FloatImages dOut, Parallel parallel) {
        this.s = s;
        this.in = in;
        this.dOut = dOut;
        this.r = s.kernelH();
        this.m = Winograd.outputs(r);
        this.tilesX = Winograd.tiles(s.outW(), m);
        this.parallel = parallel;
    }

    /** See {@link Conv2d#gradientFilter}. */
    static void gradient(
            ConvShape s,
            float[] in,
            int inOffset,
            float[] dOut,
            int dOutOffset,
            float[] dFilter,
            int dFilterOffset,
            Parallel parallel) {
        FloatImages x = new FloatImages(in, inOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        FloatImages dy = new FloatImages(dOut, dOutOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        new FloatWinogradFilter(s, x, dy, parallel).run(dFilter, dFilterOffset);
    }

    private void run(float[] dFilter, int dFilterOffset) {
        int k = s.inC();
        int n = s.outC();
        int strips = s.batch() * Winograd.tiles(s.outH(), m);
        int tiles = Math.max(FEWEST_TILES, BLOCK / (Winograd.POSITIONS * (k + n)));
        int step = Math.max(1, tiles / tilesX);
        int most = step * tilesX;
        try (Scratch shared = Scratch.take()) {
            float[] sums = shared.floats(Scratch.SUMS, Winograd.POSITIONS * k * n);
            float[] v = shared.floats(Scratch.LEFT, Winograd.POSITIONS * (most * k + FloatWinograd.GAP));
            float[] w = shared.floats(Scratch.RIGHT, FloatRight.packedSize(Winograd.POSITIONS, most, n));
            for (int strip = 0; strip < strips; strip += step) {
                block(strip, Math.min(strips, strip + step), v, w, sums);
            }
            back(sums, dFilter, dFilterOffset);
        }
    }

    /** Adds the products of the tiles of some strips. */
    private void block(int firstStrip, int endStrip, float[] v, float[] w, float[] sums) {
        int k = s.inC();
        int n = s.outC();
        int tiles = (endStrip - firstStrip) * tilesX;
        int vStep = tiles * k + FloatWinograd.GAP;
        parallel.run(endStrip - firstStrip, part -> {
            try (Scratch work = Scratch.take()) {
                int strip = firstStrip + part;
                int tile = part * tilesX;
                FloatWinograd.input(in, s.outH(), s.padTop(), s.padLeft(), m, strip, tilesX, v, tile * k, vStep, work);
                gradient(strip, tile, tiles, w, work);
            }
        });
        parallel.run(Winograd.POSITIONS, i -> {
            try (Scratch work = Scratch.take()) {
                int[] columns = FloatGemm.steps(work.ints(Scratch.LEFT, tiles + 5), tiles, i * vStep, k);
                FloatRight.prepared(w, i, tiles, n)
                        .timesColumns(v, columns, 0, k, 0, n, firstStrip > 0, sums, i * k * n, n, work);
            }
        });
    }

    /** Writes the transformed tiles of a strip of the output's gradient into the panels of the right operands. */
    private void gradient(int strip, int firstTile, int tiles, float[] w, Scratch work) {
        int n = s.outC();
        int perImage = Winograd.tiles(s.outH(), m);
        int width = tilesX * m;
        float[] rows = work.floats(Scratch.RIGHT, m * width * n);
        int at = 0;
        for (int i = 0; i < m; i++) {
            at = dOut.copyRow(strip / perImage, strip % perImage * m + i, 0, 1, width, rows, at);
        }
        float[] tile = work.floats(Scratch.TILE, WinogradTransforms.WORK);
        FloatRight first = FloatRight.prepared(w, 0, tiles, n);
        int step = FloatRight.prepared(w, 1, tiles, n).panel(0, 0) - first.panel(0, 0);
        for (int x = 0; x < tilesX; x++) {
            for (int c = 0; c < n; c += FloatRight.NARROW) {
                int panel = c / FloatRight.WIDE * FloatRight.WIDE;
                int to = first.panel(panel, firstTile + x) + c - panel;
                WinogradTransforms.spread(m, rows, x * m * n + c, width * n, n, w, to, step, tile);
            }
        }
    }

    /** The filter's gradient from the sums. */
    private void back(float[] sums, float[] dFilter, int dFilterOffset) {
        int size = s.inC() * s.outC();
        float[] matrix = Winograd.scaledOutputMatrix(r);
        parallel.run(s.inC(), c -> {
            try (Scratch work = Scratch.take()) {
                float[] tile = work.floats(Scratch.TILE, WinogradTransforms.WORK);
                for (int at = c * s.outC(); at < (c + 1) * s.outC(); at += FloatRight.NARROW) {
                    WinogradTransforms.product(
                            matrix,
                            r,
                            Winograd.TILE,
                            sums,
                            at,
                            Winograd.TILE * size,
                            size,
                            dFilter,
                            dFilterOffset + at,
                            r * size,
                            size,
                            tile);
                }
            }
        });
    }
}
