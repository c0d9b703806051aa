package io.leat.bench.onnx;

import static io.leat.bench.onnx.Context.longs;
import static io.leat.bench.onnx.Context.refuse;

import io.leat.bench.onnx.Context.Value;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The ops on images. TensorFlow's pads of their own are taken into the op that follows. */
final class Images {
    private Images() {}

    /** The input of an op over windows, with what a Pad before it adds. */
    private record Padded(Output x, long top, long bottom, long left, long right) {
        /** The last two, as ONNX orders them: all befores, then all behinds. */
        Map<String, Object> attributes(long[] kernel, long[] strides) {
            return Map.of("kernel_shape", kernel, "strides", strides, "pads", new long[] {top, left, bottom, right});
        }
    }

    static Value conv(Output o, Context c) {
        Node n = o.node();
        boolean depthwise = n.type().equals("DepthwiseConv2dNative");
        if (Arrays.stream(n.attrs().integers("dilations")).anyMatch(d -> d != 1)) {
            throw refuse(o, "dilated");
        }
        Tensor w = constant(n.input(1));
        long[] kernel = {w.shape().dim(0), w.shape().dim(1)};
        Padded in = padded(o, kernel);
        Value x = c.value(in.x());
        Value filters = c.constant(depthwise ? ImageLayout.depthwiseFilters(w) : ImageLayout.filters(w));
        Map<String, Object> attributes = new java.util.TreeMap<>(in.attributes(kernel, strides(n)));
        attributes.put("group", depthwise ? (int) w.shape().dim(2) : 1);
        return c.node("Conv", dims(o), List.of(x, filters), attributes);
    }

    static Value maxPool(Output o, Context c) {
        long[] k = o.node().attrs().integers("ksize");
        long[] kernel = {k[1], k[2]};
        Padded in = padded(o, kernel);
        if (!in.x().equals(o.node().input(0)) && !in.x().node().type().startsWith("Relu")) {
            throw refuse(o, "its padding is zeros, and its input may be less");
        }
        Value x = c.value(in.x());
        return c.node("MaxPool", dims(o), List.of(x), in.attributes(kernel, strides(o.node())));
    }

    static Value batchNorm(Output o, Context c) {
        Node n = o.node();
        if (o.index() != 0 || n.attrs().bool("is_training")) {
            throw refuse(o, "in training");
        }
        requireChannelsLast(o);
        List<Value> in = n.inputs().stream().map(c::value).toList();
        return c.node(
                "BatchNormalization",
                in.getFirst().dims(),
                in,
                Map.of("epsilon", n.attrs().real("epsilon")));
    }

    /** The mean over height and width of images. */
    static Value mean(Output o, Context c) {
        Node n = o.node();
        Value x = c.value(n.input(0));
        if (!c.images()
                || x.rank() != 4
                || !Arrays.equals(longs(n.input(1)), new long[] {1, 2})
                || n.attrs().bool("keep_dims")) {
            throw refuse(o, "but over height and width");
        }
        long[] d = x.dims();
        Value pooled = c.node("GlobalAveragePool", new long[] {d[0], d[1], 1, 1}, x);
        return c.node("Flatten", new long[] {d[0], d[1]}, List.of(pooled), Map.of("axis", 1));
    }

    private static Padded padded(Output o, long[] kernel) {
        Node n = o.node();
        requireChannelsLast(o);
        Output x = n.input(0);
        switch (n.attrs().text("padding")) {
            case "SAME" -> {
                long[] s = strides(n);
                long[] rows = ImageLayout.same(x.shape().dim(1), kernel[0], s[0]);
                long[] columns = ImageLayout.same(x.shape().dim(2), kernel[1], s[1]);
                return new Padded(x, rows[0], rows[1], columns[0], columns[1]);
            }
            case "VALID" -> {
                if (!x.node().type().equals("Pad")) {
                    return new Padded(x, 0, 0, 0, 0);
                }
                long[] p = longs(x.node().input(1));
                if (p[0] + p[1] + p[6] + p[7] != 0) {
                    throw refuse(x, "of batch or channels");
                }
                return new Padded(x.node().input(0), p[2], p[3], p[4], p[5]);
            }
            default -> throw refuse(o, "with explicit padding");
        }
    }

    private static long[] strides(Node n) {
        long[] s = n.attrs().integers("strides");
        return new long[] {s[1], s[2]};
    }

    private static long[] dims(Output o) {
        return ImageLayout.channelsFirst(o.shape().dims());
    }

    private static Tensor constant(Output o) {
        Node n = o.node();
        Tensor c = n.type().equals("Identity") ? n.input(0).constantValue() : o.constantValue();
        if (c == null) {
            throw refuse(o, "as filters that are not constant");
        }
        return c;
    }

    private static void requireChannelsLast(Output o) {
        if (!o.node().attrs().text("data_format").equals("NHWC")) {
            throw refuse(o, "with its channels first");
        }
    }
}
