package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.FunctionGradient;
import io.leat.graph.FunctionLibrary;
import io.leat.graph.Node;
import io.leat.graph.Output;
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
        List<Output> inputs = new ArrayList<>(n.inputs());
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
        String name = library.unusedName(f.name() + "_grad");
        library.add(g.returning(name, dxs));
        Node node = b.tf().op(n.type())
                .inputs(inputs)
                .attr("f", new Attr.Function(name, Attrs.EMPTY))
                .attr("Tout", Attr.of(dxs.stream().map(Output::dtype).toArray(DType[]::new)))
                .add();
        int at = 0;
        for (int i = 0; i < n.inputCount(); i++) {
            if (g.dxs().get(i) != null) {
                b.dx(i, node.output(at++));
            }
        }
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.CALL;
    }
}
