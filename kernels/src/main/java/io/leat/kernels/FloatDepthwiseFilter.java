package io.leat.kernels;

import java.util.Arrays;

/**
 * The gradient of a depthwise convolution of {@code float} with respect to its filter: see
 * {@link DepthwiseConv2d#gradientFilter}. The output pixels are cut into parts, as many as the shape says; the sums of
 * the parts are then added in their order.
 */
final class FloatDepthwiseFilter {
    private static final int PARTS = 64;

    private final ConvAxis ys;
    private final ConvAxis xs;
    private final FloatImages in;
    private final FloatImages dOut;
    private final FloatChannels lanes;
    private final int channels;
    private final int tapCount;

    private FloatDepthwiseFilter(ConvAxis ys, ConvAxis xs, FloatImages in, FloatImages dOut) {
        this.ys = ys;
        this.xs = xs;
        this.in = in;
        this.dOut = dOut;
        this.lanes = new FloatChannels(dOut.count(), 0, 1, dOut.count() / in.count());
        this.channels = lanes.channels();
        this.tapCount = ys.taps() * xs.taps();
    }

    /** See {@link DepthwiseConv2d#gradientFilter}. */
    static void gradient(
            ConvShape s,
            float[] in,
            int inOffset,
            float[] dOut,
            int dOutOffset,
            float[] dFilter,
            int dFilterOffset,
            Parallel parallel) {
        if (s.filterSize() == 0) {
            return;
        }
        if (s.outputSize() == 0) {
            Arrays.fill(dFilter, dFilterOffset, dFilterOffset + s.filterSize(), 0f);
            return;
        }
        ConvAxis ys = ConvAxis.forward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH());
        ConvAxis xs = ConvAxis.forward(s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW());
        FloatImages x = new FloatImages(in, inOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        FloatImages dy = new FloatImages(dOut, dOutOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        long work = (long) s.outputSize() * s.kernelH() * s.kernelW();
        Parallel p = work < FloatSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        new FloatDepthwiseFilter(ys, xs, x, dy).run(s.batch() * s.outH(), dFilter, dFilterOffset, p);
    }

    private void run(int lines, float[] dFilter, int dFilterOffset, Parallel parallel) {
        ConvTiles tiles = new ConvTiles(lines, xs.positions(), Math.max(16, FloatDepthwise.TILE / dOut.count()), 1);
        int parts = Math.min(PARTS, tiles.count());
        int size = tapCount * channels;
        try (Scratch shared = Scratch.take()) {
            float[] sums = shared.floats(Scratch.SUMS, parts * size);
            parallel.run(parts, part -> {
                Arrays.fill(sums, part * size, (part + 1) * size, 0f);
                int end = (int) ((part + 1L) * tiles.count() / parts);
                for (int tile = (int) ((long) part * tiles.count() / parts); tile < end; tile++) {
                    tile(tiles, tile, sums, part * size);
                }
            });
            int count = dOut.count();
            for (int t = 0; t < tapCount; t++) {
                int to = dFilterOffset + t * count;
                System.arraycopy(sums, t * channels, dFilter, to, count);
                for (int part = 1; part < parts; part++) {
                    int from = part * size + t * channels;
                    for (int c = 0; c < count; c++) {
                        dFilter[to + c] += sums[from + c];
                    }
                }
            }
        }
    }

    private void tile(ConvTiles tiles, int tile, float[] sums, int sumsAt) {
        int x0 = tiles.firstColumn(tile);
        int columns = tiles.endColumn(tile) - x0;
        int width = xs.span(columns);
        try (Scratch work = Scratch.take()) {
            int[] taps = work.ints(Scratch.RIGHT, tapCount);
            int pixelSize = VectorSupport.AVAILABLE ? channels : 1;
            for (int t = 0; t < tapCount; t++) {
                taps[t] = (t / xs.taps() * ys.step() * width + t % xs.taps() * xs.step()) * pixelSize;
            }
            for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); ) {
                int lines = Math.min(ys.positions() - line % ys.positions(), tiles.endLine(tile) - line);
                if (VectorSupport.AVAILABLE) {
                    vector(line, lines, x0, columns, width, taps, sums, sumsAt, work);
                } else {
                    scalar(line, lines, x0, columns, width, taps, sums, sumsAt, work);
                }
                line += lines;
            }
        }
    }

    /** Adds what lines of one image contribute. */
    private void vector(
            int firstLine,
            int lines,
            int x0,
            int columns,
            int width,
            int[] taps,
            float[] sums,
            int sumsAt,
            Scratch work) {
        int image = firstLine / ys.positions();
        int y0 = firstLine % ys.positions();
        int rows = ys.span(lines);
        float[] x = work.floats(Scratch.LEFT, rows * width * channels);
        int inX = x0 * xs.stride() + xs.first();
        for (int r = 0; r < rows; r++) {
            lanes.copyRow(in, image, y0 * ys.stride() + ys.first() + r, inX, width, x, r * width * channels);
        }
        float[] dy = work.floats(Scratch.TILE, columns * channels);
        FloatChannels dChannels = new FloatChannels(dOut.count(), 0, 1, 1);
        for (int y = 0; y < lines; y++) {
            dChannels.copyRow(dOut, image, y0 + y, x0, columns, dy, 0);
            int at = y * ys.stride() * width * channels;
            int step = xs.stride() * channels;
            FloatVectorDepthwise.addTaps(x, at, step, columns, taps, tapCount, dy, 0, channels, sums, sumsAt);
        }
    }

    private void scalar(
            int firstLine,
            int lines,
            int x0,
            int columns,
            int width,
            int[] taps,
            float[] sums,
            int sumsAt,
            Scratch work) {
        int image = firstLine / ys.positions();
        int y0 = firstLine % ys.positions();
        int inX = x0 * xs.stride() + xs.first();
        int inY = y0 * ys.stride() + ys.first();
        float[][] x = FloatScalarDepthwise.pixels(lanes, in, image, inY, ys.span(lines), inX, width, work);
        float[][] rows = work.floatRows(Scratch.SUMS, tapCount, channels);
        for (int t = 0; t < tapCount; t++) {
            System.arraycopy(sums, sumsAt + t * channels, rows[t], 0, channels);
        }
        float[] dy = work.floats(Scratch.TILE, channels);
        for (int y = 0; y < lines; y++) {
            for (int u = 0; u < columns; u++) {
                System.arraycopy(dOut.data(), dOut.at(image, y0 + y, x0 + u), dy, 0, channels);
                int at = y * ys.stride() * width + u * xs.stride();
                FloatScalarDepthwise.addTaps(x, at, taps, tapCount, dy, channels, rows);
            }
        }
        for (int t = 0; t < tapCount; t++) {
            System.arraycopy(rows[t], 0, sums, sumsAt + t * channels, channels);
        }
    }
}
