package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.FunctionGradient;
import io.leat.graph.FunctionLibrary;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls one of several functions with all inputs but the first, which chooses. */
abstract class Conditional extends FunctionalOp {
    /** The functions to choose from. */
    abstract List<Attr.Function> branches(Attrs attrs);

    /** Gives a node functions to choose from. */
    abstract NodeBuilder withBranches(NodeBuilder b, List<Attr.Function> branches);

    /** Makes the results of the function the outputs. */
    static void call(Compute c, Attr.Function branch) {
        Tensor[] all = c.allInputs();
        Tensor[] results = c.call(branch, Arrays.copyOfRange(all, 1, all.length));
        for (int i = 0; i < results.length; i++) {
            c.output(i, results[i]);
        }
    }

    /** The same choice between the gradients of the functions. */
    @Override
    protected void gradient(Backprop b) {
        Node n = b.node();
        FunctionLibrary library = n.graph().functions();
        boolean[] from = new boolean[n.outputCount()];
        List<Output> inputs = new ArrayList<>(n.inputs().subList(1, n.inputCount()));
        int arguments = inputs.size();
        for (int i = 0; i < from.length; i++) {
            from[i] = b.hasDy(i) && FunctionGradient.passes(n.output(i).dtype());
            if (from[i]) {
                inputs.add(b.dy(i));
            }
        }
        List<FunctionGradient> gradients = branches(n.attrs()).stream()
                .map(f -> FunctionGradient.of(library.instantiate(f.name(), f.attrs(), ""), from))
                .toList();
        List<Integer> wanted = new ArrayList<>();
        List<DType> types = new ArrayList<>();
        for (int j = 0; j < arguments; j++) {
            DType type = type(gradients, j);
            if (type != null) {
                wanted.add(j);
                types.add(type);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        var saving = new SavingBranches(this, b, gradients, wanted, types);
        inputs.addAll(0, saving.kept());
        Node node = withBranches(b.tf().op(n.type()).input(n.input(0)).inputs(inputs), saving.gradients())
                .attr("Tout", Attr.of(types.toArray(DType[]::new)))
                .add();
        for (int i = 0; i < wanted.size(); i++) {
            b.dx(wanted.get(i) + 1, node.output(i));
        }
    }

    /** The dtype of the gradient of an argument, or null when it has none. */
    private static @Nullable DType type(List<FunctionGradient> gradients, int argument) {
        for (FunctionGradient g : gradients) {
            Output dx = g.dxs().get(argument);
            if (dx != null) {
                return dx.dtype();
            }
        }
        return null;
    }

    /** The gradients of some arguments, zeros for those that this branch has none for. */
    static List<Output> results(FunctionGradient g, List<Integer> wanted, List<DType> types) {
        Ops tf = g.function().graph().ops();
        List<Output> results = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Output dx = g.dxs().get(wanted.get(i));
            results.add(dx != null ? dx : zeros(tf, g.function().arguments().get(wanted.get(i)), types.get(i)));
        }
        return results;
    }

    /** Zeros of the shape of a tensor, or of the variable of a handle. */
    static Output zeros(Ops tf, Output x, DType type) {
        Output value = x.dtype() == DType.RESOURCE
                ? tf.op("ReadVariableOp").input(x).attr("dtype", type).add().output(0)
                : x;
        return tf.call("ZerosLike", value);
    }
}
