package io.leat.ops.quantization;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * A range of quantised values, moved a little so that 0 is one of them (Jacob et al. 2018, section 3). All in float32.
 *
 * @param min the least value
 * @param max the greatest
 * @param scale the distance of two neighbours
 * @param zero whether the range was 0 to 0: then all values are 0, and gradients pass
 */
record FakeQuantRange(float min, float max, float scale, boolean zero) {
    static FakeQuantRange of(float min, float max, Attrs a) {
        float low = low(a);
        float high = high(a);
        float scale = (max - min) / (high - low);
        float exact = low - min / scale;
        float point = exact < low ? low : exact > high ? high : (float) Math.floor(exact + 0.5);
        return new FakeQuantRange((low - point) * scale, (high - point) * scale, scale, min == 0 && max == 0);
    }

    /** The least quantised integer. */
    static float low(Attrs a) {
        return a.bool("narrow_range") ? 1 : 0;
    }

    /** The greatest quantised integer. */
    static float high(Attrs a) {
        return (1 << a.intValue("num_bits")) - 1;
    }

    static boolean bitsValid(Attrs a) {
        return a.integer("num_bits") >= 2 && a.integer("num_bits") <= 16;
    }

    static void checkBits(Attrs a) {
        if (!bitsValid(a)) {
            throw new InvalidArgumentException("num_bits must be between 2 and 16, inclusive");
        }
    }

    /** The ranges of inputs {@code first} and the next: one, or one for each of {@code channels}. */
    static FakeQuantRange[] of(Compute c, int first, FakeQuantKind kind, int channels) {
        checkBits(c.attrs());
        if (kind == FakeQuantKind.ATTRIBUTES) {
            float min = c.attrs().real("min");
            float max = c.attrs().real("max");
            if (!(min < max)) {
                throw new InvalidArgumentException(
                        "min has to be smaller than max, was: " + text(min) + " >= " + text(max));
            }
            return new FakeQuantRange[] {of(min, max, c.attrs())};
        }
        int rank = kind == FakeQuantKind.SCALARS ? 0 : 1;
        String[] names = {"min", "max"};
        for (int i = 0; i < 2; i++) {
            Shape s = c.shape(first + i);
            if (s.rank() != rank) {
                throw new InvalidArgumentException(
                        "`" + names[i] + "` must be rank " + rank + " but is rank " + s.rank());
            }
            if (rank == 1 && s.dim(0) != channels) {
                throw new InvalidArgumentException(
                        names[i] + " has incorrect size, expected " + channels + " was " + s.dim(0));
            }
        }
        Elements min = Elements.of(c.input(first));
        Elements max = Elements.of(c.input(first + 1));
        var ranges = new FakeQuantRange[min.size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = of((float) min.real(i), (float) max.real(i), c.attrs());
        }
        return ranges;
    }

    private static String text(float x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Float.toString(x);
    }

    float quantise(float x) {
        if (zero) {
            return 0;
        }
        float inside = Math.max(Math.min(x, max), min) - min;
        return (float) Math.floor(inside * (1 / scale) + 0.5f) * scale + min;
    }

    /** Whether the gradient at x passes. */
    boolean passes(float x) {
        return zero || x >= min && x <= max;
    }
}
