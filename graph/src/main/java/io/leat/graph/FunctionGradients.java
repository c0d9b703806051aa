package io.leat.graph;

import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gradient of a function as a function: of its arguments and the gradients of its results, those of its arguments. */
final class FunctionGradients {
    private FunctionGradients() {}

    /** Adds the nodes to the function's graph, which must belong to nobody else. What nothing depends on gets zeros. */
    static FunctionInstance of(FunctionInstance f) {
        Ops tf = f.graph().ops();
        List<Output> arguments = new ArrayList<>(f.arguments());
        List<Output> dys = new ArrayList<>();
        for (Output y : f.results()) {
            Output dy = tf.placeholder("grad_" + y.node().name().replace('/', '_'), y.dtype(), Shape.UNKNOWN);
            arguments.add(dy);
            dys.add(dy);
        }
        List<@Nullable Output> dxs =
                Gradients.in(tf).gradYs(dys).dense(f.results(), f.arguments());
        List<Output> results = new ArrayList<>();
        for (int i = 0; i < f.arguments().size(); i++) {
            Output dx = dxs.get(i);
            results.add(dx != null ? dx : tf.call("ZerosLike", f.arguments().get(i)));
        }
        return new FunctionInstance(f.name() + "_grad", f.graph(), arguments, results, f.controlResults());
    }
}
