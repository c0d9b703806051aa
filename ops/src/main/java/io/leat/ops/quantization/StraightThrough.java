package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * Floats quantised to some bits and back: {@code round(x * scale) / scale}. The scale is the largest that keeps the range
 * from min to max within the levels; without a given range it is that of the elements.
 */
abstract class StraightThrough extends Op {
    static void requireBits(long bits, boolean signed) {
        if (bits <= 0 || bits >= (signed ? 62 : 63)) {
            throw new InvalidArgumentException(
                    "num_bits is out of range: " + bits + " with signed_input_ " + (signed ? 1 : 0));
        }
    }

    /** @param up whether halves are rounded up rather than to even */
    record Rule(int bits, boolean signed, boolean narrow, boolean up) {}

    /** The range of the elements of each channel. */
    static Elements[] range(Elements x, AxisRanges channels) {
        Elements min = Elements.allocate(x.dtype(), Shape.of(channels.count()));
        Elements max = Elements.allocate(x.dtype(), Shape.of(channels.count()));
        for (int r = 0; r < channels.count(); r++) {
            min.set(r, Double.POSITIVE_INFINITY);
            max.set(r, Double.NEGATIVE_INFINITY);
        }
        for (int i = 0; i < x.size(); i++) {
            int r = channels.at(i);
            min.set(r, Math.min(min.real(r), x.real(i)));
            max.set(r, Math.max(max.real(r), x.real(i)));
        }
        return new Elements[] {min, max};
    }

    /** The range that is given, one for each channel. */
    static Elements[] given(Compute c, AxisRanges channels, int axis) {
        for (int i = 1; i < 3; i++) {
            if (c.input(i).size() != channels.count()) {
                throw new InvalidArgumentException((i == 1 ? "input_min_tensor" : "input_max_tensor")
                        + " has incorrect size, was " + c.input(i).size() + " expected " + channels.count()
                        + " to match dim " + axis + " of the input " + c.shape(i));
            }
        }
        Elements min = Elements.of(c.input(1));
        Elements max = Elements.of(c.input(2));
        if (axis == -1 && !(min.real(0) <= max.real(0))) {
            throw new InvalidArgumentException(
                    "Invalid range: input_min " + min.real(0) + " > input_max " + max.real(0));
        }
        return new Elements[] {min, max};
    }

    static Tensor apply(Elements x, Elements[] ranges, AxisRanges channels, Rule rule, boolean clamp) {
        Elements y = Elements.allocate(x.dtype(), x.shape());
        boolean wide = x.dtype() == DType.FLOAT64;
        for (int i = 0; i < x.size(); i++) {
            int r = channels.at(i);
            double min = ranges[0].real(r);
            double max = ranges[1].real(r);
            y.set(
                    i,
                    wide
                            ? ofDouble(x.real(i), min, max, rule, clamp)
                            : ofFloat((float) x.real(i), (float) min, (float) max, rule, clamp));
        }
        return y.tensor();
    }

    private static double ofDouble(double x, double min, double max, Rule rule, boolean clamp) {
        long least = least(rule);
        long most = most(rule);
        double below = least * min > 0 ? least / min : Double.MAX_VALUE;
        double above = most * max > 0 ? most / max : Double.MAX_VALUE;
        boolean byMin = below < above;
        double scale = byMin ? below : above;
        double back = byMin ? min / least : max / most;
        double low = byMin ? min : least * back;
        double high = byMin ? most * back : max;
        double inside = clamp ? Math.max(Math.min(x, high), low) : x;
        return round(inside * scale, rule) * back;
    }

    private static float ofFloat(float x, float min, float max, Rule rule, boolean clamp) {
        long least = least(rule);
        long most = most(rule);
        float below = least * min > 0 ? least / min : Float.MAX_VALUE;
        float above = most * max > 0 ? most / max : Float.MAX_VALUE;
        boolean byMin = below < above;
        float scale = byMin ? below : above;
        float back = byMin ? min / least : max / most;
        float low = byMin ? min : least * back;
        float high = byMin ? most * back : max;
        float inside = clamp ? Math.max(Math.min(x, high), low) : x;
        return (float) round(inside * scale, rule) * back;
    }

    private static double round(double x, Rule rule) {
        return rule.up ? Math.floor(x + 0.5) : Math.rint(x);
    }

    private static long least(Rule rule) {
        return rule.signed ? -(1L << rule.bits - 1) + (rule.narrow ? 1 : 0) : 0;
    }

    private static long most(Rule rule) {
        return rule.signed ? (1L << rule.bits - 1) - 1 : (1L << rule.bits) - 1;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
