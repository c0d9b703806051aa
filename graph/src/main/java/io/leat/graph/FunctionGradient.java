package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a function with the nodes of its gradient added.
 *
 * @param function the function itself
 * @param dys placeholders for the gradients of those results that were asked for
 * @param dxs for each argument its gradient, or null where the results do not depend on it
 */
public record FunctionGradient(FunctionInstance function, List<Output> dys, List<@Nullable Output> dxs) {
    /**
     * Adds the nodes to the function's graph, which must belong to nobody else.
     *
     * @param from which results have a gradient
     */
    public static FunctionGradient of(FunctionInstance f, boolean[] from) {
        Ops tf = f.graph().ops();
        List<Output> ys = new ArrayList<>();
        List<Output> dys = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            if (from[i]) {
                Output y = f.results().get(i);
                Output dy = tf.placeholder("dy_" + i, y.dtype(), Shape.UNKNOWN);
                ys.add(y);
                dys.add(dy);
            }
        }
        List<@Nullable Output> dxs = Gradients.in(tf).gradYs(dys).dense(ys, f.arguments());
        return new FunctionGradient(f, dys, dxs);
    }

    /** Whether gradients go through tensors of the dtype. */
    public static boolean passes(DType t) {
        return t.isFloating() || t.isComplex() || t == DType.VARIANT;
    }

    /** The function of the arguments and then the {@link #dys} that returns tensors of the graph. */
    public FunctionInstance returning(String name, List<Output> results) {
        List<Output> arguments = new ArrayList<>(function.arguments());
        arguments.addAll(dys);
        return SubgraphCopy.function(name, arguments, results, List.of());
    }
}
