package io.leat.kernels;

import java.util.Arrays;

/**
 * Depthwise convolutions of images of {@code float} and their gradients with respect to the input: see
 * {@link DepthwiseConv2d}.
 */
final class FloatDepthwise {
    /** Elements of the source that a tile should see. */
    static final int TILE = 1 << 15;

    private final ConvAxis ys;
    private final ConvAxis xs;
    private final int batch;
    private final FloatImages source;
    private final FloatImages target;
    private final FloatChannels lanes;

    private FloatDepthwise(
            ConvAxis ys, ConvAxis xs, int batch, FloatImages source, FloatImages target, FloatChannels lanes) {
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
            float[] in,
            int inOffset,
            float[] filter,
            int filterOffset,
            float[] out,
            int outOffset,
            Finish finish,
            Parallel parallel) {
        if (s.outputSize() == 0) {
            return;
        }
        ConvAxis ys = ConvAxis.forward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH());
        ConvAxis xs = ConvAxis.forward(s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW());
        FloatImages source = new FloatImages(in, inOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        FloatImages target = new FloatImages(out, outOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        FloatChannels channels = new FloatChannels(s.outC(), 0, 1, s.outC() / s.inC());
        new FloatDepthwise(ys, xs, s.batch(), source, target, channels)
                .run(s, filter, filterOffset, new FloatChannels(s.outC(), 0, 1, 1), false, finish, parallel);
    }

    /** See {@link DepthwiseConv2d#gradientInput}. */
    static void gradientInput(
            ConvShape s,
            float[] filter,
            int filterOffset,
            float[] dOut,
            int dOutOffset,
            float[] dIn,
            int dInOffset,
            Parallel parallel) {
        if (s.inputSize() == 0) {
            return;
        }
        int multiplier = s.outC() / s.inC();
        FloatImages source = new FloatImages(dOut, dOutOffset, s.outH(), s.outW(), s.outC(), 0, s.outC());
        FloatImages target = new FloatImages(dIn, dInOffset, s.inH(), s.inW(), s.inC(), 0, s.inC());
        if (multiplier == 0) {
            Arrays.fill(dIn, dInOffset, dInOffset + s.inputSize(), 0f);
        }
        for (int i = 0; i < s.strideH(); i++) {
            ConvAxis ys = ConvAxis.backward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH(), i);
            for (int j = 0; j < s.strideW(); j++) {
                ConvAxis xs =
                        ConvAxis.backward(s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW(), j);
                for (int m = 0; m < multiplier; m++) {
                    FloatChannels channels = new FloatChannels(s.inC(), m, multiplier, 1);
                    new FloatDepthwise(ys, xs, s.batch(), source, target, channels)
                            .run(s, filter, filterOffset, channels, m > 0, Finish.NOTHING, parallel);
                }
            }
        }
    }

    private void run(
            ConvShape s,
            float[] filter,
            int filterOffset,
            FloatChannels tapChannels,
            boolean accumulate,
            Finish finish,
            Parallel parallel) {
        int lines = batch * ys.positions();
        if (lines * xs.positions() == 0) {
            return;
        }
        int channels = lanes.channels();
        int tapCount = ys.taps() * xs.taps();
        long terms = (long) lines * xs.positions() * channels * tapCount;
        Parallel p = terms < FloatSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        ConvTiles tiles = new ConvTiles(lines, xs.positions(), Math.max(16, TILE / channels), p.threads());
        boolean inPlace = VectorSupport.AVAILABLE && ys.inside() && xs.inside() && lanes.same(source.channels());
        FloatThreeByThree threeByThree = new FloatThreeByThree(ys, xs, source, target);
        boolean three = VectorSupport.AVAILABLE && threeByThree.serves(lanes) && !accumulate;
        FloatChannelClamp given = three && finish instanceof FloatChannelClamp c ? c : null;
        int width = inPlace ? source.w() : xs.span(tiles.tileColumns());
        // in the scalar form each pixel has an array of its own
        int pixelSize = VectorSupport.AVAILABLE ? channels : 1;
        try (Scratch shared = Scratch.take()) {
            float[][] weights = shared.floatRows(Scratch.RIGHT, tapCount, channels);
            float[] flat = shared.floats(Scratch.RIGHT, tapCount * channels);
            int[] taps = shared.ints(Scratch.RIGHT, tapCount);
            for (int t = 0; t < tapCount; t++) {
                int i = t % ys.taps();
                int j = t / ys.taps();
                taps[t] = (i * ys.step() * width + j * xs.step()) * pixelSize;
                int at = filterOffset + (ys.kernel(i) * s.kernelW() + xs.kernel(j)) * s.outC();
                tapChannels.copy(filter, at, weights[t], 0);
                System.arraycopy(weights[t], 0, flat, t * channels, channels);
            }
            p.run(tiles.count(), tile -> {
                int x0 = tiles.firstColumn(tile);
                int x1 = tiles.endColumn(tile);
                for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); ) {
                    int rest = Math.min(ys.positions() - line % ys.positions(), tiles.endLine(tile) - line);
                    try (Scratch work = Scratch.take()) {
                        if (three) {
                            FloatChannelClamp clamp =
                                    given == null ? FloatChannelClamp.identity(target.data(), channels, work) : given;
                            threeByThree.run(line, rest, x0, x1, flat, clamp, work);
                        } else if (VectorSupport.AVAILABLE) {
                            vector(line, rest, x0, x1, inPlace, width, taps, tapCount, flat, accumulate, work);
                        } else {
                            scalar(line, rest, x0, x1, width, taps, tapCount, weights, accumulate, work);
                        }
                    }
                    for (int i = line; i < line + rest && finish != Finish.NOTHING && given == null; i++) {
                        finish.range(targetAt(i, x0), targetAt(i, x0) + (x1 - x0) * target.channels());
                    }
                    line += rest;
                }
            });
        }
    }

    /** Computes lines of one image, from column {@code x0} to {@code x1}. */
    private void vector(
            int firstLine,
            int lines,
            int x0,
            int x1,
            boolean inPlace,
            int width,
            int[] taps,
            int tapCount,
            float[] weights,
            boolean accumulate,
            Scratch work) {
        int channels = lanes.channels();
        int image = firstLine / ys.positions();
        int sourceY = firstLine % ys.positions() * ys.stride() + ys.first();
        int sourceX = x0 * xs.stride() + xs.first();
        float[] x = source.data();
        int at = inPlace ? source.at(image, sourceY, sourceX) : 0;
        if (!inPlace && tapCount > 0) {
            int rows = ys.span(lines);
            x = work.floats(Scratch.LEFT, rows * width * channels);
            for (int r = 0; r < rows; r++) {
                lanes.copyRow(source, image, sourceY + r, sourceX, width, x, r * width * channels);
            }
        }
        int step = xs.stride() * channels;
        int outStep = xs.targetStep() * target.channels();
        int count = target.count();
        float[] out = target.data();
        for (int y = 0; y < lines; y++) {
            int from = at + y * ys.stride() * width * channels;
            int to = targetAt(firstLine + y, x0);
            int u = 0;
            for (; u + 4 <= x1 - x0; u += 4) {
                FloatVectorDepthwise.fourPixels(
                        x,
                        from + u * step,
                        step,
                        taps,
                        tapCount,
                        weights,
                        channels,
                        accumulate,
                        out,
                        to + u * outStep,
                        outStep,
                        count);
            }
            for (; u < x1 - x0; u++) {
                FloatVectorDepthwise.onePixel(
                        x,
                        from + u * step,
                        taps,
                        tapCount,
                        weights,
                        channels,
                        accumulate,
                        out,
                        to + u * outStep,
                        count);
            }
        }
    }

    private void scalar(
            int firstLine,
            int lines,
            int x0,
            int x1,
            int width,
            int[] taps,
            int tapCount,
            float[][] weights,
            boolean accumulate,
            Scratch work) {
        int image = firstLine / ys.positions();
        int sourceY = firstLine % ys.positions() * ys.stride() + ys.first();
        int sourceX = x0 * xs.stride() + xs.first();
        int rows = tapCount == 0 ? 0 : ys.span(lines);
        float[][] x = FloatScalarDepthwise.pixels(lanes, source, image, sourceY, rows, sourceX, width, work);
        int count = target.count();
        float[] sums = work.floats(Scratch.SUMS, count);
        float[] out = target.data();
        for (int y = 0; y < lines; y++) {
            int to = targetAt(firstLine + y, x0);
            for (int u = 0; u < x1 - x0; u++) {
                int from = y * ys.stride() * width + u * xs.stride();
                FloatScalarDepthwise.sum(x, from, taps, tapCount, weights, count, sums);
                for (int c = 0; c < count; c++) {
                    out[to + c] = accumulate ? out[to + c] + sums[c] : sums[c];
                }
                to += xs.targetStep() * target.channels();
            }
        }
    }

    private int targetAt(int line, int x) {
        return target.at(ys, xs, line, x);
    }
}
