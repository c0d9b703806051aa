package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.FunctionGradient;
import io.leat.graph.FunctionInstance;
import io.leat.graph.FunctionLibrary;
import io.leat.graph.FunctionMaker;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.SavedValues;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The gradient of a loop as two more loops. The first does what the loop does and puts what the gradient needs of each
 * iteration on lists: it {@linkplain Graph#standIn stands in} for the loop. The second takes that from there, the last
 * iteration first, and applies the gradient of the body:
 *
 * <pre>
 *   (v, n, lists) = while cond(v): (v, s) = body(v); (v, n + 1, push(lists, s))
 *   (_, _, dv)    = while n &gt; 0:    (lists, s) = pop(lists); (n - 1, lists, gradient of body(s, dv))
 * </pre>
 *
 * <p>What the body returns as it came is the same in all iterations: it is not kept, and its gradients add up.
 */
final class LoopGradient {
    private final Backprop b;
    private final Node loop;
    private final Graph graph;
    private final FunctionLibrary library;
    private final List<DType> types;
    private final FunctionGradient body;
    private final SavedValues values;

    /** The variables that change and pass gradients on. */
    private final List<Integer> carried = new ArrayList<>();

    /** The variables that do not change. */
    private final List<Integer> same = new ArrayList<>();

    /** The variables that do not change and that the body has a gradient for. */
    private final List<Integer> summed = new ArrayList<>();

    LoopGradient(Backprop b) {
        this.b = b;
        this.loop = b.node();
        this.graph = loop.graph();
        this.library = graph.functions();
        this.types = loop.inputs().stream().map(Output::dtype).toList();
        Attr.Function f = loop.attrs().function("body");
        FunctionInstance own = library.instantiate(f.name(), f.attrs(), "");
        boolean[] from = new boolean[types.size()];
        List<Output> free = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            Output argument = own.arguments().get(i);
            if (own.results().get(i).equals(argument)) {
                same.add(i);
                free.add(argument);
            } else if (FunctionGradient.passes(types.get(i))) {
                from[i] = true;
                carried.add(i);
            }
        }
        this.body = FunctionGradient.of(own, from);
        List<Output> dxs = new ArrayList<>();
        for (int i : carried) {
            Output dx = body.dxs().get(i);
            dxs.add(
                    dx != null
                            ? dx
                            : own.graph()
                                    .ops()
                                    .call("ZerosLike", own.arguments().get(i)));
        }
        for (int i : same) {
            Output dx = body.dxs().get(i);
            if (dx != null) {
                summed.add(i);
                dxs.add(dx);
            }
        }
        this.values = new SavedValues(body, dxs, free);
    }

    void add() {
        for (int i : same) {
            if (!summed.contains(i) && b.hasDy(i)) {
                b.dx(i, b.dy(i));
            }
        }
        if (carried.isEmpty()) {
            return;
        }
        Ops tf = b.tf();
        List<Output> start = new ArrayList<>(forward(tf));
        values.used().forEach(i -> start.add(loop.input(i)));
        for (int i : carried) {
            start.add(b.dy(i));
        }
        for (int i : summed) {
            DType type = dtype(i);
            start.add(b.hasDy(i) && type == types.get(i) ? b.dy(i) : Conditional.zeros(tf, loop.input(i), type));
        }
        Attr.Function gradient = add(values.backward(library.unusedName(bodyName() + "_grad")));
        List<Output> end = loop(
                tf,
                start,
                (t, v) -> List.of(t.call("Greater", v.getFirst(), t.constant(0))),
                (t, v) -> backward(t, v, gradient));
        int at = 1 + values.saved().size() + values.used().size();
        for (int i : carried) {
            b.dx(i, end.get(at++));
        }
        for (int i : summed) {
            b.dx(i, end.get(at++));
        }
    }

    private String bodyName() {
        return loop.attrs().function("body").name();
    }

    private Attr.Function add(FunctionInstance f) {
        library.add(f);
        return new Attr.Function(f.name(), Attrs.EMPTY);
    }

    private DType dtype(int argument) {
        Output dx = body.dxs().get(argument);
        return dx == null ? types.get(argument) : dx.dtype();
    }

    /** Adds the loop that keeps; returns the number of its iterations and the lists. */
    private List<Output> forward(Ops tf) {
        int n = types.size();
        List<DType> kept = values.saved().stream().map(Output::dtype).toList();
        Attr.Function step = add(values.forward(library.unusedName(bodyName() + "_forward"), null));
        List<Output> start = new ArrayList<>(loop.inputs());
        start.add(tf.constant(0));
        for (DType type : kept) {
            start.add(tf.op("EmptyTensorList")
                    .input(tf.constant(-1))
                    .input(tf.constant(-1))
                    .attr("element_dtype", type)
                    .add()
                    .output(0));
        }
        List<DType> returned = new ArrayList<>(types);
        returned.addAll(kept);
        List<Output> end = loop(
                tf,
                start,
                (t, v) -> call(t, loop.attrs().function("cond"), v.subList(0, n), List.of(DType.BOOL)),
                (t, v) -> {
                    List<Output> results = call(t, step, v.subList(0, n), returned);
                    List<Output> out = new ArrayList<>(results.subList(0, n));
                    same.forEach(i -> out.set(i, v.get(i)));
                    out.add(v.get(n).plus(1));
                    for (int k = 0; k < kept.size(); k++) {
                        out.add(t.call("TensorListPushBack", v.get(n + 1 + k), results.get(n + k)));
                    }
                    return out;
                });
        for (int i = 0; i < n; i++) {
            graph.standIn(loop.output(i), end.get(i));
        }
        return end.subList(n, end.size());
    }

    private List<Output> backward(Ops tf, List<Output> v, Attr.Function gradient) {
        List<Output> out = new ArrayList<>(List.of(v.getFirst().minus(1)));
        List<Output> arguments = new ArrayList<>();
        int at = 1;
        for (Output s : values.saved()) {
            Node pop = tf.op("TensorListPopBack")
                    .input(v.get(at++))
                    .input(tf.constant(-1))
                    .attr("element_dtype", s.dtype())
                    .add();
            out.add(pop.output(0));
            arguments.add(pop.output(1));
        }
        int first = at + values.used().size();
        List<Output> used = v.subList(at, first);
        out.addAll(used);
        arguments.addAll(used);
        arguments.addAll(v.subList(first, first + carried.size()));
        List<DType> results = new ArrayList<>();
        carried.forEach(i -> results.add(types.get(i)));
        summed.forEach(i -> results.add(dtype(i)));
        List<Output> dxs = call(tf, gradient, arguments, results);
        out.addAll(dxs.subList(0, carried.size()));
        at = first + carried.size();
        for (int k = carried.size(); k < dxs.size(); k++) {
            out.add(tf.op("AddN").inputs(List.of(v.get(at++), dxs.get(k))).add().output(0));
        }
        return out;
    }

    private List<Output> call(Ops tf, Attr.Function f, List<Output> arguments, List<DType> results) {
        return tf.op(loop.type().equals("While") ? "StatefulPartitionedCall" : "PartitionedCall")
                .inputs(arguments)
                .attr("f", f)
                .attr("Tout", Attr.of(results.toArray(DType[]::new)))
                .add()
                .outputs();
    }

    private List<Output> loop(
            Ops tf,
            List<Output> start,
            BiFunction<Ops, List<Output>, List<Output>> cond,
            BiFunction<Ops, List<Output>, List<Output>> step) {
        List<DType> all = start.stream().map(Output::dtype).toList();
        List<Shape> shapes = Collections.nCopies(all.size(), Shape.UNKNOWN);
        String name = loop.name().replace('/', '_') + "_grad";
        return tf.op(loop.type())
                .inputs(start)
                .attr("cond", FunctionMaker.make(graph, all, shapes, cond).add(name + "_cond", List.of(), false))
                .attr("body", FunctionMaker.make(graph, all, shapes, step).add(name + "_body", List.of(), false))
                .add()
                .outputs();
    }
}
