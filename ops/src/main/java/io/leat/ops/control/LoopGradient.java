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
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The gradient of a loop as two more loops. The first runs the loop again and puts the variables, as they are before each
 * iteration, on lists; the second takes them from there, the last ones first, and applies the gradient of the body:
 *
 * <pre>
 *   (v, lists) = while cond(v):             (body(v), push(lists, v))
 *   (_, dv)    = while lists are not empty: (lists, v) = pop(lists); (lists, gradient of body(v, dv))
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
    private final Attr.Function bodyGradient;
    private final boolean[] invariant;

    /** The variables that change in the loop. */
    private final List<Integer> kept = new ArrayList<>();

    /** The variables that do not. */
    private final List<Integer> same = new ArrayList<>();

    /** The variables that change and pass gradients on. */
    private final List<Integer> carried = new ArrayList<>();

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
        int n = types.size();
        this.invariant = new boolean[n];
        boolean[] from = new boolean[n];
        for (int i = 0; i < n; i++) {
            invariant[i] = own.results().get(i).equals(own.arguments().get(i));
            (invariant[i] ? same : kept).add(i);
            from[i] = !invariant[i] && FunctionGradient.passes(types.get(i));
            if (from[i]) {
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
        String name = library.unusedName(f.name() + "_grad");
        library.add(body.returning(name, dxs));
        this.bodyGradient = new Attr.Function(name, Attrs.EMPTY);
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
        List<Output> lists = forward(tf);
        List<Output> start = new ArrayList<>(lists);
        same.forEach(i -> start.add(loop.input(i)));
        for (int i : carried) {
            start.add(b.dy(i));
        }
        for (int i : summed) {
            DType type = dtype(i);
            start.add(b.hasDy(i) && type == types.get(i) ? b.dy(i) : Conditional.zeros(tf, loop.input(i), type));
        }
        List<Output> end = loop(tf, start, this::notEmpty, this::backward);
        int at = kept.size() + same.size();
        for (int i : carried) {
            b.dx(i, end.get(at++));
        }
        for (int i : summed) {
            b.dx(i, end.get(at++));
        }
    }

    private DType dtype(int argument) {
        Output dx = body.dxs().get(argument);
        return dx == null ? types.get(argument) : dx.dtype();
    }

    /** Runs the loop again; returns the lists. */
    private List<Output> forward(Ops tf) {
        int n = types.size();
        List<Output> start = new ArrayList<>(loop.inputs());
        for (int i : kept) {
            start.add(tf.op("EmptyTensorList")
                    .input(tf.constant(-1))
                    .input(tf.constant(-1))
                    .attr("element_dtype", types.get(i))
                    .add()
                    .output(0));
        }
        List<Output> end = loop(
                tf,
                start,
                (t, v) -> call(t, loop.attrs().function("cond"), v.subList(0, n), List.of(DType.BOOL)),
                (t, v) -> {
                    List<Output> out = new ArrayList<>(call(t, loop.attrs().function("body"), v.subList(0, n), types));
                    for (int k = 0; k < kept.size(); k++) {
                        out.add(t.call("TensorListPushBack", v.get(n + k), v.get(kept.get(k))));
                    }
                    same.forEach(i -> out.set(i, v.get(i)));
                    return out;
                });
        return end.subList(n, n + kept.size());
    }

    private List<Output> notEmpty(Ops tf, List<Output> v) {
        return List.of(tf.call("Greater", tf.call("TensorListLength", v.getFirst()), tf.constant(0)));
    }

    private List<Output> backward(Ops tf, List<Output> v) {
        List<Output> out = new ArrayList<>();
        List<Output> arguments = new ArrayList<>(Collections.nCopies(types.size(), v.getFirst()));
        for (int k = 0; k < kept.size(); k++) {
            Node pop = tf.op("TensorListPopBack")
                    .input(v.get(k))
                    .input(tf.constant(-1))
                    .attr("element_dtype", types.get(kept.get(k)))
                    .add();
            out.add(pop.output(0));
            arguments.set(kept.get(k), pop.output(1));
        }
        int at = kept.size();
        for (int i : same) {
            out.add(v.get(at));
            arguments.set(i, v.get(at++));
        }
        arguments.addAll(v.subList(at, at + carried.size()));
        List<DType> results = new ArrayList<>();
        carried.forEach(i -> results.add(types.get(i)));
        summed.forEach(i -> results.add(dtype(i)));
        List<Output> dxs = call(tf, bodyGradient, arguments, results);
        out.addAll(dxs.subList(0, carried.size()));
        at += carried.size();
        for (int k = carried.size(); k < dxs.size(); k++) {
            out.add(tf.op("AddN").inputs(List.of(v.get(at++), dxs.get(k))).add().output(0));
        }
        return out;
    }

    private List<Output> call(Ops tf, Attr.Function f, List<Output> arguments, List<DType> results) {
        return tf.op("PartitionedCall")
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
