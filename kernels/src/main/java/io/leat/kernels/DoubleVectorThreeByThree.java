// Generated from FloatVectorThreeByThree.java by TwinsTest: change that file.
package io.leat.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lines of depthwise convolutions by three by three taps: channels are lanes, their number a multiple of the vectors'
 * length. The filter of a vector of channels stays in registers while the columns pass by; each is loaded once for the
 * three pixels that see it, and in {@link #twoLines} for both lines. A pixel's sum takes the taps column by column.
 *
 * <p>The first and the last row of the source may be another array, of zeros. Columns begin with the first that the
 * first pixel sees; with {@code left} that one lies outside. All others are there, but for {@link #edge}. Each sum is then replaced by what {@link DoubleChannelClamp} makes of it. Methods that are larger than
 * these are no longer inlined as a whole by the compiler, which costs a factor of ten.
 */
final class DoubleVectorThreeByThree {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int WIDTH = LANES.length();

    private DoubleVectorThreeByThree() {}

    /** Lines {@code outAt} and {@code outAt + outLine} from four rows; pixels are one column apart. */
    static void twoLines(
            double[] first,
            int firstAt,
            double[] x,
            int at,
            int row,
            double[] last,
            int lastAt,
            boolean left,
            int pixels,
            double[] weights,
            int channels,
            double[] out,
            int outAt,
            int outLine,
            int outStep,
            DoubleChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            DoubleVector w00 = DoubleVector.fromArray(LANES, weights, c);
            DoubleVector w10 = DoubleVector.fromArray(LANES, weights, channels + c);
            DoubleVector w20 = DoubleVector.fromArray(LANES, weights, 2 * channels + c);
            DoubleVector w01 = DoubleVector.fromArray(LANES, weights, 3 * channels + c);
            DoubleVector w11 = DoubleVector.fromArray(LANES, weights, 4 * channels + c);
            DoubleVector w21 = DoubleVector.fromArray(LANES, weights, 5 * channels + c);
            DoubleVector w02 = DoubleVector.fromArray(LANES, weights, 6 * channels + c);
            DoubleVector w12 = DoubleVector.fromArray(LANES, weights, 7 * channels + c);
            DoubleVector w22 = DoubleVector.fromArray(LANES, weights, 8 * channels + c);
            DoubleVector minus = DoubleVector.fromArray(LANES, clamp.minus(), c);
            DoubleVector times = DoubleVector.fromArray(LANES, clamp.times(), c);
            DoubleVector plus = DoubleVector.fromArray(LANES, clamp.plus(), c);
            DoubleVector least = DoubleVector.broadcast(LANES, clamp.least());
            DoubleVector most = DoubleVector.broadcast(LANES, clamp.most());
            DoubleVector zero = DoubleVector.zero(LANES);
            int at0 = firstAt + c;
            int at1 = at + c;
            int at2 = at + row + c;
            int at3 = lastAt + c;
            DoubleVector a0 = zero;
            DoubleVector a1 = zero;
            DoubleVector b0 = zero;
            DoubleVector b1 = zero;
            for (int u = left ? -1 : -2; u < pixels; u++) {
                int from = (u + 2) * channels;
                DoubleVector r0 = DoubleVector.fromArray(LANES, first, at0 + from);
                DoubleVector r1 = DoubleVector.fromArray(LANES, x, at1 + from);
                DoubleVector r2 = DoubleVector.fromArray(LANES, x, at2 + from);
                DoubleVector r3 = DoubleVector.fromArray(LANES, last, at3 + from);
                if (u >= 0) {
                    int to = outAt + c + u * outStep;
                    a0 = w22.fma(r2, w12.fma(r1, w02.fma(r0, a0)));
                    a1 = w22.fma(r3, w12.fma(r2, w02.fma(r1, a1)));
                    put(a0, minus, times, plus, least, most, out, to);
                    put(a1, minus, times, plus, least, most, out, to + outLine);
                }
                a0 = w21.fma(r2, w11.fma(r1, w01.fma(r0, b0)));
                a1 = w21.fma(r3, w11.fma(r2, w01.fma(r1, b1)));
                b0 = w20.fma(r2, w10.fma(r1, w00.fma(r0, zero)));
                b1 = w20.fma(r3, w10.fma(r2, w00.fma(r1, zero)));
            }
        }
    }

    /** One line from three rows; pixels are one column apart. */
    static void oneLine(
            double[] first,
            int firstAt,
            double[] x,
            int at,
            double[] last,
            int lastAt,
            boolean left,
            int pixels,
            double[] weights,
            int channels,
            double[] out,
            int outAt,
            int outStep,
            DoubleChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            DoubleVector w00 = DoubleVector.fromArray(LANES, weights, c);
            DoubleVector w10 = DoubleVector.fromArray(LANES, weights, channels + c);
            DoubleVector w20 = DoubleVector.fromArray(LANES, weights, 2 * channels + c);
            DoubleVector w01 = DoubleVector.fromArray(LANES, weights, 3 * channels + c);
            DoubleVector w11 = DoubleVector.fromArray(LANES, weights, 4 * channels + c);
            DoubleVector w21 = DoubleVector.fromArray(LANES, weights, 5 * channels + c);
            DoubleVector w02 = DoubleVector.fromArray(LANES, weights, 6 * channels + c);
            DoubleVector w12 = DoubleVector.fromArray(LANES, weights, 7 * channels + c);
            DoubleVector w22 = DoubleVector.fromArray(LANES, weights, 8 * channels + c);
            DoubleVector minus = DoubleVector.fromArray(LANES, clamp.minus(), c);
            DoubleVector times = DoubleVector.fromArray(LANES, clamp.times(), c);
            DoubleVector plus = DoubleVector.fromArray(LANES, clamp.plus(), c);
            DoubleVector least = DoubleVector.broadcast(LANES, clamp.least());
            DoubleVector most = DoubleVector.broadcast(LANES, clamp.most());
            DoubleVector zero = DoubleVector.zero(LANES);
            int at0 = firstAt + c;
            int at1 = at + c;
            int at2 = lastAt + c;
            DoubleVector a = zero;
            DoubleVector b = zero;
            for (int u = left ? -1 : -2; u < pixels; u++) {
                int from = (u + 2) * channels;
                DoubleVector r0 = DoubleVector.fromArray(LANES, first, at0 + from);
                DoubleVector r1 = DoubleVector.fromArray(LANES, x, at1 + from);
                DoubleVector r2 = DoubleVector.fromArray(LANES, last, at2 + from);
                if (u >= 0) {
                    a = w22.fma(r2, w12.fma(r1, w02.fma(r0, a)));
                    put(a, minus, times, plus, least, most, out, outAt + c + u * outStep);
                }
                a = w21.fma(r2, w11.fma(r1, w01.fma(r0, b)));
                b = w20.fma(r2, w10.fma(r1, w00.fma(r0, zero)));
            }
        }
    }

    /** One line from three rows; pixels are two columns apart. */
    static void oneLineByTwo(
            double[] first,
            int firstAt,
            double[] x,
            int at,
            double[] last,
            int lastAt,
            int pixels,
            double[] weights,
            int channels,
            double[] out,
            int outAt,
            int outStep,
            DoubleChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            DoubleVector w00 = DoubleVector.fromArray(LANES, weights, c);
            DoubleVector w10 = DoubleVector.fromArray(LANES, weights, channels + c);
            DoubleVector w20 = DoubleVector.fromArray(LANES, weights, 2 * channels + c);
            DoubleVector w01 = DoubleVector.fromArray(LANES, weights, 3 * channels + c);
            DoubleVector w11 = DoubleVector.fromArray(LANES, weights, 4 * channels + c);
            DoubleVector w21 = DoubleVector.fromArray(LANES, weights, 5 * channels + c);
            DoubleVector w02 = DoubleVector.fromArray(LANES, weights, 6 * channels + c);
            DoubleVector w12 = DoubleVector.fromArray(LANES, weights, 7 * channels + c);
            DoubleVector w22 = DoubleVector.fromArray(LANES, weights, 8 * channels + c);
            DoubleVector minus = DoubleVector.fromArray(LANES, clamp.minus(), c);
            DoubleVector times = DoubleVector.fromArray(LANES, clamp.times(), c);
            DoubleVector plus = DoubleVector.fromArray(LANES, clamp.plus(), c);
            DoubleVector least = DoubleVector.broadcast(LANES, clamp.least());
            DoubleVector most = DoubleVector.broadcast(LANES, clamp.most());
            DoubleVector zero = DoubleVector.zero(LANES);
            int at0 = firstAt + c;
            int at1 = at + c;
            int at2 = lastAt + c;
            DoubleVector a = w00.fma(DoubleVector.fromArray(LANES, first, at0), zero);
            a = w10.fma(DoubleVector.fromArray(LANES, x, at1), a);
            a = w20.fma(DoubleVector.fromArray(LANES, last, at2), a);
            int to = outAt + c;
            for (int u = 0; u < pixels; u++) {
                int middle = (2 * u + 1) * channels;
                int from = (2 * u + 2) * channels;
                a = w01.fma(DoubleVector.fromArray(LANES, first, at0 + middle), a);
                a = w11.fma(DoubleVector.fromArray(LANES, x, at1 + middle), a);
                a = w21.fma(DoubleVector.fromArray(LANES, last, at2 + middle), a);
                DoubleVector r0 = DoubleVector.fromArray(LANES, first, at0 + from);
                DoubleVector r1 = DoubleVector.fromArray(LANES, x, at1 + from);
                DoubleVector r2 = DoubleVector.fromArray(LANES, last, at2 + from);
                a = w22.fma(r2, w12.fma(r1, w02.fma(r0, a)));
                put(a, minus, times, plus, least, most, out, to + u * outStep);
                a = w20.fma(r2, w10.fma(r1, w00.fma(r0, zero)));
            }
        }
    }

    /** One pixel from three rows, of which it sees the columns {@code from <= j < to}. */
    static void edge(
            double[] first,
            int firstAt,
            double[] x,
            int at,
            double[] last,
            int lastAt,
            int from,
            int to,
            double[] weights,
            int channels,
            double[] out,
            int outAt,
            DoubleChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            DoubleVector a = DoubleVector.zero(LANES);
            for (int j = from; j < to; j++) {
                int w = 3 * j * channels + c;
                int column = j * channels + c;
                a = DoubleVector.fromArray(LANES, first, firstAt + column)
                        .fma(DoubleVector.fromArray(LANES, weights, w), a);
                a = DoubleVector.fromArray(LANES, x, at + column)
                        .fma(DoubleVector.fromArray(LANES, weights, w + channels), a);
                a = DoubleVector.fromArray(LANES, last, lastAt + column)
                        .fma(DoubleVector.fromArray(LANES, weights, w + 2 * channels), a);
            }
            DoubleVector minus = DoubleVector.fromArray(LANES, clamp.minus(), c);
            DoubleVector times = DoubleVector.fromArray(LANES, clamp.times(), c);
            DoubleVector plus = DoubleVector.fromArray(LANES, clamp.plus(), c);
            DoubleVector least = DoubleVector.broadcast(LANES, clamp.least());
            DoubleVector most = DoubleVector.broadcast(LANES, clamp.most());
            put(a, minus, times, plus, least, most, out, outAt + c);
        }
    }

    private static void put(
            DoubleVector sum,
            DoubleVector minus,
            DoubleVector times,
            DoubleVector plus,
            DoubleVector least,
            DoubleVector most,
            double[] out,
            int at) {
        DoubleVectorChannels.clamp(sum.sub(minus).mul(times).add(plus), least, most)
                .intoArray(out, at);
    }
}
