package io.leat.bench.onnx;

import static io.leat.bench.onnx.Context.longs;
import static io.leat.bench.onnx.Context.refuse;

import io.leat.bench.onnx.Context.Value;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each op of the benchmark graphs as ONNX operators. */
final class Operators {
    private Operators() {}

    static Value convert(Output o, Context c) {
        Node n = o.node();
        return switch (n.type()) {
            case "Identity", "StopGradient" -> c.value(n.input(0));
            case "AddV2", "Add", "BiasAdd" -> add(n, c);
            case "Sub" -> binary("Sub", c.value(n.input(0)), c.value(n.input(1)), c);
            case "Mul" -> mul(n, c);
            case "Tanh", "Sigmoid", "Erf", "Relu" -> unary(n.type(), c.value(n.input(0)), c, Map.of());
            case "Relu6" -> clip(c.value(n.input(0)), c);
            case "Softmax" -> unary("Softmax", c.value(n.input(0)), c, Map.of("axis", -1));
            case "Cast" -> cast(o, c);
            case "MatMul", "BatchMatMulV2" -> matMul(o, c);
            case "GatherV2" -> gather(o, c);
            case "Reshape" -> reshape(c.value(n.input(0)), o.shape().dims(), c);
            case "Transpose" -> transpose(c.value(n.input(0)), longs(n.input(1)), o, c);
            case "Slice" -> slice(o, c);
            case "Sum" -> sum(o, c);
            case "Mean" -> Images.mean(o, c);
            case "Conv2D", "DepthwiseConv2dNative" -> Images.conv(o, c);
            case "FusedBatchNormV3" -> Images.batchNorm(o, c);
            case "MaxPool" -> Images.maxPool(o, c);
            default -> throw refuse(o, "the benchmark graphs have no such op");
        };
    }

    private static Value add(Node n, Context c) {
        Optional<Patterns.LayerNorm> norm = Patterns.layerNorm(n);
        if (norm.isEmpty()) {
            return binary("Add", c.value(n.input(0)), c.value(n.input(1)), c);
        }
        Patterns.LayerNorm p = norm.get();
        Value x = c.value(p.x());
        return c.node(
                "LayerNormalization",
                x.dims(),
                List.of(x, c.value(p.gamma()), c.value(p.beta())),
                Map.of("axis", -1, "epsilon", p.epsilon()));
    }

    private static Value mul(Node n, Context c) {
        Optional<Output> gelu = Patterns.gelu(n);
        if (gelu.isEmpty()) {
            return binary("Mul", c.value(n.input(0)), c.value(n.input(1)), c);
        }
        // The form that exporters write, which ONNX Runtime takes together.
        Value x = c.value(gelu.get());
        Value erf = c.node("Erf", x.dims(), c.node("Div", x.dims(), x, c.constant((float) Math.sqrt(2))));
        Value product = c.node("Mul", x.dims(), x, c.node("Add", x.dims(), erf, c.constant(1f)));
        return c.node("Mul", x.dims(), product, c.constant(0.5f));
    }

    private static Value binary(String type, Value a, Value b, Context c) {
        if (c.images() && Math.max(a.rank(), b.rank()) == 4 && !Arrays.equals(a.dims(), b.dims())) {
            throw new IllegalStateException(type + " broadcasts over images");
        }
        long[] dims = Shape.of(a.dims()).broadcast(Shape.of(b.dims())).dims();
        return c.node(type, dims, a, b);
    }

    private static Value unary(String type, Value x, Context c, Map<String, Object> attributes) {
        return c.node(type, x.dims(), List.of(x), attributes);
    }

    private static Value clip(Value x, Context c) {
        return c.node("Clip", x.dims(), x, c.constant(0f), c.constant(6f));
    }

    private static Value cast(Output o, Context c) {
        int to = switch (o.dtype()) {
            case FLOAT32 -> 1;
            case INT32 -> 6;
            case INT64 -> 7;
            default -> throw refuse(o, "to " + o.dtype());
        };
        return unary("Cast", c.value(o.node().input(0)), c, Map.of("to", to));
    }

    private static Value matMul(Output o, Context c) {
        Node n = o.node();
        boolean batch = n.type().equals("BatchMatMulV2");
        if (n.attrs().bool(batch ? "adj_x" : "transpose_a")
                || !batch && n.attrs().bool("transpose_b")) {
            throw refuse(o, "transposed");
        }
        Value a = c.value(n.input(0));
        Value b = batch && n.attrs().bool("adj_y") ? transposed(n.input(1), c) : c.value(n.input(1));
        long[] dims = (a.rank() >= b.rank() ? a : b).dims().clone();
        dims[dims.length - 2] = a.dims()[a.rank() - 2];
        dims[dims.length - 1] = b.dims()[b.rank() - 1];
        return c.node("MatMul", dims, a, b);
    }

    /** The last two axes exchanged, in one with a transposition that is there already. */
    private static Value transposed(Output o, Context c) {
        boolean twice = o.node().type().equals("Transpose");
        Value x = c.value(twice ? o.node().input(0) : o);
        long[] perm = new long[x.rank()];
        Arrays.setAll(perm, i -> i);
        perm = twice ? longs(o.node().input(1)) : perm;
        int last = perm.length - 1;
        long swapped = perm[last];
        perm[last] = perm[last - 1];
        perm[last - 1] = swapped;
        return transpose(x, perm, o, c);
    }

    private static Value transpose(Value x, long[] perm, Output o, Context c) {
        if (x.rank() != perm.length || c.images() && x.rank() == 4) {
            throw refuse(o, "of rank " + x.rank());
        }
        long[] dims = Arrays.stream(perm).map(p -> x.dims()[(int) p]).toArray();
        return c.node("Transpose", dims, List.of(x), Map.of("perm", perm));
    }

    private static Value gather(Output o, Context c) {
        Node n = o.node();
        if (n.attrs().intValue("batch_dims") != 0 || longs(n.input(2))[0] != 0) {
            throw refuse(o, "along another axis than the first");
        }
        Value table = c.value(n.input(0));
        Value rows = c.value(n.input(1));
        long[] dims =
                Shape.of(rows.dims()).concat(Shape.of(table.dims()).from(1)).dims();
        return c.node("Gather", dims, List.of(table, rows), Map.of("axis", 0));
    }

    private static Value reshape(Value x, long[] dims, Context c) {
        if (c.images() && x.rank() == 4) {
            throw new IllegalStateException("Reshape of images");
        }
        long[] target = dims;
        if (x.rank() > 0 && x.dims()[0] == 1 && (dims.length == 0 || dims[0] != 1)) {
            target = new long[dims.length + 1]; // a leading 1 stays
            target[0] = 1;
            System.arraycopy(dims, 0, target, 1, dims.length);
        }
        return Arrays.equals(target, x.dims()) ? x : c.node("Reshape", target, x, c.constant(target));
    }

    private static Value slice(Output o, Context c) {
        Node n = o.node();
        Value x = c.value(n.input(0));
        long[] begin = longs(n.input(1));
        long[] out = o.shape().dims();
        int more = x.rank() - begin.length;
        long[] end = new long[begin.length];
        long[] axes = new long[begin.length];
        long[] dims = x.dims().clone();
        for (int i = 0; i < begin.length; i++) {
            end[i] = begin[i] + out[i];
            axes[i] = (long) i + more;
            dims[i + more] = out[i];
        }
        return c.node("Slice", dims, x, c.constant(begin), c.constant(end), c.constant(axes));
    }

    private static Value sum(Output o, Context c) {
        Node n = o.node();
        Value x = c.value(n.input(0));
        int more = x.rank() - n.input(0).shape().rank();
        long[] axes = Arrays.stream(longs(n.input(1))).map(a -> a + more).toArray();
        if (n.attrs().bool("keep_dims") || more != 0) {
            throw refuse(o, "with kept dimensions");
        }
        return c.node("ReduceSum", o.shape().dims(), List.of(x, c.constant(axes)), Map.of("keepdims", 0));
    }
}
