package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lines of depthwise convolutions by three by three taps: channels are lanes, their number a multiple of the vectors'
 * length. The filter of a vector of channels stays in registers while the columns pass by; each is loaded once for the
 * three pixels that see it, and in {@link #twoLines} for both lines. A pixel's sum takes the taps column by column.
 *
 * <p>The first and the last row of the source may be another array, of zeros. Columns begin with the first that the
 * first pixel sees; with {@code left} that one lies outside. All others are there, but for {@link #edge}. Each sum is then replaced by what {@link FloatChannelClamp} makes of it. Methods that are larger than
 * these are no longer inlined as a whole by the compiler, which costs a factor of ten.
 */
final class FloatVectorThreeByThree {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();

    private FloatVectorThreeByThree() {}

    /** Lines {@code outAt} and {@code outAt + outLine} from four rows; pixels are one column apart. */
    static void twoLines(
            float[] first,
            int firstAt,
            float[] x,
            int at,
            int row,
            float[] last,
            int lastAt,
            boolean left,
            int pixels,
            float[] weights,
            int channels,
            float[] out,
            int outAt,
            int outLine,
            int outStep,
            FloatChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            FloatVector w00 = FloatVector.fromArray(LANES, weights, c);
            FloatVector w10 = FloatVector.fromArray(LANES, weights, channels + c);
            FloatVector w20 = FloatVector.fromArray(LANES, weights, 2 * channels + c);
            FloatVector w01 = FloatVector.fromArray(LANES, weights, 3 * channels + c);
            FloatVector w11 = FloatVector.fromArray(LANES, weights, 4 * channels + c);
            FloatVector w21 = FloatVector.fromArray(LANES, weights, 5 * channels + c);
            FloatVector w02 = FloatVector.fromArray(LANES, weights, 6 * channels + c);
            FloatVector w12 = FloatVector.fromArray(LANES, weights, 7 * channels + c);
            FloatVector w22 = FloatVector.fromArray(LANES, weights, 8 * channels + c);
            FloatVector minus = FloatVector.fromArray(LANES, clamp.minus(), c);
            FloatVector times = FloatVector.fromArray(LANES, clamp.times(), c);
            FloatVector plus = FloatVector.fromArray(LANES, clamp.plus(), c);
            FloatVector least = FloatVector.broadcast(LANES, clamp.least());
            FloatVector most = FloatVector.broadcast(LANES, clamp.most());
            FloatVector zero = FloatVector.zero(LANES);
            int at0 = firstAt + c;
            int at1 = at + c;
            int at2 = at + row + c;
            int at3 = lastAt + c;
            FloatVector a0 = zero;
            FloatVector a1 = zero;
            FloatVector b0 = zero;
            FloatVector b1 = zero;
            for (int u = left ? -1 : -2; u < pixels; u++) {
                int from = (u + 2) * channels;
                FloatVector r0 = FloatVector.fromArray(LANES, first, at0 + from);
                FloatVector r1 = FloatVector.fromArray(LANES, x, at1 + from);
                FloatVector r2 = FloatVector.fromArray(LANES, x, at2 + from);
                FloatVector r3 = FloatVector.fromArray(LANES, last, at3 + from);
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
            float[] first,
            int firstAt,
            float[] x,
            int at,
            float[] last,
            int lastAt,
            boolean left,
            int pixels,
            float[] weights,
            int channels,
            float[] out,
            int outAt,
            int outStep,
            FloatChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            FloatVector w00 = FloatVector.fromArray(LANES, weights, c);
            FloatVector w10 = FloatVector.fromArray(LANES, weights, channels + c);
            FloatVector w20 = FloatVector.fromArray(LANES, weights, 2 * channels + c);
            FloatVector w01 = FloatVector.fromArray(LANES, weights, 3 * channels + c);
            FloatVector w11 = FloatVector.fromArray(LANES, weights, 4 * channels + c);
            FloatVector w21 = FloatVector.fromArray(LANES, weights, 5 * channels + c);
            FloatVector w02 = FloatVector.fromArray(LANES, weights, 6 * channels + c);
            FloatVector w12 = FloatVector.fromArray(LANES, weights, 7 * channels + c);
            FloatVector w22 = FloatVector.fromArray(LANES, weights, 8 * channels + c);
            FloatVector minus = FloatVector.fromArray(LANES, clamp.minus(), c);
            FloatVector times = FloatVector.fromArray(LANES, clamp.times(), c);
            FloatVector plus = FloatVector.fromArray(LANES, clamp.plus(), c);
            FloatVector least = FloatVector.broadcast(LANES, clamp.least());
            FloatVector most = FloatVector.broadcast(LANES, clamp.most());
            FloatVector zero = FloatVector.zero(LANES);
            int at0 = firstAt + c;
            int at1 = at + c;
            int at2 = lastAt + c;
            FloatVector a = zero;
            FloatVector b = zero;
            for (int u = left ? -1 : -2; u < pixels; u++) {
                int from = (u + 2) * channels;
                FloatVector r0 = FloatVector.fromArray(LANES, first, at0 + from);
                FloatVector r1 = FloatVector.fromArray(LANES, x, at1 + from);
                FloatVector r2 = FloatVector.fromArray(LANES, last, at2 + from);
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
            float[] first,
            int firstAt,
            float[] x,
            int at,
            float[] last,
            int lastAt,
            int pixels,
            float[] weights,
            int channels,
            float[] out,
            int outAt,
            int outStep,
            FloatChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            FloatVector w00 = FloatVector.fromArray(LANES, weights, c);
            FloatVector w10 = FloatVector.fromArray(LANES, weights, channels + c);
            FloatVector w20 = FloatVector.fromArray(LANES, weights, 2 * channels + c);
            FloatVector w01 = FloatVector.fromArray(LANES, weights, 3 * channels + c);
            FloatVector w11 = FloatVector.fromArray(LANES, weights, 4 * channels + c);
            FloatVector w21 = FloatVector.fromArray(LANES, weights, 5 * channels + c);
            FloatVector w02 = FloatVector.fromArray(LANES, weights, 6 * channels + c);
            FloatVector w12 = FloatVector.fromArray(LANES, weights, 7 * channels + c);
            FloatVector w22 = FloatVector.fromArray(LANES, weights, 8 * channels + c);
            FloatVector minus = FloatVector.fromArray(LANES, clamp.minus(), c);
            FloatVector times = FloatVector.fromArray(LANES, clamp.times(), c);
            FloatVector plus = FloatVector.fromArray(LANES, clamp.plus(), c);
            FloatVector least = FloatVector.broadcast(LANES, clamp.least());
            FloatVector most = FloatVector.broadcast(LANES, clamp.most());
            FloatVector zero = FloatVector.zero(LANES);
            int at0 = firstAt + c;
            int at1 = at + c;
            int at2 = lastAt + c;
            FloatVector a = w00.fma(FloatVector.fromArray(LANES, first, at0), zero);
            a = w10.fma(FloatVector.fromArray(LANES, x, at1), a);
            a = w20.fma(FloatVector.fromArray(LANES, last, at2), a);
            int to = outAt + c;
            for (int u = 0; u < pixels; u++) {
                int middle = (2 * u + 1) * channels;
                int from = (2 * u + 2) * channels;
                a = w01.fma(FloatVector.fromArray(LANES, first, at0 + middle), a);
                a = w11.fma(FloatVector.fromArray(LANES, x, at1 + middle), a);
                a = w21.fma(FloatVector.fromArray(LANES, last, at2 + middle), a);
                FloatVector r0 = FloatVector.fromArray(LANES, first, at0 + from);
                FloatVector r1 = FloatVector.fromArray(LANES, x, at1 + from);
                FloatVector r2 = FloatVector.fromArray(LANES, last, at2 + from);
                a = w22.fma(r2, w12.fma(r1, w02.fma(r0, a)));
                put(a, minus, times, plus, least, most, out, to + u * outStep);
                a = w20.fma(r2, w10.fma(r1, w00.fma(r0, zero)));
            }
        }
    }

    /** One pixel from three rows, of which it sees the columns {@code from <= j < to}. */
    static void edge(
            float[] first,
            int firstAt,
            float[] x,
            int at,
            float[] last,
            int lastAt,
            int from,
            int to,
            float[] weights,
            int channels,
            float[] out,
            int outAt,
            FloatChannelClamp clamp) {
        for (int c = 0; c < channels; c += WIDTH) {
            FloatVector a = FloatVector.zero(LANES);
            for (int j = from; j < to; j++) {
                int w = 3 * j * channels + c;
                int column = j * channels + c;
                a = FloatVector.fromArray(LANES, first, firstAt + column)
                        .fma(FloatVector.fromArray(LANES, weights, w), a);
                a = FloatVector.fromArray(LANES, x, at + column)
                        .fma(FloatVector.fromArray(LANES, weights, w + channels), a);
                a = FloatVector.fromArray(LANES, last, lastAt + column)
                        .fma(FloatVector.fromArray(LANES, weights, w + 2 * channels), a);
            }
            FloatVector minus = FloatVector.fromArray(LANES, clamp.minus(), c);
            FloatVector times = FloatVector.fromArray(LANES, clamp.times(), c);
            FloatVector plus = FloatVector.fromArray(LANES, clamp.plus(), c);
            FloatVector least = FloatVector.broadcast(LANES, clamp.least());
            FloatVector most = FloatVector.broadcast(LANES, clamp.most());
            put(a, minus, times, plus, least, most, out, outAt + c);
        }
    }

    private static void put(
            FloatVector sum,
            FloatVector minus,
            FloatVector times,
            FloatVector plus,
            FloatVector least,
            FloatVector most,
            float[] out,
            int at) {
        FloatVectorChannels.clamp(sum.sub(minus).mul(times).add(plus), least, most)
                .intoArray(out, at);
    }
}
