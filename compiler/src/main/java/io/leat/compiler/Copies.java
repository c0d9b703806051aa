package io.leat.compiler;

import io.leat.graph.FlowRole;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import java.util.HashMap;
import java.util.Map;

/**
 * The tensors that are the same in every run and everywhere: constants and what follows from them, and the handles of
 * variables. Each block computes its own, so that its shapes follow from them.
 */
final class Copies {
    private final Inliner inliner;
    private final Map<Output, Integer> feeds;
    private final Map<Node, Boolean> known = new HashMap<>();

    Copies(Inliner inliner, Map<Output, Integer> feeds) {
        this.inliner = inliner;
        this.feeds = feeds;
    }

    boolean contains(Output o) {
        return !feeds.containsKey(o) && contains(o.node());
    }

    boolean contains(Node n) {
        Boolean is = known.get(n);
        if (is == null) {
            is = find(n);
            known.put(n, is);
        }
        return is;
    }

    private boolean find(Node n) {
        Op op = n.op();
        if (op == null || n.outputCount() == 0 || n.outputs().stream().anyMatch(feeds::containsKey)) {
            return false;
        }
        if (op.isSameInAllRuns()) {
            return n.inputCount() == 0;
        }
        boolean enters = op.flowRole() == FlowRole.ENTER;
        if (!enters && op.flowRole() != FlowRole.PLAIN || !op.canFold()) {
            return false;
        }
        return n.outputs().stream()
                        .allMatch(o -> o.dtype() == DType.RESOURCE && n.inputCount() > 0 || o.constantValue() != null)
                && inliner.inputs(n).stream().allMatch(this::contains);
    }
}
