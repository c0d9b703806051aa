package io.leat.ops;

import io.leat.graph.Compute;
import io.leat.graph.Graph;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs single ops by their plain meaning, and asks what is inferred for them. */
final class Plain {
    private Plain() {}

    /** All outputs for inputs of which nothing is known while the node is added. */
    static Tensor[] run(String op, UnaryOperator<NodeBuilder> attrs, Tensor... in) {
        Ops tf = Graph.create().ops();
        NodeBuilder node = tf.op(op);
        for (Tensor t : in) {
            node = node.input(tf.placeholder("in", t.dtype(), Shape.UNKNOWN));
        }
        return Compute.run(attrs.apply(node).add(), in, null);
    }

    static Tensor run(String op, Tensor... in) {
        return run(op, UnaryOperator.identity(), in)[0];
    }

    /** The first output for constant inputs, as far as it is inferred. */
    static Output inferred(String op, UnaryOperator<NodeBuilder> attrs, Tensor... in) {
        Ops tf = Graph.create().ops();
        NodeBuilder node = tf.op(op);
        for (Tensor t : List.of(in)) {
            node = node.input(tf.constant(t));
        }
        return attrs.apply(node).add().output(0);
    }
}
