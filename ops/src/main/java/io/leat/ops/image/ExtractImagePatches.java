package io.leat.ops.image;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * Patches of images [batch, height, width, channels] as they lie under a sliding window: [batch, rows, columns, window height
 * * window width * channels], with zeros for what lies outside. {@code rates} are the distances of the pixels of a patch.
 */
@OpSpec("ExtractImagePatches(images: T) -> (patches: T); ksizes: list(int) >= 4; strides: list(int) >= 4; "
        + "rates: list(int) >= 4; T: {bfloat16, half, float, double, int8, int16, int32, int64, uint8, uint16, "
        + "uint32, uint64, complex64, complex128, bool}; padding: {'SAME', 'VALID'}")
public final class ExtractImagePatches extends Op {
    /** With window sizes, strides and rates for all four dimensions; {@code padding} is SAME or VALID. */
    @Endpoint("image.extractPatches")
    public static Output of(Ops tf, Operand images, long[] ksizes, long[] strides, long[] rates, String padding) {
        return tf.op("ExtractImagePatches")
                .input(images)
                .attr("ksizes", ksizes)
                .attr("strides", strides)
                .attr("rates", rates)
                .attr("padding", padding)
                .add()
                .output(0);
    }

    /** One spatial dimension of the windows. */
    private record Axis(long window, long stride, long rate, boolean same) {
        static Axis of(Attrs a, int dim) {
            return new Axis(
                    a.integers("ksizes")[dim],
                    a.integers("strides")[dim],
                    a.integers("rates")[dim],
                    a.text("padding").equals("SAME"));
        }

        long covered() {
            return (window - 1) * rate + 1;
        }

        long out(long in) {
            if (in == Shape.ANY) {
                return in;
            }
            long out = (same ? in + stride - 1 : in - covered() + stride) / stride;
            if (out < 0) {
                throw new InvalidArgumentException("Computed output size would be negative: " + out + " [input_size: "
                        + in + ", effective_filter_size: " + covered() + ", stride: " + stride + "]");
            }
            return out;
        }

        long before(long in) {
            return same ? Math.max(0, (out(in) - 1) * stride + covered() - in) / 2 : 0;
        }

        /** The pixel of element {@code k} of window {@code o}, or -1 outside of the image. */
        int pixel(int o, int k, int in) {
            long at = o * stride + k * rate - before(in);
            return at < 0 || at >= in ? -1 : (int) at;
        }
    }

    private static Axis axis(Attrs a, int dim) {
        for (String name : List.of("ksizes", "strides", "rates")) {
            long[] values = a.integers(name);
            if (values.length != 4) {
                throw new InvalidArgumentException("ExtractImagePatches requires the " + name
                        + " attribute to contain 4 values, but got: " + values.length);
            }
            if (values[0] != 1 || values[3] != 1) {
                throw new UnimplementedException("Only support " + name + " across space.");
            }
            if (values[1] < 1 || values[2] < 1 || Math.max(values[1], values[2]) > Integer.MAX_VALUE) {
                throw new InvalidArgumentException(name + " is out of range");
            }
        }
        return Axis.of(a, dim);
    }

    private static Shape output(Attrs a, Shape in) {
        Axis rows = axis(a, 1);
        Axis columns = axis(a, 2);
        long channels = in.dim(3);
        long depth = channels == Shape.ANY ? Shape.ANY : channels * rows.window * columns.window;
        return Shape.of(in.dim(0), rows.out(in.dim(1)), columns.out(in.dim(2)), depth);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, output(c.attrs(), c.shape(0, 4)));
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        if (in.rank() != 4) {
            throw new InvalidArgumentException("input must be 4-dimensional" + in);
        }
        Shape out = output(c.attrs(), in);
        Axis rows = axis(c.attrs(), 1);
        Axis columns = axis(c.attrs(), 2);
        int[] d = in.intDims();
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), out);
        int to = 0;
        for (int b = 0; b < d[0]; b++) {
            for (int i = 0; i < out.dim(1); i++) {
                for (int j = 0; j < out.dim(2); j++) {
                    for (int k = 0; k < rows.window * columns.window; k++) {
                        int row = rows.pixel(i, k / (int) columns.window, d[1]);
                        int column = columns.pixel(j, k % (int) columns.window, d[2]);
                        if (row >= 0 && column >= 0) {
                            x.copyRange(((b * d[1] + row) * d[2] + column) * d[3], y, to, d[3]);
                        }
                        to += d[3];
                    }
                }
            }
        }
        c.output(0, y.tensor());
    }

    /** The patches of the numbers of the pixels, from 1 on, say where each element of the gradient belongs. */
    @Override
    protected void gradient(Backprop b) {
        Shape in = b.input(0).shape();
        if (!in.hasRank() || !in.from(1).isFullyKnown()) {
            throw b.unsupported("height, width and channels must be known");
        }
        Ops tf = b.tf();
        int height = (int) in.dim(1);
        int width = (int) in.dim(2);
        int channels = (int) in.dim(3);
        Output numbers = tf.call("Range", tf.constant(1), tf.constant(height * width + 1), tf.constant(1));
        Output places = tf.op("ExtractImagePatches")
                .input(tf.call("Reshape", numbers, tf.constant(1, height, width, 1)))
                .attr("ksizes", b.attrs().integers("ksizes"))
                .attr("strides", b.attrs().integers("strides"))
                .attr("rates", b.attrs().integers("rates"))
                .attr("padding", b.attrs().text("padding"))
                .add()
                .output(0);
        int elements = Math.toIntExact(places.shape().size());
        Output byPlace = tf.call(
                "Transpose", tf.call("Reshape", b.dy(0), tf.constant(-1, elements, channels)), tf.constant(1, 0, 2));
        Output sums = tf.call(
                "UnsortedSegmentSum",
                byPlace,
                tf.call("Reshape", places, tf.constant(new int[] {-1})),
                tf.constant(height * width + 1));
        Output pixels = tf.call("Slice", sums, tf.constant(1, 0, 0), tf.constant(height * width, -1, channels));
        Output images = tf.call("Transpose", pixels, tf.constant(1, 0, 2));
        b.dx(0, tf.call("Reshape", images, tf.constant(-1, height, width, channels)));
    }
}
