package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the windows of a convolution or a pooling lie along each spatial dimension.
 *
 * @param format the order of dimensions
 * @param strides from one window to the next
 * @param dilations from one element of a window to the next
 * @param padding SAME, VALID or EXPLICIT
 * @param explicit for EXPLICIT the padding before and behind each spatial dimension
 */
record Windows(ImageFormat format, long[] strides, long[] dilations, String padding, long[] explicit) {
    /**
     * Those of a node with the attributes {@code strides} and {@code padding} and, where the op has them,
     * {@code dilations}, {@code explicit_paddings} and {@code data_format}.
     */
    static Windows of(String op, Attrs attrs, int spatial) {
        ImageFormat format = ImageFormat.of(attrs, spatial);
        long[] strides = attrs.integers("strides");
        requireLength(op, "stride", strides, format);
        long[] dilations = null;
        if (attrs.has("dilations")) {
            dilations = attrs.integers("dilations");
            requireLength(op, "dilation", dilations, format);
        }
        return of(attrs, format, strides, dilations);
    }

    /** Those with strides and dilations, null for 1, of all dimensions; the padding comes from the attributes. */
    static Windows of(Attrs attrs, ImageFormat format, long[] strides, long @Nullable [] dilations) {
        if (strides[0] != 1 || strides[format.channelAxis()] != 1) {
            throw new UnimplementedException(
                    "Current implementation does not yet support strides in the batch and depth dimensions.");
        }
        long[] steps = spatial(format, strides);
        for (long step : steps) {
            if (step <= 0 || step > Integer.MAX_VALUE) {
                throw new InvalidArgumentException("Stride must be > 0, but got " + step);
            }
        }
        long[] dilated = new long[format.spatial()];
        Arrays.fill(dilated, 1);
        if (dilations != null) {
            if (dilations[0] != 1 || dilations[format.channelAxis()] != 1) {
                throw new UnimplementedException(
                        "Current implementation does not yet support dilations in the batch and depth dimensions.");
            }
            dilated = spatial(format, dilations);
            for (long d : dilated) {
                if (d <= 0 || d > Integer.MAX_VALUE) {
                    throw new InvalidArgumentException("Dilation rate must be >= 1, but got " + d);
                }
            }
        }
        return new Windows(format, steps, dilated, attrs.text("padding"), explicit(attrs, format));
    }

    private static long[] explicit(Attrs attrs, ImageFormat format) {
        long[] given = attrs.has("explicit_paddings") ? attrs.integers("explicit_paddings") : new long[0];
        if (!attrs.text("padding").equals("EXPLICIT")) {
            if (given.length != 0) {
                throw new InvalidArgumentException(
                        "explicit_paddings attribute must be empty if the padding attribute is not EXPLICIT");
            }
            return given;
        }
        if (given.length != 2 * format.rank()) {
            throw new InvalidArgumentException("explicit_paddings attribute must contain " + 2 * format.rank()
                    + " values, but got: " + given.length);
        }
        if (Arrays.stream(given).anyMatch(p -> p < 0)) {
            throw new InvalidArgumentException("All elements of explicit_paddings must be nonnegative");
        }
        int channel = 2 * format.channelAxis();
        if (given[0] != 0 || given[1] != 0 || given[channel] != 0 || given[channel + 1] != 0) {
            throw new InvalidArgumentException(
                    "Nonzero explicit padding in the batch or depth dimensions is not supported");
        }
        long[] out = new long[2 * format.spatial()];
        for (int i = 0; i < format.spatial(); i++) {
            out[2 * i] = given[2 * format.axis(i)];
            out[2 * i + 1] = given[2 * format.axis(i) + 1];
        }
        return out;
    }

    static void requireLength(String op, String what, long[] values, ImageFormat format) {
        if (values.length != format.rank()) {
            throw new InvalidArgumentException(op + " on data format " + format.text() + " requires the " + what
                    + " attribute to contain " + format.rank() + " values, but got: " + values.length);
        }
    }

    /** The elements of {@code all} that belong to spatial dimensions. */
    static long[] spatial(ImageFormat format, long[] all) {
        return IntStream.range(0, format.spatial())
                .mapToLong(i -> all[format.axis(i)])
                .toArray();
    }

    /** The number of windows of size {@code window} along spatial dimension {@code i} of an input of size {@code in}. */
    long out(int i, long in, long window) {
        if (padding.equals("SAME")) {
            return in == Shape.ANY ? in : Math.floorDiv(in + strides[i] - 1, strides[i]);
        }
        if (in == Shape.ANY || window == Shape.ANY) {
            return Shape.ANY;
        }
        long padded = padding.equals("EXPLICIT") ? in + explicit[2 * i] + explicit[2 * i + 1] : in;
        long covered = (window - 1) * dilations[i] + 1;
        if (padded < covered) {
            throw new InvalidArgumentException(
                    "Negative dimension size caused by subtracting " + covered + " from " + padded);
        }
        return (padded - covered + strides[i]) / strides[i];
    }

    /** {@link #out(int, long, long)} for all spatial dimensions. */
    long[] out(long[] in, long[] window) {
        return IntStream.range(0, in.length)
                .mapToLong(i -> out(i, in[i], window[i]))
                .toArray();
    }

    /** The padding before spatial dimension {@code i}, all sizes being known. */
    private long before(int i, long in, long window) {
        return switch (padding) {
            case "EXPLICIT" -> explicit[2 * i];
            case "SAME" -> {
                long covered = (window - 1) * dilations[i] + 1;
                yield Math.max(0, (out(i, in, window) - 1) * strides[i] + covered - in) / 2;
            }
            default -> 0;
        };
    }

    /** The windows of size {@code window} over an input of size {@code in}, all sizes being known. */
    Placement place(long[] in, long[] window) {
        int n = in.length;
        int[] before = new int[n];
        for (int i = 0; i < n; i++) {
            before[i] = size(before(i, in[i], window[i]));
        }
        return new Placement(ints(in), ints(window), ints(strides), ints(dilations), before, ints(out(in, window)));
    }

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Windows::size).toArray();
    }

    /** @throws InvalidArgumentException if {@code n} is no int */
    static int size(long n) {
        if (n != (int) n) {
            throw new InvalidArgumentException("a size of " + n + " is too large");
        }
        return (int) n;
    }
}
