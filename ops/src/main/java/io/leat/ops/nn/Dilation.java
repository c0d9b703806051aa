package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/**
 * Grey-scale dilation: the greatest sum of a pixel and the filter's element over it. Inputs [batch, height, width, channels]
 * and [height, width, channels].
 */
record Dilation(int batch, int channels, Placement place, Shape output) {
    private static final ImageFormat FORMAT = new ImageFormat(false, 2);

    private static Windows windows(String op, Attrs attrs) {
        long[] strides = attrs.integers("strides");
        long[] rates = attrs.integers("rates");
        Windows.requireLength(op, "stride", strides, FORMAT);
        Windows.requireLength(op, "rates", rates, FORMAT);
        return Windows.of(attrs, FORMAT, strides, rates);
    }

    /** The shape of the output as far as it is known; the shapes have ranks 4 and 3. */
    static Shape output(String op, Attrs attrs, Shape in, Shape filter) {
        long channels = Shape.mergeDims(in.dim(3), filter.dim(2));
        Windows windows = windows(op, attrs);
        return FORMAT.shape(
                in.dim(0), windows.out(FORMAT.pixels(in), filter.slice(0, 2).dims()), channels);
    }

    /** The sizes for known shapes. */
    static Dilation of(String op, Attrs attrs, Shape in, Shape filter) {
        if (in.rank() != 4) {
            throw new InvalidArgumentException("input must be 4-dimensional: " + in);
        }
        if (filter.rank() != 3) {
            throw new InvalidArgumentException("filter must be 3-dimensional: " + filter);
        }
        if (in.dim(3) != filter.dim(2)) {
            throw new InvalidArgumentException(
                    "input and filter must have the same depth: " + in.dim(3) + " vs " + filter.dim(2));
        }
        Placement place =
                windows(op, attrs).place(FORMAT.pixels(in), filter.slice(0, 2).dims());
        return new Dilation(Windows.size(in.dim(0)), Windows.size(in.dim(3)), place, output(op, attrs, in, filter));
    }

    /** For each element of the output, the elements of input and filter whose sum it is, or -1; the first of equal ones. */
    int[][] greatest(Elements in, Elements filter) {
        int n = Windows.size(output.size());
        int[] pixels = new int[n];
        int[] taps = new int[n];
        Arrays.fill(pixels, -1);
        Arrays.fill(taps, -1);
        for (int b = 0; b < batch; b++) {
            for (int c = 0; c < channels; c++) {
                int image = b;
                int channel = c;
                place.forEach((p, k, o) -> {
                    int i = FORMAT.index(image, p, channel, place.inPixels(), channels);
                    int f = k * channels + channel;
                    int to = FORMAT.index(image, o, channel, place.outPixels(), channels);
                    if (pixels[to] < 0 || isGreater(in, filter, i, f, pixels[to], taps[to])) {
                        pixels[to] = i;
                        taps[to] = f;
                    }
                });
            }
        }
        return new int[][] {pixels, taps};
    }

    private static boolean isGreater(Elements in, Elements filter, int i, int f, int j, int g) {
        return in.dtype().isFloating()
                ? in.real(i) + filter.real(f) > in.real(j) + filter.real(g)
                : in.integer(i) + filter.integer(f) > in.integer(j) + filter.integer(g);
    }

    /** @throws InvalidArgumentException if {@code g} is not the shape of the output */
    void requireGradient(Shape g) {
        if (!g.equals(output)) {
            throw new InvalidArgumentException("out_backprop must have shape " + output + ", not " + g);
        }
    }
}
