package io.leat.kernels;

/** Convolutions of {@code float} and their gradients with respect to the input by {@link Winograd}'s way. */
final class FloatWinograd {
    /** Elements of transformed tiles that are worked on at a time, and the fewest tiles for which a filter is read. */
    private static final int BLOCK = 1 << 17;

    private static final int FEWEST_TILES = 24;

    /** Keeps the positions of a tile from falling on the same lines of the cache. */
    static final int GAP = 16;

    private final FloatImages source;
    private final FloatImages target;
    private final int padTop;
    private final int padLeft;
    private final int m;
    private final FloatRight[] rights = new FloatRight[Winograd.POSITIONS];
    private final Finish finish;

    private FloatWinograd(
            FloatImages source, FloatImages target, int padTop, int padLeft, int r, float[] packed, Finish finish) {
        this.source = source;
        this.target = target;
        this.padTop = padTop;
        this.padLeft = padLeft;
        this.m = Winograd.outputs(r);
        for (int i = 0; i < rights.length; i++) {
            rights[i] = FloatRight.prepared(packed, i, source.count(), target.count());
        }
        this.finish = finish;
    }

    /** See {@link Conv2d#preparedFloats}. */
    static int preparedSize(ConvShape s) {
        return FloatRight.packedSize(Winograd.POSITIONS, s.inC(), s.outC());
    }

    /** See {@link Conv2d#prepare}. */
    static void prepare(ConvShape s, float[] filter, int filterOffset, float[] prepared, Parallel parallel) {
        transform(s, filter, filterOffset, false, prepared, parallel);
    }

    /** See {@link Conv2d#forward}. */
    static void forward(
            ConvShape s,
            float[] in,
            int inOffset,
            float[] filter,
            int filterOffset,
            boolean prepared,
            float[] out,
            int outOffset,
            Finish finish,
            Parallel parallel) {
        FloatImages source = new FloatImages(in, inOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        FloatImages target = new FloatImages(out, outOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        try (Scratch shared = Scratch.take()) {
            float[] packed = filter;
            if (!prepared) {
                packed = shared.floats(Scratch.RIGHT, preparedSize(s));
                transform(s, filter, filterOffset, false, packed, parallel);
            }
            new FloatWinograd(source, target, s.padTop(), s.padLeft(), s.kernelH(), packed, finish)
                    .run(s.batch(), parallel);
        }
    }

    /** See {@link Conv2d#gradientInput}: the convolution of the output's gradient with the filter turned round. */
    static void gradientInput(
            ConvShape s,
            float[] filter,
            int filterOffset,
            float[] dOut,
            int dOutOffset,
            float[] dIn,
            int dInOffset,
            Parallel parallel) {
        FloatImages source = new FloatImages(dOut, dOutOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        FloatImages target = new FloatImages(dIn, dInOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        int r = s.kernelH();
        try (Scratch shared = Scratch.take()) {
            float[] packed = shared.floats(Scratch.RIGHT, FloatRight.packedSize(Winograd.POSITIONS, s.outC(), s.inC()));
            transform(s, filter, filterOffset, true, packed, parallel);
            new FloatWinograd(source, target, r - 1 - s.padTop(), r - 1 - s.padLeft(), r, packed, Finish.NOTHING)
                    .run(s.batch(), parallel);
        }
    }

    /** Packs G g Gᵀ of the filter, or of the filter turned round with input and output channels exchanged. */
    private static void transform(
            ConvShape s, float[] filter, int filterOffset, boolean turned, float[] packed, Parallel parallel) {
        int r = s.kernelH();
        int size = s.inC() * s.outC();
        int last = filterOffset + (r * r - 1) * size;
        float[] matrix = Winograd.filterMatrix(r);
        try (Scratch shared = Scratch.take()) {
            float[] u = shared.floats(Scratch.LEFT, Winograd.POSITIONS * size);
            int from = turned ? last : filterOffset;
            int step = turned ? -size : size;
            parallel.run(s.inC(), c -> {
                try (Scratch work = Scratch.take()) {
                    float[] tile = work.floats(Scratch.TILE, WinogradTransforms.WORK);
                    for (int at = c * s.outC(); at < (c + 1) * s.outC(); at += FloatRight.NARROW) {
                        WinogradTransforms.product(
                                matrix,
                                Winograd.TILE,
                                r,
                                filter,
                                from + at,
                                r * step,
                                step,
                                u,
                                at,
                                Winograd.TILE * size,
                                size,
                                tile);
                    }
                }
            });
            int rowStep = turned ? 1 : s.outC();
            int columnStep = turned ? s.outC() : 1;
            int rows = turned ? s.outC() : s.inC();
            int columns = turned ? s.inC() : s.outC();
            for (int i = 0; i < Winograd.POSITIONS; i++) {
                FloatRight.prepare(u, i * size, rowStep, columnStep, packed, i, rows, columns, parallel);
            }
        }
    }

    private void run(int batch, Parallel parallel) {
        int strips = batch * Winograd.tiles(target.h(), m);
        int tilesX = Winograd.tiles(target.w(), m);
        int tiles = Math.max(FEWEST_TILES, BLOCK / (Winograd.POSITIONS * (source.count() + target.count())));
        int most = Math.max(1, strips / Math.min(strips, 2 * parallel.threads()));
        int step = Math.min(parallel.threads() == 1 ? strips : most, (tiles + tilesX - 1) / tilesX);
        int blocks = (strips + step - 1) / step;
        parallel.run(blocks, part -> {
            // evenly, so that the last is no remainder
            int first = (int) ((long) strips * part / blocks);
            int end = (int) ((long) strips * (part + 1) / blocks);
            try (Scratch work = Scratch.take()) {
                block(first, end, tilesX, work);
            }
        });
    }

    private void block(int firstStrip, int endStrip, int tilesX, Scratch work) {
        int tiles = (endStrip - firstStrip) * tilesX;
        int k = source.count();
        int n = target.count();
        int vStep = tiles * k + GAP;
        int yStep = tiles * n + GAP;
        float[] v = work.floats(Scratch.LEFT, Winograd.POSITIONS * vStep);
        float[] y = work.floats(Scratch.SUMS, Winograd.POSITIONS * yStep);
        for (int strip = firstStrip; strip < endStrip; strip++) {
            input(
                    source,
                    target.h(),
                    padTop,
                    padLeft,
                    m,
                    strip,
                    tilesX,
                    v,
                    (strip - firstStrip) * tilesX * k,
                    vStep,
                    work);
        }
        int[] aRows = work.ints(Scratch.LEFT, tiles + 5);
        int[] cRows = work.ints(Scratch.TILE, tiles + 5);
        for (int i = 0; i < Winograd.POSITIONS; i++) {
            FloatGemm.steps(aRows, tiles, i * vStep, k);
            FloatGemm.steps(cRows, tiles, i * yStep, n);
            rights[i].timesRows(v, aRows, tiles, 0, n, false, y, cRows, work);
        }
        float[] tile = work.floats(Scratch.TILE, WinogradTransforms.WORK);
        int perImage = Winograd.tiles(target.h(), m);
        for (int strip = firstStrip; strip < endStrip; strip++) {
            int top = strip % perImage * m;
            int rows = Math.min(m, target.h() - top);
            for (int x = 0; x < tilesX; x++) {
                int from = ((strip - firstStrip) * tilesX + x) * n;
                int to = target.at(strip / perImage, top, x * m);
                int columns = Math.min(m, target.w() - x * m);
                WinogradTransforms.output(
                        m, y, from, yStep, n, target.data(), to, target.w() * n, n, rows, columns, tile);
            }
            int at = target.at(strip / perImage, top, 0);
            finish.range(at, at + rows * target.w() * n);
        }
    }

    /**
     * Writes the transformed tiles of a strip of the source, those for {@code m} lines of the target, one after another
     * from {@code to} on, their positions {@code step} apart.
     */
    static void input(
            FloatImages source,
            int targetH,
            int padTop,
            int padLeft,
            int m,
            int strip,
            int tilesX,
            float[] v,
            int to,
            int step,
            Scratch work) {
        int k = source.count();
        int perImage = Winograd.tiles(targetH, m);
        int width = (tilesX - 1) * m + Winograd.TILE;
        float[] rows = work.floats(Scratch.RIGHT, Winograd.TILE * width * k);
        int y = strip % perImage * m - padTop;
        int at = 0;
        for (int i = 0; i < Winograd.TILE; i++) {
            at = source.copyRow(strip / perImage, y + i, -padLeft, 1, width, rows, at);
        }
        float[] tile = work.floats(Scratch.TILE, WinogradTransforms.WORK);
        for (int x = 0; x < tilesX; x++) {
            WinogradTransforms.input(rows, x * m * k, width * k, k, v, to + x * k, step, tile);
        }
    }
}
