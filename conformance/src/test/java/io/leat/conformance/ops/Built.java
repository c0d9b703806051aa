package io.leat.conformance.ops;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case as a node of a graph.
 *
 * @param feeds what to feed so that the node has the inputs of the case
 */
record Built(OpCase of, Node node, List<Output> inputs, Map<Output, Tensor> feeds) {
    /** How the inputs come to the node. */
    enum Inputs {
        /** Fed, with known shapes; only those that decide shapes are constants. */
        FED,
        CONSTANT,
        /** Fed, of known rank but with unknown dimensions, also those that decide shapes. */
        PARTIAL,
        /** Fed, of unknown rank, also those that decide shapes. */
        UNKNOWN
    }

    /** Adds the case to a graph. */
    static Built add(Graph graph, OpCase c, Inputs how) {
        Ops tf = graph.ops();
        List<Output> in = new ArrayList<>();
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        for (int i = 0; i < c.inputs().size(); i++) {
            Tensor t = c.inputs().get(i);
            boolean constant =
                    how == Inputs.CONSTANT || how == Inputs.FED && c.constants().contains(i);
            if (constant) {
                in.add(tf.constant(t));
            } else {
                Output p = tf.placeholder("in", t.dtype(), shape(t.shape(), how));
                feeds.put(p, t);
                in.add(p);
            }
        }
        return new Built(c, c.addTo(tf, in), in, feeds);
    }

    private static Shape shape(Shape s, Inputs how) {
        if (how == Inputs.UNKNOWN) {
            return Shape.UNKNOWN;
        }
        Shape out = s;
        for (int i = 0; i < s.rank() && how == Inputs.PARTIAL; i += 2) {
            out = out.withDim(i, Shape.ANY);
        }
        return out;
    }

    /** The outputs that can be fetched and compared. */
    List<Output> values() {
        return node.outputs().stream()
                .filter(o -> o.dtype() != DType.RESOURCE && o.dtype() != DType.VARIANT)
                .toList();
    }
}
