package io.leat.bench;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Graphs whose placeholders have the shapes of what is fed, so that all that follow from them are known. */
final class FixedShapes {
    private FixedShapes() {}

    /** The graph itself when its placeholders have these shapes, else a copy. */
    static Graph of(Graph graph, Map<String, Tensor> feeds) {
        boolean fixed = feeds.entrySet().stream()
                .allMatch(f ->
                        graph.output(f.getKey()).shape().equals(f.getValue().shape()));
        if (fixed) {
            return graph;
        }
        Graph copy = Graph.create();
        Map<Node, Node> copies = new HashMap<>();
        for (Node n : graph.nodes()) {
            NodeBuilder b = copy.ops().op(n.type()).exactName(n.name()).attrs(n.attrs());
            Tensor fed = feeds.get(n.name() + ":0");
            if (fed != null) {
                Shape shape = fed.shape();
                b.attr("shape", shape);
            }
            List<Output> inputs = n.inputs().stream()
                    .map(in -> Objects.requireNonNull(copies.get(in.node())).output(in.index()))
                    .toList();
            n.controlInputs().forEach(c -> b.controlInput(Objects.requireNonNull(copies.get(c))));
            copies.put(n, b.flatInputs(inputs).loaded().add());
        }
        return copy;
    }
}
