package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/**
 * The levels of a quantised dtype spread evenly over the floats from {@code min} to {@code max}, such that 0 is a level.
 * There are two ways of computing with them, which round differently: with doubles, and with floats as vectors of elements
 * do ({@link #toFloatByFloats}, {@link #toLevelByFloats}).
 */
public record QuantizedRange(DType dtype, float min, float max) {
    /** Those in two inputs of one element each, the first of which is named {@code min_} and the text. */
    public static QuantizedRange of(Compute c, int input, int minInput, String name) {
        return of(c, c.input(input).dtype(), minInput, name);
    }

    /** {@link #of(Compute, int, int, String)} for another dtype. */
    public static QuantizedRange of(Compute c, DType dtype, int minInput, String name) {
        return new QuantizedRange(dtype, scalar(c, minInput, "min_" + name), scalar(c, minInput + 1, "max_" + name));
    }

    /** The only element of an input. */
    public static float scalar(Compute c, int input, String name) {
        if (c.input(input).size() != 1) {
            throw new InvalidArgumentException("`" + name + "` must be rank 0 but is rank "
                    + c.shape(input).rank());
        }
        return (float) Elements.of(c.input(input)).real(0);
    }

    /** The lowest level of a dtype. */
    public static long lowest(DType dtype) {
        return switch (dtype) {
            case QINT8 -> Byte.MIN_VALUE;
            case QINT16 -> Short.MIN_VALUE;
            case QINT32 -> Integer.MIN_VALUE;
            default -> 0;
        };
    }

    /** The highest level of a dtype. */
    public static long highest(DType dtype) {
        return lowest(dtype) + steps(dtype) - 1;
    }

    /** The number of levels of a dtype. */
    static long steps(DType dtype) {
        return 1L << 8 * dtype.bytes();
    }

    static boolean isSigned(DType dtype) {
        return lowest(dtype) < 0;
    }

    public long lowest() {
        return lowest(dtype);
    }

    public long highest() {
        return highest(dtype);
    }

    /** Requires a range that is not empty. */
    public QuantizedRange requireWide(String name) {
        if (!(max > min)) {
            throw new InvalidArgumentException("max_" + name + " must be larger than min_" + name + ".");
        }
        return this;
    }

    /** Half away from 0. */
    static double round(double x) {
        double down = Math.floor(Math.abs(x));
        return Math.copySign(Math.abs(x) - down >= 0.5 ? down + 1 : down, x);
    }

    private static double widened(float range, long steps) {
        return range * (steps / (steps - 1.0));
    }

    /** The level of a float, which may lie outside of the dtype's. */
    public long toLevelUnclamped(float x) {
        if (min == max) {
            return lowest();
        }
        long steps = steps(dtype);
        double scale = steps / widened(max - min, steps);
        return (long) (round(x * scale) - round(min * scale)) + lowest();
    }

    /** The level that is nearest to a float. */
    public long toLevel(float x) {
        return Math.clamp(toLevelUnclamped(x), lowest(), highest());
    }

    /** The float of a level. */
    public float toFloat(long level) {
        if (min == max) {
            return min;
        }
        long steps = steps(dtype);
        double scale = widened(max - min, steps) / steps;
        float least = (float) round(min / (float) scale) * (float) scale;
        return (float) (least + (level - lowest()) * scale);
    }

    /** The float of a level, by floats. */
    public float toFloatByFloats(long level) {
        float scale = (float) ((max - min) / (steps(dtype) - 1.0));
        float least = max == min ? min : (float) round(min / scale) * scale;
        return least - (float) lowest() * scale + (float) level * scale;
    }

    /** The level that is nearest to a float, by floats. */
    public long toLevelByFloats(float x) {
        float scale = max == min ? 0 : (float) ((steps(dtype) - 1.0) / (max - min));
        float least = (float) round(min * scale);
        float level = (float) round(x * scale) - (least - (float) lowest());
        // the floats beside the limits of int32 that are themselves int32
        float low = Math.max((float) lowest(), -0x1p31f);
        float high = Math.min((float) highest(), 0x1.fffffep30f);
        return (long) Math.min(Math.max(level, low), high);
    }

    /** The range of products of levels of two ranges, less their zeros, in {@code dtype}. */
    public static QuantizedRange ofProducts(QuantizedRange a, QuantizedRange b, DType dtype) {
        float unit = a.unit() * b.unit();
        return new QuantizedRange(dtype, unit * lowest(dtype), unit * highest(dtype));
    }

    private float unit() {
        return (max - min) / (highest() - lowest());
    }

    /** A range for sums of levels of two ranges, symmetric around 0, and 2 to the {@code headroom} times as wide. */
    static QuantizedRange ofSums(QuantizedRange a, QuantizedRange b, DType dtype, int headroom) {
        float most = Math.max(Math.max(a.max, -a.min), Math.max(b.max, -b.min)) * (1 << headroom);
        return new QuantizedRange(dtype, -most, most);
    }
}
