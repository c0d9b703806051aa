package io.leat.bench.onnx;

import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is converted so far. A tensor is converted when somebody asks for it. */
final class Context {
    /**
     * A tensor of the model. It has the elements of TensorFlow's in the same order, but for images, which have their
     * channels first; and it may have more leading dimensions of 1.
     */
    record Value(String name, long[] dims) {
        int rank() {
            return dims.length;
        }
    }

    private final OnnxModel model;
    private final Map<String, Tensor> inputs;
    private final Map<String, Tensor> feeds;
    private final Set<String> variable;
    private final boolean images;
    private final Map<Output, Value> values = new HashMap<>();

    Context(
            OnnxModel model,
            Map<String, Tensor> inputs,
            Map<String, Tensor> feeds,
            Set<String> variable,
            boolean images) {
        this.model = model;
        this.inputs = inputs;
        this.feeds = feeds;
        this.variable = variable;
        this.images = images;
    }

    /** Whether tensors of rank 4 are images. */
    boolean images() {
        return images;
    }

    Value value(Output o) {
        Value known = values.get(o);
        if (known == null) {
            known = switch (o.node().type()) {
                case "Placeholder" -> input(o, required(feeds.get(o.name()), o));
                case "Const" -> {
                    Tensor c = required(o.constantValue(), o);
                    yield variable.contains(o.node().name()) ? input(o, c) : constant(c);
                }
                default -> Operators.convert(o, this);
            };
            values.put(o, known);
        }
        return known;
    }

    private Value input(Output o, Tensor fed) {
        Tensor t = images && fed.shape().rank() == 4 ? ImageLayout.channelsFirst(fed) : fed;
        String name = o.node().name().replace('/', '_');
        inputs.put(name, t);
        model.input(name, t.dtype(), t.shape().dims());
        return new Value(name, t.shape().dims());
    }

    Value constant(Tensor c) {
        return new Value(model.constant(c), c.shape().dims());
    }

    Value constant(float c) {
        return constant(Tensor.scalar(c));
    }

    /** A vector of long: what ONNX takes for axes, shapes and bounds. */
    Value constant(long... c) {
        return constant(Tensor.of(Shape.of(c.length), c));
    }

    Value node(String type, long[] dims, List<Value> in, Map<String, Object> attributes) {
        return new Value(model.node(type, in.stream().map(Value::name).toList(), attributes), dims);
    }

    Value node(String type, long[] dims, Value... in) {
        return node(type, dims, List.of(in), Map.of());
    }

    /** The elements of a constant of int or long. */
    static long[] longs(Output o) {
        Tensor c = required(o.constantValue(), o);
        if (c.dtype() == DType.INT64) {
            return c.toLongArray();
        }
        int[] ints = c.toIntArray();
        long[] all = new long[ints.length];
        for (int i = 0; i < ints.length; i++) {
            all[i] = ints[i];
        }
        return all;
    }

    static UnimplementedException refuse(Output o, String why) {
        return new UnimplementedException(
                "no ONNX form of " + o.node().type() + " '" + o.node().name() + "': " + why);
    }

    private static Tensor required(@org.jspecify.annotations.Nullable Tensor t, Output o) {
        if (t == null) {
            throw refuse(o, "its value is not known");
        }
        return t;
    }
}
