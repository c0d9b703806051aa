package io.leat.bench.onnx;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A frozen graph as the ONNX model that an engineer would export: images with their channels first throughout, layer
 * normalisation as one operator, no reshapes that only drop a dimension of 1. It knows the ops of the benchmark graphs
 * and refuses any other.
 *
 * <p>A fetched slice is left to who reads it: the model gives the whole tensor, whose first elements the slice is. ONNX
 * Runtime would push the slice through what computes the tensor.
 */
public final class OnnxExport {
    private final OnnxModel model;
    private final Map<String, Tensor> inputs;

    private OnnxExport(OnnxModel model, Map<String, Tensor> inputs) {
        this.model = model;
        this.inputs = inputs;
    }

    /**
     * Converts what the fetches need.
     *
     * @param frozen a graph without variables, of shapes that are known
     * @param fetches the outputs of the model, in order
     * @param feeds values of placeholders by tensor name
     * @param variable names of constants that are to be inputs of the model, since their values may change
     */
    public static OnnxExport of(Graph frozen, List<Output> fetches, Map<String, Tensor> feeds, Set<String> variable) {
        var model = new OnnxModel();
        var inputs = new LinkedHashMap<String, Tensor>();
        var context = new Context(model, inputs, feeds, variable, hasImages(fetches));
        for (Output f : fetches) {
            Output whole = isHead(f) ? f.node().input(0) : f;
            Context.Value v = context.value(whole);
            model.output(v.name(), whole.dtype(), v.dims());
        }
        return new OnnxExport(model, inputs);
    }

    /** What to feed, in the model's layout, by the names of its inputs. */
    public Map<String, Tensor> inputs() {
        return inputs;
    }

    /** The types of the model's operators, in order. */
    public List<String> operators() {
        return model.types();
    }

    public void write(Path file) throws IOException {
        model.write(file);
    }

    /** Whether the output is a slice of the first elements of a tensor. */
    public static boolean isHead(Output o) {
        Node n = o.node();
        if (!n.type().equals("Slice")) {
            return false;
        }
        for (long b : Context.longs(n.input(1))) {
            if (b != 0) {
                return false;
            }
        }
        long[] size = Context.longs(n.input(2));
        for (int i = 0; i < size.length - 1; i++) {
            if (size[i] != 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasImages(List<Output> fetches) {
        var seen = new HashSet<Node>();
        var queue = new ArrayDeque<Node>();
        fetches.forEach(f -> queue.add(f.node()));
        while (!queue.isEmpty()) {
            Node n = queue.poll();
            if (seen.add(n)) {
                if (n.type().equals("Conv2D")) {
                    return true;
                }
                n.inputs().forEach(in -> queue.add(in.node()));
            }
        }
        return false;
    }
}
