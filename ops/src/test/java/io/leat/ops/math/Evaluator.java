package io.leat.ops.math;

import io.leat.graph.Attr;
import io.leat.graph.Compute;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;

/** Runs graphs without a session, by the plain meanings of their ops. */
final class Evaluator {
    private final Map<Output, Tensor> feeds;
    private final Map<Node, Tensor[]> done = new HashMap<>();

    private Evaluator(Map<Output, Tensor> feeds) {
        this.feeds = feeds;
    }

    static Tensor run(Output y, Map<Output, Tensor> feeds) {
        return new Evaluator(feeds).value(y);
    }

    private Tensor value(Output y) {
        Tensor fed = feeds.get(y);
        return fed != null ? fed : outputs(y.node())[y.index()];
    }

    private Tensor[] outputs(Node n) {
        Tensor[] known = done.get(n);
        if (known == null) {
            known = Compute.run(n, n.inputs().stream().map(this::value).toArray(Tensor[]::new), null);
            done.put(n, known);
        }
        return known;
    }

    /** The first output of one op on constants. */
    static Tensor op(String name, Map<String, Attr> attrs, Tensor... inputs) {
        var tf = Graph.create().ops();
        NodeBuilder b = tf.op(name);
        for (Tensor t : inputs) {
            b.input(tf.constant(t));
        }
        attrs.forEach(b::attr);
        return run(b.add().output(0), Map.of());
    }

    static Tensor op(String name, Tensor... inputs) {
        return op(name, Map.of(), inputs);
    }

    /** The same for an op whose inputs are one list. */
    static Tensor list(String name, Map<String, Attr> attrs, Tensor... inputs) {
        var tf = Graph.create().ops();
        NodeBuilder b = tf.op(name);
        b.inputs(List.of(inputs).stream().map(tf::constant).toList());
        attrs.forEach(b::attr);
        return run(b.add().output(0), Map.of());
    }

    /** Holds for a tensor with the dtype, shape and elements of {@code expected}. */
    static Condition<Tensor> like(Tensor expected) {
        return new Condition<>(t -> t.contentEquals(expected), "%s", expected);
    }
}
