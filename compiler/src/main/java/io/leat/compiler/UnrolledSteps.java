package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.Program.Source;
import io.leat.compiler.Program.Step;
import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Tracing;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The steps of an unrolled program, one after another, with those values that decide how it goes on. */
final class UnrolledSteps {
    /** Larger values decide nothing. */
    private static final int MAX_ELEMENTS = 1024;

    private final int most;
    private final List<Output> feeds;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Source, Tensor> constants = new HashMap<>();
    private final Map<String, Source> made = new HashMap<>();

    /** A graph for the nodes that no other graph has. */
    private final Ops own = Graph.create().ops();

    private final Map<DType, Output> placeholders = new HashMap<>();

    /**
     * @param most how many steps there may be
     * @param feeds the feeds of the program
     */
    UnrolledSteps(int most, List<Output> feeds) {
        this.most = most;
        this.feeds = feeds;
    }

    List<Step> all() {
        return steps;
    }

    /** The value that is the same in all runs, or null. */
    @Nullable
    Tensor constant(Object value) {
        return value instanceof Source s ? constants.get(s) : null;
    }

    /** A tensor of an integer value. */
    Source constant(Tensor value) {
        return made.computeIfAbsent(value.dtype() + value.toString(), k -> {
            Source s = add(own.constant(value).node(), List.of());
            constants.put(s, value);
            return s;
        });
    }

    private Source add(Node n, List<Source> in) {
        if (steps.size() >= most) {
            throw new Tracing.Stop("there are too many steps");
        }
        steps.add(new Step(n, in));
        return new Source(steps.size() - 1, 0);
    }

    /** Executes a node without control flow; returns its outputs, tensors or things. */
    List<Object> execute(Node n, List<Object> in) {
        Op op = requireNonNull(n.op());
        var trace = new Trace(n, in);
        if (op.traced(trace)) {
            return trace.outputs;
        }
        if (op.flowRole() == FlowRole.ALONE) {
            throw new Tracing.Stop(n.name() + " has a shape that only the run knows");
        }
        List<Source> sources = new ArrayList<>();
        for (Object v : in) {
            if (!(v instanceof Source s)) {
                throw new Tracing.Stop(n.name() + " works on a handle");
            }
            sources.add(s);
        }
        Source first = add(n, sources);
        List<Object> out = new ArrayList<>();
        for (int i = 0; i < n.outputCount(); i++) {
            out.add(new Source(first.step(), i));
        }
        fold(n, op, sources, out);
        return out;
    }

    private void fold(Node n, Op op, List<Source> in, List<Object> out) {
        boolean decides = op.canFold()
                && !out.isEmpty()
                && n.outputs().stream().allMatch(o -> o.dtype().isInteger() || o.dtype() == DType.BOOL);
        if (!decides) {
            return;
        }
        Tensor[] values = new Tensor[in.size()];
        for (int i = 0; i < values.length; i++) {
            Tensor v = constants.get(in.get(i));
            if (v == null) {
                return;
            }
            values[i] = v;
        }
        Tensor[] results = Compute.run(n, values, null);
        for (int i = 0; i < results.length; i++) {
            if (results[i].size() <= MAX_ELEMENTS) {
                constants.put((Source) out.get(i), results[i]);
            }
        }
    }

    private final class Trace extends Tracing {
        private final Node node;
        private final List<Object> in;
        final List<Object> outputs = new ArrayList<>();

        Trace(Node node, List<Object> in) {
            this.node = node;
            this.in = in;
            for (int i = 0; i < node.outputCount(); i++) {
                outputs.add(this);
            }
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public Object input(int i) {
            return in.get(i);
        }

        @Override
        public @Nullable Tensor constant(int i) {
            return UnrolledSteps.this.constant(in.get(i));
        }

        @Override
        public void output(int i, Object value) {
            outputs.set(i, value);
        }

        @Override
        public Object constant(Tensor value) {
            return UnrolledSteps.this.constant(value);
        }

        @Override
        public Object add(List<?> inputs, BiFunction<Ops, List<Output>, Node> maker) {
            List<Source> sources = new ArrayList<>();
            List<Output> stand = new ArrayList<>();
            for (Object o : inputs) {
                if (!(o instanceof Source s)) {
                    throw new Stop("a handle is no tensor");
                }
                sources.add(s);
                stand.add(placeholders.computeIfAbsent(dtype(s), t -> own.placeholder("x", t, Shape.UNKNOWN)));
            }
            return UnrolledSteps.this.add(maker.apply(own, stand), sources);
        }

        private DType dtype(Source s) {
            if (s.isFeed()) {
                return feeds.get(s.index()).dtype();
            }
            return steps.get(s.step()).node().output(s.index()).dtype();
        }
    }
}
