package io.leat.graph;

import io.leat.graph.Node.OutputInfo;
import io.leat.tensor.LeatException;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Small values that follow from constants alone, for shape rules while a graph is built. */
final class ConstantValues {
    private static final long MAX_ELEMENTS = 1024;
    private static final int MAX_DEPTH = 64;

    /** What folding a node gave: its outputs, or null when it is not constant. */
    record Folded(Tensor @Nullable [] outputs) {
        static final Folded NOT = new Folded(null);
    }

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
        @Nullable Folded known = o.node().folded();
        if (known == null) {
            known = compute(o.node(), depth);
            o.node().folded(known);
        }
        Tensor[] outputs = known.outputs();
        return outputs == null ? null : outputs[o.index()];
    }

    private static Folded compute(Node node, int depth) {
        Op op = node.op();
        if (op == null || !op.isFoldable() || node.inputCount() == 0) {
            return Folded.NOT;
        }
        Tensor[] in = new Tensor[node.inputCount()];
        for (int i = 0; i < in.length; i++) {
            Tensor t = of(node.input(i), depth + 1);
            if (t == null) {
                return Folded.NOT;
            }
            in[i] = t;
        }
        try {
            return new Folded(Compute.run(node, in, null));
        } catch (LeatException e) {
            return Folded.NOT; // the run will report it, if it gets there
        }
    }
}
