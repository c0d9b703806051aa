package io.leat.train;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes graphs whose variables are constants. */
public final class FrozenGraphs {
    private FrozenGraphs() {}

    /**
     * A new graph with the nodes that the outputs need, under their names, in which what the session's variables hold
     * stands as constants. Control dependencies on nodes that the outputs do not need otherwise are kept.
     */
    public static Graph freeze(Session session, Collection<Output> outputs) {
        Set<Node> needed = new HashSet<>();
        var queue = new ArrayDeque<Node>();
        outputs.forEach(o -> queue.add(o.node()));
        Map<Node, Output> reads = new LinkedHashMap<>();
        while (!queue.isEmpty()) {
            Node n = queue.poll();
            if (needed.add(n)) {
                if (isRead(n)) {
                    reads.put(n, n.output(0));
                } else {
                    n.inputs().forEach(in -> queue.add(in.node()));
                    queue.addAll(n.controlInputs());
                }
            }
        }
        Map<Node, Tensor> values = new HashMap<>();
        List<Tensor> read = session.run(List.copyOf(reads.values()), Map.of(), List.of());
        int at = 0;
        for (Node n : reads.keySet()) {
            values.put(n, read.get(at++));
        }
        Graph frozen = Graph.create();
        frozen.functions().addAll(session.graph().functions());
        Map<Node, Node> copies = new HashMap<>();
        for (Node n : session.graph().nodes()) {
            if (needed.contains(n)) {
                copies.put(n, copy(frozen, n, values, copies));
            }
        }
        return frozen;
    }

    private static boolean isRead(Node n) {
        return n.type().equals("ReadVariableOp")
                || n.type().equals("Identity")
                        && n.input(0).node().isRef(n.input(0).index())
                || n.type().equals("VariableV2")
                || n.type().equals("Variable");
    }

    private static Node copy(Graph frozen, Node n, Map<Node, Tensor> values, Map<Node, Node> copies) {
        Tensor value = values.get(n);
        if (value != null) {
            return frozen.ops()
                    .op("Const")
                    .exactName(n.name())
                    .attr("value", value)
                    .attr("dtype", value.dtype())
                    .add();
        }
        NodeBuilder b = frozen.ops().op(n.type()).exactName(n.name()).attrs(n.attrs());
        b.flatInputs(n.inputs().stream()
                .map(in ->
                        java.util.Objects.requireNonNull(copies.get(in.node())).output(in.index()))
                .toList());
        n.controlInputs().forEach(c -> b.controlInput(java.util.Objects.requireNonNull(copies.get(c))));
        return b.device(n.device()).loaded().add();
    }
}
