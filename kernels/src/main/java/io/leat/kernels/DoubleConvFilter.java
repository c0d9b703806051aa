// Generated from FloatConvFilter.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/**
 * The gradient of a convolution of {@code double} with respect to its filter: see {@link Conv2d#gradientFilter}. It is a
 * product whose inner dimension is the output pixels: the left operand's column of a pixel is what the pixel sees of the
 * input. For each row of the filter, the columns are read from the input or from a copy of it with its zeros around it.
 */
final class DoubleConvFilter {
    /** Elements of the output's gradient, and of the copy of the input, that are worked on at a time. */
    private static final int BLOCK = 1 << 20;

    private static final int TILE_ROWS = 190;
    private static final int FEWEST_TILE_ROWS = 20;

    private final ConvAxis ys;
    private final ConvAxis xs;
    private final DoubleImages in;
    private final DoubleImages dOut;
    private final boolean inPlace;
    private final int width;
    private final Parallel parallel;

    private DoubleConvFilter(ConvAxis ys, ConvAxis xs, DoubleImages in, DoubleImages dOut, Parallel parallel) {
        this.ys = ys;
        this.xs = xs;
        this.in = in;
        this.dOut = dOut;
        this.parallel = parallel;
        // fewer channels than a block has rows might be read beyond the end of the array
        this.inPlace = ys.inside() && xs.inside() && in.count() >= DoubleRight.BLOCK_COLUMN_ROWS;
        this.width = inPlace ? in.w() : xs.span(xs.positions());
    }

    /** See {@link Conv2d#gradientFilter}. */
    static void gradient(
            ConvShape s,
            double[] in,
            int inOffset,
            double[] dOut,
            int dOutOffset,
            double[] dFilter,
            int dFilterOffset,
            Parallel parallel) {
        if (s.filterSize() == 0) {
            return;
        }
        int pixels = s.batch() * s.outH() * s.outW();
        if (s.pointwise()) {
            DoubleGemm.gemm(
                    true,
                    false,
                    s.inC(),
                    s.outC(),
                    pixels,
                    in,
                    inOffset,
                    s.inC(),
                    dOut,
                    dOutOffset,
                    s.outC(),
                    false,
                    dFilter,
                    dFilterOffset,
                    s.outC(),
                    parallel);
            return;
        }
        if (pixels == 0) {
            Arrays.fill(dFilter, dFilterOffset, dFilterOffset + s.filterSize(), 0d);
            return;
        }
        ConvAxis ys = ConvAxis.forward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH());
        ConvAxis xs = ConvAxis.forward(s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW());
        int outC = s.outC() / s.groups();
        Parallel p = (long) pixels * s.filterSize() < DoubleSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        for (int g = 0; g < s.groups(); g++) {
            DoubleImages x = new DoubleImages(in, inOffset, s.inH(), s.inW(), s.inC(), g * s.filterC(), s.filterC());
            DoubleImages dy = new DoubleImages(dOut, dOutOffset, s.outH(), s.outW(), s.outC(), g * outC, outC);
            new DoubleConvFilter(ys, xs, x, dy, p).run(s.batch(), dFilter, dFilterOffset + g * outC);
        }
    }

    private void run(int batch, double[] dFilter, int dFilterOffset) {
        int lines = batch * ys.positions();
        int perLine = Math.max(
                xs.positions() * DoubleRight.packedColumns(dOut.count()),
                inPlace ? 0 : ys.stride() * width * in.count());
        int blockLines = Math.max(1, Math.min(lines, BLOCK / Math.max(1, perLine)));
        try (Scratch shared = Scratch.take()) {
            for (int line = 0; line < lines; line += blockLines) {
                block(line, Math.min(lines, line + blockLines), line > 0, dFilter, dFilterOffset, shared);
            }
        }
    }

    /** Adds what the output lines from {@code from} to {@code to} contribute. */
    private void block(int from, int to, boolean accumulate, double[] dFilter, int dFilterOffset, Scratch shared) {
        int pixels = (to - from) * xs.positions();
        int[] columns = shared.ints(Scratch.LEFT, pixels);
        double[] a = inPlace ? inPlace(from, to, columns) : padded(from, to, columns, shared);
        int pixelStep = inPlace ? in.channels() : in.count();
        int outC = dOut.channels();
        Runs runs = Runs.of(pixels, 0, dOut.at(0, 0, 0) + from * xs.positions() * outC);
        // taps side by side are rows of one product if they are side by side in the input
        boolean joined = xs.step() == 1 && pixelStep == in.count();
        int products = joined ? ys.taps() : ys.taps() * xs.taps();
        int m = joined ? xs.taps() * in.count() : in.count();
        int wanted = Math.max(1, (4 * parallel.threads() + products - 1) / products);
        int tileRows = Math.min(TILE_ROWS, Math.max(FEWEST_TILE_ROWS, (m + wanted - 1) / wanted + 4)) / 5 * 5;
        int tiles = Math.max(1, (m - DoubleRight.BLOCK_COLUMN_ROWS + tileRows) / tileRows);
        try (DoubleRight right = new DoubleRight(dOut.data(), runs, outC, 1, dOut.count(), parallel)) {
            parallel.run(products * tiles, part -> {
                int product = part / tiles;
                int i = joined ? product : product / xs.taps();
                int j = joined ? 0 : product % xs.taps();
                int row = part % tiles * tileRows;
                int rows = part % tiles == tiles - 1 ? m - row : tileRows;
                int aRow = (i * ys.step() * width + j * xs.step()) * pixelStep + row;
                int cRow = dFilterOffset + ((i * xs.taps() + j) * in.count() + row) * outC;
                try (Scratch work = Scratch.take()) {
                    right.timesColumns(a, columns, aRow, rows, 0, dOut.count(), accumulate, dFilter, cRow, outC, work);
                }
            });
        }
    }

    private double[] inPlace(int from, int to, int[] columns) {
        int pixels = 0;
        for (int line = from; line < to; line++) {
            int y = line % ys.positions() * ys.stride() + ys.first();
            for (int x = 0; x < xs.positions(); x++) {
                columns[pixels++] = in.at(line / ys.positions(), y, x * xs.stride() + xs.first());
            }
        }
        return in.data();
    }

    /** Copies what the lines see, image by image, in rows of {@code width} pixels. */
    private double[] padded(int from, int to, int[] columns, Scratch shared) {
        int row = width * in.count();
        int first = from / ys.positions();
        int images = (to - 1) / ys.positions() - first + 1;
        int[] begins = new int[images + 1];
        for (int i = 0; i < images; i++) {
            begins[i + 1] = begins[i] + ys.span(endLine(first + i, to) - firstLine(first + i, from)) * row;
        }
        double[] copy = shared.doubles(Scratch.LEFT, begins[images] + DoubleRight.BLOCK_COLUMN_ROWS);
        int pixels = 0;
        for (int i = 0; i < images; i++) {
            int lines = endLine(first + i, to) - firstLine(first + i, from);
            for (int y = 0; y < lines; y++) {
                for (int x = 0; x < xs.positions(); x++) {
                    columns[pixels++] = begins[i] + y * ys.stride() * row + x * xs.stride() * in.count();
                }
            }
        }
        parallel.run(begins[images] / row, r -> {
            int i = 0;
            while (r * row >= begins[i + 1]) {
                i++;
            }
            int y = firstLine(first + i, from) * ys.stride() + ys.first() + r - begins[i] / row;
            var _ = in.copyRow(first + i, y, xs.first(), 1, width, copy, r * row);
        });
        return copy;
    }

    /** The first line of an image that belongs to a block. */
    private int firstLine(int image, int from) {
        return Math.max(0, from - image * ys.positions());
    }

    private int endLine(int image, int to) {
        return Math.min(ys.positions(), to - image * ys.positions());
    }
}
