// Generated from FloatConv.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/**
 * Convolutions of images of {@code double} and their gradients with respect to the input: see {@link Conv2d}. Each is a
 * product in which a row of the left operand holds what one target pixel sees of the source. These rows are not laid
 * out: they are read from the images themselves or from a copy of a part of them with its zeros around it, and only
 * where the pieces would be short, row by row from a copy of what each pixel sees.
 */
final class DoubleConv {
    /** Runs of the inner dimension that are at least this long need no copy row by row. */
    private static final int SHORTEST_RUN = 48;

    private static final int SLACK = 5;
    private static final int RUN_SLACK = DoubleRight.NARROW;

    private enum Reading {
        IN_PLACE,
        PADDED,
        UNFOLDED
    }

    private final ConvAxis ys;
    private final ConvAxis xs;
    private final int batch;
    private final DoubleImages source;
    private final DoubleImages target;
    private final Finish finish;
    private final Parallel parallel;

    private DoubleConv(
            ConvAxis ys,
            ConvAxis xs,
            int batch,
            DoubleImages source,
            DoubleImages target,
            Finish finish,
            Parallel parallel) {
        this.ys = ys;
        this.xs = xs;
        this.batch = batch;
        this.source = source;
        this.target = target;
        this.finish = finish;
        this.parallel = parallel;
    }

    /** See {@link Conv2d#preparedDoubles}. */
    static int preparedSize(ConvShape s) {
        int pixels = s.batch() * s.outH() * s.outW();
        int inner = s.kernelH() * s.kernelW() * s.filterC();
        if (s.pointwise()) {
            return DoubleProduct.preparedSize(pixels, s.outC(), inner);
        }
        boolean packs = VectorSupport.AVAILABLE && s.groups() == 1 && pixels > 0 && s.inputSize() > 0;
        return packs && s.filterSize() > 0 ? DoubleRight.packedSize(inner, s.outC()) : 0;
    }

    /** See {@link Conv2d#prepare}. */
    static void prepare(ConvShape s, double[] filter, int filterOffset, double[] prepared, Parallel parallel) {
        Runs runs = Runs.of(s.kernelH() * s.kernelW() * s.filterC(), 0, filterOffset);
        DoubleRight.prepare(filter, runs, s.outC(), 1, s.outC(), prepared, parallel);
    }

    /** See {@link Conv2d#forward}. */
    static void forward(
            ConvShape s,
            double[] in,
            int inOffset,
            double[] filter,
            int filterOffset,
            boolean prepared,
            double[] out,
            int outOffset,
            Finish finish,
            Parallel parallel) {
        int pixels = s.batch() * s.outH() * s.outW();
        if (s.pointwise()) {
            DoubleProduct.run(
                    false,
                    pixels,
                    s.outC(),
                    s.inC(),
                    in,
                    inOffset,
                    s.inC(),
                    filter,
                    filterOffset,
                    s.outC(),
                    prepared,
                    out,
                    outOffset,
                    finish,
                    parallel);
            return;
        }
        ConvAxis ys = ConvAxis.forward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH());
        ConvAxis xs = ConvAxis.forward(s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW());
        int outC = s.outC() / s.groups();
        Finish each = s.groups() == 1 ? finish : Finish.NOTHING;
        for (int g = 0; g < s.groups(); g++) {
            DoubleImages source =
                    new DoubleImages(in, inOffset, s.inH(), s.inW(), s.inC(), g * s.filterC(), s.filterC());
            DoubleImages target = new DoubleImages(out, outOffset, s.outH(), s.outW(), s.outC(), g * outC, outC);
            new DoubleConv(ys, xs, s.batch(), source, target, each, parallel)
                    .run(s, filter, prepared, filterOffset + g * outC, s.outC(), 1);
        }
        if (s.groups() > 1) {
            finish.rows(outOffset, pixels, s.outC(), parallel);
        }
    }

    /** See {@link Conv2d#gradientInput}. */
    static void gradientInput(
            ConvShape s,
            double[] filter,
            int filterOffset,
            double[] dOut,
            int dOutOffset,
            double[] dIn,
            int dInOffset,
            Parallel parallel) {
        if (s.pointwise()) {
            int pixels = s.batch() * s.outH() * s.outW();
            DoubleGemm.gemm(
                    false,
                    true,
                    pixels,
                    s.inC(),
                    s.outC(),
                    dOut,
                    dOutOffset,
                    s.outC(),
                    filter,
                    filterOffset,
                    s.outC(),
                    false,
                    dIn,
                    dInOffset,
                    s.inC(),
                    parallel);
            return;
        }
        int outC = s.outC() / s.groups();
        for (int g = 0; g < s.groups(); g++) {
            DoubleImages source = new DoubleImages(dOut, dOutOffset, s.outH(), s.outW(), s.outC(), g * outC, outC);
            DoubleImages target =
                    new DoubleImages(dIn, dInOffset, s.inH(), s.inW(), s.inC(), g * s.filterC(), s.filterC());
            for (int i = 0; i < s.strideH(); i++) {
                ConvAxis ys =
                        ConvAxis.backward(s.inH(), s.kernelH(), s.strideH(), s.dilationH(), s.padTop(), s.outH(), i);
                for (int j = 0; j < s.strideW(); j++) {
                    ConvAxis xs = ConvAxis.backward(
                            s.inW(), s.kernelW(), s.strideW(), s.dilationW(), s.padLeft(), s.outW(), j);
                    new DoubleConv(ys, xs, s.batch(), source, target, Finish.NOTHING, parallel)
                            .run(s, filter, false, filterOffset + g * outC, 1, s.outC());
                }
            }
        }
    }

    private void run(ConvShape s, double[] filter, boolean prepared, int filterOffset, int rowStep, int columnStep) {
        long pixels = (long) batch * ys.positions() * xs.positions();
        if (pixels * target.count() == 0) {
            return;
        }
        int inner = ys.taps() * xs.taps() * source.count();
        if (inner == 0 || source.h() == 0 || source.w() == 0) {
            clear();
            finish.rows(target.at(0, 0, 0), (int) pixels, target.channels(), parallel);
            return;
        }
        Parallel p = pixels * target.count() * inner < DoubleSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        ConvTiles tiles = new ConvTiles(batch * ys.positions(), xs.positions(), ConvTiles.PIXELS, p.threads());
        Reading reading = reading();
        int width = reading == Reading.IN_PLACE ? source.w() : xs.span(tiles.tileColumns());
        Runs runs = new Runs(ys.taps() * xs.taps());
        int tapSize = s.filterC() * s.outC();
        for (int i = 0; i < ys.taps(); i++) {
            for (int j = 0; j < xs.taps(); j++) {
                int tap = ys.kernel(i) * s.kernelW() + xs.kernel(j);
                runs.add(source.count(), left(reading, width, i, j), filterOffset + tap * tapSize);
            }
        }
        int n = target.count();
        try (DoubleRight right = prepared
                ? DoubleRight.prepared(filter, runs, n)
                : new DoubleRight(filter, runs, rowStep, columnStep, n, p)) {
            // few tiles are cut into columns as well
            int cuts = tiles.count() < 4 * p.threads() ? (n + DoubleRight.COLUMNS - 1) / DoubleRight.COLUMNS : 1;
            int columns = cuts == 1 ? n : DoubleRight.COLUMNS;
            p.run(tiles.count() * cuts, part -> {
                int from = part % cuts * columns;
                tile(tiles, part / cuts, reading, width, inner, right, from, Math.min(n, from + columns));
                if (cuts == 1 && finish != Finish.NOTHING) {
                    finish(tiles, part);
                }
            });
            if (cuts > 1) {
                finish.rows(target.at(0, 0, 0), (int) pixels, target.channels(), p);
            }
        }
    }

    /** Tells that a tile is final: its lines one by one, or at once where they follow one another. */
    private void finish(ConvTiles tiles, int tile) {
        int c0 = tiles.firstColumn(tile);
        int c1 = tiles.endColumn(tile);
        int step = c1 - c0 == xs.positions() ? tiles.endLine(tile) - tiles.firstLine(tile) : 1;
        for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); line += step) {
            finish.range(target.at(0, line, c0), target.at(0, line + step - 1, c1));
        }
    }

    private Reading reading() {
        boolean joined = xs.step() == 1;
        int padded = joined ? xs.taps() * source.count() : source.count();
        int inPlace = joined && source.count() == source.channels() ? padded : source.count();
        boolean one = ys.taps() == 1 && xs.taps() == 1;
        if (ys.inside() && xs.inside() && (inPlace >= SHORTEST_RUN || one)) {
            return Reading.IN_PLACE;
        }
        return padded >= SHORTEST_RUN ? Reading.PADDED : Reading.UNFOLDED;
    }

    /** Where, after the beginning of a row of the left operand, tap (i, j) begins. */
    private int left(Reading reading, int width, int i, int j) {
        return switch (reading) {
            case IN_PLACE -> (i * ys.step() * width + j * xs.step()) * source.channels();
            case PADDED -> (i * ys.step() * width + j * xs.step()) * source.count();
            case UNFOLDED -> (i * xs.taps() + j) * source.count();
        };
    }

    private void tile(
            ConvTiles tiles, int tile, Reading reading, int width, int inner, DoubleRight right, int from, int to) {
        try (Scratch work = Scratch.take()) {
            int[] aRows = work.ints(Scratch.LEFT, tiles.tilePixels() + SLACK);
            double[] a = switch (reading) {
                case IN_PLACE -> inPlace(tiles, tile, aRows);
                case PADDED -> padded(tiles, tile, aRows, width, Scratch.LEFT, work);
                case UNFOLDED ->
                    xs.step() == 1
                            ? unfoldedRuns(tiles, tile, aRows, inner, width, work)
                            : unfolded(tiles, tile, aRows, inner, work);
            };
            int[] cRows = work.ints(Scratch.TILE, tiles.tilePixels() + SLACK);
            int pixels = targets(tiles, tile, cRows);
            Arrays.fill(aRows, pixels, pixels + SLACK, aRows[pixels - 1]);
            right.timesRows(a, aRows, pixels, from, to, false, target.data(), cRows, work);
        }
    }

    private int targets(ConvTiles tiles, int tile, int[] rows) {
        int pixels = 0;
        for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); line++) {
            int y = ys.targetFirst() + line % ys.positions() * ys.targetStep();
            for (int x = tiles.firstColumn(tile); x < tiles.endColumn(tile); x++) {
                rows[pixels++] = target.at(line / ys.positions(), y, xs.targetFirst() + x * xs.targetStep());
            }
        }
        return pixels;
    }

    private double[] inPlace(ConvTiles tiles, int tile, int[] rows) {
        int pixels = 0;
        for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); line++) {
            int y = line % ys.positions() * ys.stride() + ys.first();
            for (int x = tiles.firstColumn(tile); x < tiles.endColumn(tile); x++) {
                rows[pixels++] = source.at(line / ys.positions(), y, x * xs.stride() + xs.first());
            }
        }
        return source.data();
    }

    /** As {@link #unfolded}, by runs of pixels that lie side by side in a copy with the zeros around the image. */
    private double[] unfoldedRuns(ConvTiles tiles, int tile, int[] rows, int inner, int width, Scratch work) {
        double[] x = padded(tiles, tile, rows, width, Scratch.SUMS, work);
        double[] copy = work.doubles(Scratch.LEFT, tiles.tilePixels() * inner + RUN_SLACK);
        int lines = tiles.endLine(tile) - tiles.firstLine(tile);
        int pixels = lines * (tiles.endColumn(tile) - tiles.firstColumn(tile));
        int run = xs.taps() * source.count();
        int step = ys.step() * width * source.count();
        for (int p = 0; p < pixels; p++) {
            int at = rows[p];
            rows[p] = p * inner;
            for (int i = 0; i < ys.taps(); i++) {
                copyRun(x, at + i * step, copy, p * inner + i * run, run);
            }
        }
        return copy;
    }

    /** Copies {@code n} elements, and up to {@link #RUN_SLACK} more when that is faster. */
    private static void copyRun(double[] x, int from, double[] out, int to, int n) {
        if (DoubleForms.PACK_RUN.ready(n)) {
            DoubleVectorPack.run(x, from, out, to, n);
        } else {
            for (int i = 0; i < n; i++) {
                out[to + i] = x[from + i];
            }
        }
    }

    /** Copies what each pixel sees. */
    private double[] unfolded(ConvTiles tiles, int tile, int[] rows, int inner, Scratch work) {
        double[] copy = work.doubles(Scratch.LEFT, tiles.tilePixels() * inner);
        int pixels = 0;
        int at = 0;
        for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); line++) {
            int y = line % ys.positions() * ys.stride() + ys.first();
            for (int u = tiles.firstColumn(tile); u < tiles.endColumn(tile); u++) {
                rows[pixels++] = at;
                int x = u * xs.stride() + xs.first();
                for (int i = 0; i < ys.taps(); i++) {
                    int image = line / ys.positions();
                    at = source.copyRow(image, y + i * ys.step(), x, xs.step(), xs.taps(), copy, at);
                }
            }
        }
        return copy;
    }

    /** Copies what the lines of a tile see, image by image, in rows of {@code width} pixels. */
    private double[] padded(ConvTiles tiles, int tile, int[] rows, int width, int name, Scratch work) {
        int tileLines = tiles.endLine(tile) - tiles.firstLine(tile);
        int images = tileLines / ys.positions() + 2;
        int copyLines = tileLines * ys.stride() + images * ys.span(1);
        double[] copy = work.doubles(name, copyLines * width * source.count() + RUN_SLACK);
        int x0 = tiles.firstColumn(tile);
        int columns = tiles.endColumn(tile) - x0;
        int at = 0;
        int pixels = 0;
        for (int line = tiles.firstLine(tile); line < tiles.endLine(tile); ) {
            int y0 = line % ys.positions();
            int lines = Math.min(ys.positions() - y0, tiles.endLine(tile) - line);
            for (int y = 0; y < lines; y++) {
                for (int x = 0; x < columns; x++) {
                    rows[pixels++] = at + (y * ys.stride() * width + x * xs.stride()) * source.count();
                }
            }
            int firstY = y0 * ys.stride() + ys.first();
            int firstX = x0 * xs.stride() + xs.first();
            for (int y = 0; y < ys.span(lines); y++) {
                at = source.copyRow(line / ys.positions(), firstY + y, firstX, 1, width, copy, at);
            }
            line += lines;
        }
        return copy;
    }

    /** Sets the target pixels of these axes to zero. */
    private void clear() {
        for (int line = 0; line < batch * ys.positions(); line++) {
            int y = ys.targetFirst() + line % ys.positions() * ys.targetStep();
            for (int x = 0; x < xs.positions(); x++) {
                int at = target.at(line / ys.positions(), y, xs.targetFirst() + x * xs.targetStep());
                Arrays.fill(target.data(), at, at + target.count(), 0d);
            }
        }
    }
}
