package io.leat.graph;

import io.leat.graph.Node.OutputInfo;
import io.leat.tensor.LeatException;
import io.leat.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Small values that follow from constants alone, for shape rules while a graph is built. */
final class ConstantValues {
    private static final long MAX_ELEMENTS = 1024;
    private static final int MAX_DEPTH = 64;

    /** Outputs 0…n of nodes that were computed; the empty one stands for "not constant". */
    private static final Map<Node, Optional<Tensor[]>> COMPUTED =
            java.util.Collections.synchronizedMap(new WeakHashMap<>());

    private ConstantValues() {}

    static @Nullable Tensor of(Output o) {
        return of(o, 0);
    }

    private static @Nullable Tensor of(Output o, int depth) {
        OutputInfo info = o.node().info(o.index());
        if (info == null || info.value() != null) {
            return info == null ? null : info.value();
        }
        if (info.ref() || !info.shape().isFullyKnown() || info.shape().size() > MAX_ELEMENTS || depth > MAX_DEPTH) {
            return null;
        }
        Optional<Tensor[]> known = COMPUTED.get(o.node());
        if (known == null) {
            known = compute(o.node(), depth);
            COMPUTED.put(o.node(), known);
        }
        return known.map(t -> t[o.index()]).orElse(null);
    }

    private static Optional<Tensor[]> compute(Node node, int depth) {
        Op op = node.op();
        if (op == null || !op.isFoldable() || node.inputCount() == 0) {
            return Optional.empty();
        }
        Tensor[] in = new Tensor[node.inputCount()];
        for (int i = 0; i < in.length; i++) {
            Tensor t = of(node.input(i), depth + 1);
            if (t == null) {
                return Optional.empty();
            }
            in[i] = t;
        }
        try {
            return Optional.of(Compute.run(node, in, null));
        } catch (LeatException e) {
            return Optional.empty(); // the run will report it, if it gets there
        }
    }
}
