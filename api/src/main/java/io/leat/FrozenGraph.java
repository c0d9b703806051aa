package io.leat;

import io.leat.formats.ModelSignature;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Finds inputs and outputs of a graph that does not name them. */
final class FrozenGraph {
    private static final Set<String> NO_OUTPUTS =
            Set.of("Const", "Placeholder", "PlaceholderV2", "PlaceholderWithDefault", "NoOp", "Assert", "VarHandleOp");

    private FrozenGraph() {}

    /** The placeholders, and the first outputs of the nodes that no node consumes, by the names of the nodes. */
    static ModelSignature signature(Graph graph) {
        Set<Node> consumed = new HashSet<>();
        Map<String, Output> inputs = new LinkedHashMap<>();
        for (Node n : graph.nodes()) {
            n.inputs().forEach(in -> consumed.add(in.node()));
            if (n.type().equals("Placeholder") || n.type().equals("PlaceholderV2")) {
                inputs.put(n.name(), n.output(0));
            }
        }
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (Node n : graph.nodes()) {
            boolean some = n.op() == null || n.outputCount() > 0;
            if (some && !consumed.contains(n) && !NO_OUTPUTS.contains(n.type()) && !isPivot(n)) {
                outputs.put(n.name(), n.output(0));
            }
        }
        return ModelSignature.predict(inputs, outputs);
    }

    /** Whether a node only says that a branch of a cond is taken; it has no value where the branch is not. */
    private static boolean isPivot(Node n) {
        if (!n.type().equals("Identity") || !n.input(0).node().type().equals("Switch")) {
            return false;
        }
        Node branches = n.input(0).node();
        return branches.input(0).equals(branches.input(1));
    }
}
