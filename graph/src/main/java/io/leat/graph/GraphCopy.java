package io.leat.graph;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/** Copies all nodes of a graph into another one. */
final class GraphCopy {
    private final Map<Node, Node> copies = new HashMap<>();

    /** @param prefix a name scope for the copies, or nothing */
    GraphCopy(Graph from, Graph to, String prefix) {
        to.versions(from.producer(), from.minConsumer());
        for (Node n : from.nodes()) {
            copies.put(n, copy(n, to, prefix));
        }
    }

    private Node copy(Node n, Graph to, String prefix) {
        NodeBuilder b = to.ops()
                .op(n.type())
                .loaded()
                .exactName(prefix.isEmpty() ? n.name() : prefix + "/" + n.name())
                .device(n.device())
                .attrs(n.attrs())
                .flatInputs(n.inputs().stream().map(this::output).toList());
        n.controlInputs().forEach(c -> b.controlInput(node(c)));
        return b.add();
    }

    Node node(Node original) {
        return requireNonNull(copies.get(original), () -> "not copied yet: " + original);
    }

    Output output(Output original) {
        return new Output(node(original.node()), original.index());
    }
}
