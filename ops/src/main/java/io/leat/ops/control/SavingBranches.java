package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.FunctionGradient;
import io.leat.graph.FunctionInstance;
import io.leat.graph.FunctionLibrary;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.SavedValues;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The branches of a condition and of its gradient, when each branch returns besides its results what its gradient needs;
 * in the place of what the other branches return so there are values that nobody looks at.
 *
 * <pre>
 *   results, kept of each branch = if p: (results, kept, fake) else: (results, fake, kept)
 * </pre>
 */
final class SavingBranches {
    private final Conditional op;
    private final Backprop b;
    private final FunctionLibrary library;
    private final List<FunctionGradient> gradients;
    private final List<SavedValues> values = new ArrayList<>();
    private final List<DType> types = new ArrayList<>();

    /**
     * @param wanted the arguments that get a gradient
     * @param types the dtypes of these gradients
     */
    SavingBranches(
            Conditional op, Backprop b, List<FunctionGradient> gradients, List<Integer> wanted, List<DType> types) {
        this.op = op;
        this.b = b;
        this.library = b.node().graph().functions();
        this.gradients = gradients;
        for (FunctionGradient g : gradients) {
            var v = new SavedValues(
                    g, Conditional.results(g, wanted, types), g.function().arguments());
            values.add(v);
            v.saved().forEach(o -> this.types.add(o.dtype()));
        }
    }

    /** Adds the condition that keeps, which stands in for the node; returns what it keeps for all branches. */
    List<Output> kept() {
        if (types.isEmpty()) {
            return List.of();
        }
        Node n = b.node();
        List<Attr.Function> branches = new ArrayList<>();
        List<DType> returned =
                new ArrayList<>(n.outputs().stream().map(Output::dtype).toList());
        returned.addAll(types);
        for (int k = 0; k < values.size(); k++) {
            Ops tf = gradients.get(k).function().graph().ops();
            branches.add(add(values.get(k).forward(name(k, "_forward"), all(k, type -> fake(tf, type)))));
        }
        Node made = op.withBranches(
                        b.tf().op(n.type()).input(n.input(0)).inputs(n.inputs().subList(1, n.inputCount())), branches)
                .attr("Tout", Attr.of(returned.toArray(DType[]::new)))
                .add();
        for (int i = 0; i < n.outputCount(); i++) {
            n.graph().standIn(n.output(i), made.output(i));
        }
        return made.outputs().subList(n.outputCount(), made.outputCount());
    }

    /** The gradients of the branches: functions of what is kept for all, the arguments, and the gradients of results. */
    List<Attr.Function> gradients() {
        List<Attr.Function> functions = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            FunctionGradient g = gradients.get(k);
            Ops tf = g.function().graph().ops();
            List<Output> arguments = all(k, type -> tf.placeholder("unused", type, Shape.UNKNOWN));
            arguments.addAll(g.function().arguments());
            arguments.addAll(g.dys());
            functions.add(add(values.get(k).backward(name(k, "_grad"), arguments)));
        }
        return functions;
    }

    /** What is kept for all branches, of which branch {@code k} has only its own. */
    private List<Output> all(int k, java.util.function.Function<DType, Output> other) {
        List<Output> all = new ArrayList<>();
        for (int j = 0; j < values.size(); j++) {
            for (Output o : values.get(j).saved()) {
                all.add(j == k ? o : other.apply(o.dtype()));
            }
        }
        return all;
    }

    private static Output fake(Ops tf, DType type) {
        return tf.op("FakeParam")
                .attr("dtype", type)
                .attr("shape", Shape.UNKNOWN)
                .add()
                .output(0);
    }

    private String name(int k, String end) {
        return library.unusedName(op.branches(b.attrs()).get(k).name() + end);
    }

    private Attr.Function add(FunctionInstance f) {
        library.add(f);
        return new Attr.Function(f.name(), Attrs.EMPTY);
    }
}
