// Generated from FloatThreeByThree.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/**
 * Depthwise convolutions of three by three taps: which of the loops of {@link DoubleVectorThreeByThree} make up the lines
 * of the result. Exists in the vector form alone.
 */
record DoubleThreeByThree(ConvAxis ys, ConvAxis xs, DoubleImages source, DoubleImages target) {
    /** Whether {@link DoubleVectorThreeByThree} serves: no more than one row or column of zeros on each side is seen. */
    boolean serves(DoubleChannels lanes) {
        return ys.taps() == 3
                && xs.taps() == 3
                && ys.step() == 1
                && xs.step() == 1
                && xs.stride() <= 2
                && lanes.same(source.channels())
                && source.channels() == target.channels()
                && ys.first() >= -1
                && xs.first() >= -1
                && ys.first() + ys.span(ys.positions()) <= source.h() + 1
                && xs.first() + xs.span(xs.positions()) <= source.w() + 1;
    }

    /** Computes lines of one image where they are, two at a time where they share rows of the source. */
    void run(int firstLine, int lines, int x0, int x1, double[] weights, DoubleChannelClamp clamp, Scratch work) {
        int image = firstLine / ys.positions();
        int size = source.w() * source.channels();
        double[] zeros = work.doubles(Scratch.LEFT, size);
        Arrays.fill(zeros, 0, size, 0d);
        for (int y = 0; y < lines; ) {
            int sourceY = (firstLine + y) % ys.positions() * ys.stride() + ys.first();
            boolean two = ys.stride() == 1 && xs.stride() == 1 && y + 1 < lines;
            // where column 0 of the source is in each row, and which array holds the first and the last
            int at = source.at(image, sourceY, 0);
            int lastY = sourceY + (two ? 3 : 2);
            Lines rows = new Lines(
                    sourceY < 0 ? zeros : source.data(),
                    sourceY < 0 ? 0 : at,
                    at + size,
                    lastY < source.h() ? source.data() : zeros,
                    lastY < source.h() ? at + lastY * size - sourceY * size : 0);
            lines(rows, firstLine + y, two, x0, x1, weights, clamp);
            y += two ? 2 : 1;
        }
    }

    /** Three rows of the source, or four of which the second and the third follow one another. */
    private record Lines(double[] first, int firstAt, int secondAt, double[] last, int lastAt) {}

    private void lines(Lines rows, int line, boolean two, int x0, int x1, double[] weights, DoubleChannelClamp clamp) {
        int channels = source.channels();
        int row = source.w() * channels;
        int sourceX = x0 * xs.stride() + xs.first();
        boolean right = sourceX + xs.span(x1 - x0) > source.w();
        boolean left = sourceX < 0;
        boolean apart = left && (xs.stride() > 1 || right && x1 - x0 == 1);
        int begin = apart ? x0 + 1 : x0;
        int end = Math.max(begin, right ? x1 - 1 : x1);
        if (apart) {
            edge(rows, line, two, x0, 1, x1 - x0 == 1 && right ? 2 : 3, weights, clamp);
        }
        if (right && x1 > begin) {
            edge(rows, line, two, x1 - 1, 0, 2, weights, clamp);
        }
        int pixels = end - begin;
        if (pixels == 0) {
            return;
        }
        int from = (begin * xs.stride() + xs.first()) * channels;
        int first = rows.firstAt() + from;
        int at = rows.secondAt() + from;
        int last = rows.lastAt() + from;
        int to = target.at(ys, xs, line, begin);
        int step = xs.targetStep() * channels;
        double[] x = source.data();
        double[] out = target.data();
        if (two) {
            int outLine = target.at(ys, xs, line + 1, begin) - to;
            DoubleVectorThreeByThree.twoLines(
                    rows.first(),
                    first,
                    x,
                    at,
                    row,
                    rows.last(),
                    last,
                    left,
                    pixels,
                    weights,
                    channels,
                    out,
                    to,
                    outLine,
                    step,
                    clamp);
        } else if (xs.stride() == 1) {
            DoubleVectorThreeByThree.oneLine(
                    rows.first(),
                    first,
                    x,
                    at,
                    rows.last(),
                    last,
                    left,
                    pixels,
                    weights,
                    channels,
                    out,
                    to,
                    step,
                    clamp);
        } else {
            DoubleVectorThreeByThree.oneLineByTwo(
                    rows.first(), first, x, at, rows.last(), last, pixels, weights, channels, out, to, step, clamp);
        }
    }

    /** Column {@code x} of one or two lines, which sees but some of its columns. */
    private void edge(
            Lines rows, int line, boolean two, int x, int from, int to, double[] weights, DoubleChannelClamp clamp) {
        int channels = source.channels();
        int row = source.w() * channels;
        int column = (x * xs.stride() + xs.first()) * channels;
        int first = rows.firstAt() + column;
        int second = rows.secondAt() + column;
        int last = rows.lastAt() + column;
        double[] data = source.data();
        double[] third = two ? data : rows.last();
        int thirdAt = two ? second + row : last;
        DoubleVectorThreeByThree.edge(
                rows.first(),
                first,
                data,
                second,
                third,
                thirdAt,
                from,
                to,
                weights,
                channels,
                target.data(),
                target.at(ys, xs, line, x),
                clamp);
        if (two) {
            DoubleVectorThreeByThree.edge(
                    data,
                    second,
                    data,
                    thirdAt,
                    rows.last(),
                    last,
                    from,
                    to,
                    weights,
                    channels,
                    target.data(),
                    target.at(ys, xs, line + 1, x),
                    clamp);
        }
    }
}
