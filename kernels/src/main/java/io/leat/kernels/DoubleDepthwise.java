// Generated from FloatDepthwise.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/**
 * Depthwise convolutions of images of {@code double} and their gradients with respect to the input: see
 * {@link DepthwiseConv2d}.
 */
final class DoubleDepthwise {
    /** Elements of the source that a tile should see. */
    static final int TILE = 1 << 15;

    private final ConvAxis ys;
    private final ConvAxis xs;
    private final int batch;
    private final DoubleImages source;
    private final DoubleImages target;
    private final DoubleChannels lanes;

    private DoubleDepthwise(
            ConvAxis ys, ConvAxis xs, int batch, DoubleImages source, DoubleImages target, DoubleChannels lanes) {
        this.ys = ys;
        this.xs = xs;
        this.batch = batch;
        this.source = source;
        this.target = target;
        this.lanes = lanes;
    }

    /** See {@link DepthwiseConv2d#forward}. */
    static void forward(
            ConvShape s,
            double[] in,
            int inOffset,
            double[] filter,
            int filterOffset,
            double[] out,
            int outOffset,
            Parallel parallel) {
        if (s.outputSize() == 0) {
            return;
        }
        ConvAxis ys = ConvAxis.forward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH());
        ConvAxis xs = ConvAxis.forward(s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW());
        DoubleImages source = new DoubleImages(in, inOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        DoubleImages target = new DoubleImages(out, outOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        DoubleChannels channels = new DoubleChannels(s.outC(), 0, 1, s.outC() / s.inC());
        new DoubleDepthwise(ys, xs, s.batch(), source, target, channels)
                .run(s, filter, filterOffset, new DoubleChannels(s.outC(), 0, 1, 1), false, parallel);
    }

    /** See {@link DepthwiseConv2d#gradientInput}. */
    static void gradientInput(
            ConvShape s,
            double[] filter,
            int filterOffset,
            double[] dOut,
            int dOutOffset,
            double[] dIn,
            int dInOffset,
            Parallel parallel) {
        if (s.inputSize() == 0) {
            return;
        }
        int multiplier = s.outC() / s.inC();
        DoubleImages source = new DoubleImages(dOut, dOutOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        DoubleImages target = new DoubleImages(dIn, dInOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        if (multiplier == 0) {
            Arrays.fill(dIn, dInOffset, dInOffset + s.inputSize(), 0d);
        }
        for (int i = 0; i < s.strideH(); i++) {
            ConvAxis ys = ConvAxis.backward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH(), i);
            for (int j = 0; j < s.strideW(); j++) {
                ConvAxis xs =
                        ConvAxis.backward(s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW(), j);
                for (int m = 0; m < multiplier; m++) {
                    DoubleChannels channels = new DoubleChannels(s.inC(), m, multiplier, 1);
                    new DoubleDepthwise(ys, xs, s.batch(), source, target, channels)
                            .run(s, filter, filterOffset, channels, m > 0, parallel);
                }
            }
        }
    }

    private void run(
            ConvShape s,
            double[] filter,
            int filterOffset,
            DoubleChannels tapChannels,
            boolean accumulate,
            Parallel parallel) {
        int lines = batch * ys.positions();
        if (lines * xs.positions() == 0) {
            return;
        }
        int channels = lanes.channels();
        int tapCount = ys.taps() * xs.taps();
        long work = (long) lines * xs.positions() * channels * tapCount;
        Parallel p = work < DoubleSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        ConvTiles tiles = new ConvTiles(lines, xs.positions(), Math.max(16, TILE / channels), p.threads());
        boolean inPlace = ys.inside() && xs.inside() && lanes.same(source.channels());
        int width = inPlace ? source.w() : xs.span(tiles.tileColumns());
        try (Scratch shared = Scratch.take()) {
            double[] weights = shared.doubles(Scratch.RIGHT, tapCount * channels);
            int[] taps = shared.ints(Scratch.RIGHT, tapCount);
            for (int t = 0; t < tapCount; t++) {
                int i = t / xs.taps();
                int j = t % xs.taps();
                taps[t] = (i * ys.step() * width + j * xs.step()) * channels;
                int tap = ys.kernel(i) * s.kernelW() + xs.kernel(j);
                tapChannels.copy(filter, filterOffset + tap * s.outC(), weights, t * channels);
            }
            p.run(tiles.count(), tile -> tile(tiles, tile, inPlace, width, taps, tapCount, weights, accumulate));
        }
    }

    private void tile(
            ConvTiles tiles,
            int tile,
            boolean inPlace,
            int width,
            int[] taps,
            int tapCount,
            double[] weights,
            boolean accumulate) {
        int channels = lanes.channels();
        int x0 = tiles.firstColumn(tile);
        int columns = tiles.endColumn(tile) - x0;
        int sourceX = x0 * xs.stride() + xs.first();
        try (Scratch work = Scratch.take()) {
            for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); ) {
                int image = line / ys.positions();
                int y0 = line % ys.positions();
                int sourceY = y0 * ys.stride() + ys.first();
                int lines = Math.min(ys.positions() - y0, tiles.endLine(tile) - line);
                double[] x = source.data();
                int at = inPlace ? source.at(image, sourceY, sourceX) : 0;
                if (!inPlace && tapCount > 0) {
                    int rows = ys.span(lines);
                    x = work.doubles(Scratch.LEFT, rows * width * channels);
                    for (int r = 0; r < rows; r++) {
                        lanes.copyRow(source, image, sourceY + r, sourceX, width, x, r * width * channels);
                    }
                }
                for (int y = 0; y < lines; y++) {
                    int targetY = ys.targetFirst() + (y0 + y) * ys.targetStep();
                    int to = target.at(image, targetY, xs.targetFirst() + x0 * xs.targetStep());
                    int from = at + y * ys.stride() * width * channels;
                    line(x, from, columns, taps, tapCount, weights, accumulate, to);
                }
                line += lines;
            }
        }
    }

    private void line(
            double[] x,
            int at,
            int columns,
            int[] taps,
            int tapCount,
            double[] weights,
            boolean accumulate,
            int outAt) {
        int channels = lanes.channels();
        int step = xs.stride() * channels;
        int outStep = xs.targetStep() * target.channels();
        double[] out = target.data();
        int u = 0;
        if (VectorSupport.AVAILABLE) {
            for (; u + 4 <= columns; u += 4) {
                DoubleVectorDepthwise.fourPixels(
                        x,
                        at + u * step,
                        step,
                        taps,
                        tapCount,
                        weights,
                        channels,
                        accumulate,
                        out,
                        outAt + u * outStep,
                        outStep,
                        target.count());
            }
        }
        for (; u < columns; u++) {
            int from = at + u * step;
            int to = outAt + u * outStep;
            if (VectorSupport.AVAILABLE) {
                DoubleVectorDepthwise.onePixel(
                        x, from, taps, tapCount, weights, channels, accumulate, out, to, target.count());
            } else {
                DoubleScalarDepthwise.onePixel(
                        x, from, taps, tapCount, weights, channels, accumulate, out, to, target.count());
            }
        }
    }
}
