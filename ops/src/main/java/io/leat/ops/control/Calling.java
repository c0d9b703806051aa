package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.FunctionGradient;
import io.leat.graph.FunctionInstance;
import io.leat.graph.FunctionLibrary;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.SavedValues;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Calls the function {@code f}. */
abstract class Calling extends FunctionalOp {
    @Override
    protected void compute(Compute c) {
        Tensor[] results = c.call(c.attrs().function("f"), c.allInputs());
        for (int i = 0; i < results.length; i++) {
            c.output(i, results[i]);
        }
    }

    /** Calls the gradient of the function. */
    @Override
    protected void gradient(Backprop b) {
        Node n = b.node();
        FunctionLibrary library = n.graph().functions();
        Attr.Function f = n.attrs().function("f");
        boolean[] from = new boolean[n.outputCount()];
        List<Output> inputs = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            from[i] = b.hasDy(i) && FunctionGradient.passes(n.output(i).dtype());
            if (from[i]) {
                inputs.add(b.dy(i));
            }
        }
        FunctionGradient g = FunctionGradient.of(library.instantiate(f.name(), f.attrs(), ""), from);
        List<Output> dxs = g.dxs().stream().filter(Objects::nonNull).toList();
        if (dxs.isEmpty()) {
            return;
        }
        var values = new SavedValues(g, dxs, g.function().arguments());
        inputs.addAll(0, kept(b, values, f));
        Node node = call(b, add(library, values.backward(library.unusedName(f.name() + "_grad"))), inputs, dxs);
        int at = 0;
        for (int i = 0; i < n.inputCount(); i++) {
            if (g.dxs().get(i) != null) {
                b.dx(i, node.output(at++));
            }
        }
    }

    /** What the gradient needs of the call's values and arguments, from a call that stands in for this one. */
    private List<Output> kept(Backprop b, SavedValues values, Attr.Function f) {
        Node n = b.node();
        FunctionLibrary library = n.graph().functions();
        List<Output> kept = new ArrayList<>();
        if (!values.saved().isEmpty()) {
            FunctionInstance forward = values.forward(library.unusedName(f.name() + "_forward"), null);
            Node call = call(b, add(library, forward), n.inputs(), forward.results());
            for (int i = 0; i < n.outputCount(); i++) {
                n.graph().standIn(n.output(i), call.output(i));
            }
            kept.addAll(call.outputs().subList(n.outputCount(), call.outputCount()));
        }
        values.used().forEach(i -> kept.add(n.input(i)));
        return kept;
    }

    private static Attr.Function add(FunctionLibrary library, FunctionInstance f) {
        library.add(f);
        return new Attr.Function(f.name(), Attrs.EMPTY);
    }

    private static Node call(Backprop b, Attr.Function f, List<Output> inputs, List<Output> results) {
        return b.tf().op(b.node().type())
                .inputs(inputs)
                .attr("f", f)
                .attr("Tout", Attr.of(results.stream().map(Output::dtype).toArray(DType[]::new)))
                .add();
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.CALL;
    }
}
