package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.UnimplementedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds nodes for the derivatives of the sum of some tensors with respect to others, with the meaning of
 * {@code tf.gradients}: the gradients of an output used several times add up, sparse ones stay sparse, and what the
 * {@code ys} do not depend on has none.
 */
public final class Gradients {
    private final Ops scope;
    private List<? extends @Nullable Operand> gradYs = List.of();
    private Set<Output> stops = Set.of();
    private boolean zeros;

    private final Map<Output, List<Gradient>> collected = new HashMap<>();
    private final Map<Node, Integer> pending = new LinkedHashMap<>();

    /** The nodes in and behind control flow of TensorFlow 1, whose outputs others take the place of. */
    private Set<Node> unstructured = Set.of();

    private Set<Output> sources = Set.of();

    private Gradients(Ops scope) {
        this.scope = scope;
    }

    /** Nodes are added to scope {@code gradients} within {@code tf}. */
    public static Gradients in(Ops tf) {
        return new Gradients(tf);
    }

    /** The gradients that come into the ys, instead of ones; null stands for ones. */
    public Gradients gradYs(List<? extends @Nullable Operand> given) {
        gradYs = given;
        return this;
    }

    /** Tensors that count as constants. */
    public Gradients stopAt(Collection<Output> given) {
        stops = Set.copyOf(given);
        return this;
    }

    /** Gives zeros, instead of null, for what the ys do not depend on. */
    public Gradients zerosForUnconnected() {
        zeros = true;
        return this;
    }

    /**
     * One gradient for each of {@code xs}, or null where the ys do not depend on it. The gradient with respect to a
     * resource variable is that with respect to its handle.
     *
     * @throws NotFoundException if an op on the way has no gradient
     */
    public List<@Nullable Gradient> of(List<? extends Operand> ys, List<? extends Operand> xs) {
        List<Output> asked = ys.stream().map(Operand::output).toList();
        List<Output> sources = xs.stream().map(Gradients::source).toList();
        Ops tf = scope.withScope("gradients");
        this.sources = Set.copyOf(sources);
        Set<Node> all = between(asked, sources);
        if (all.stream().anyMatch(StructuredFlow::isFlow)) {
            unstructured = all;
        }
        List<Output> targets = asked.stream().map(this::structured).toList();
        seed(tf, targets);
        Set<Node> between = unstructured.isEmpty() ? all : between(targets, sources);
        countPending(targets, between);
        walk(tf, targets, between, this.sources);
        List<@Nullable Gradient> out = new ArrayList<>();
        for (Output x : sources) {
            Gradient g = aggregate(tf, collected.get(x));
            out.add(
                    g == null && zeros && x.dtype() != DType.RESOURCE
                            ? new Gradient.Dense(tf.call("ZerosLike", x))
                            : g);
        }
        return out;
    }

    /** {@link #of} with the sparse gradients made dense. */
    public List<@Nullable Output> dense(List<? extends Operand> ys, List<? extends Operand> xs) {
        List<@Nullable Output> out = new ArrayList<>();
        for (Gradient g : of(ys, xs)) {
            out.add(g == null ? null : g.dense(scope.withScope("gradients")));
        }
        return out;
    }

    private static Output source(Operand x) {
        return x instanceof Variable v && v.isResource() ? v.handle() : x.output();
    }

    /** The tensor that the walk goes to where it comes to this one. */
    private Output structured(Output o) {
        return unstructured.contains(o.node()) && !stops.contains(o) && !sources.contains(o)
                ? o.graph().structured().resolve(o)
                : o;
    }

    private List<Output> inputs(Node n) {
        return unstructured.isEmpty()
                ? n.inputs()
                : n.inputs().stream().map(this::structured).toList();
    }

    private void seed(Ops tf, List<Output> ys) {
        if (!gradYs.isEmpty() && gradYs.size() != ys.size()) {
            throw new InvalidArgumentException("Must pass as many grad_ys as ys: " + gradYs.size() + ", " + ys.size());
        }
        for (int i = 0; i < ys.size(); i++) {
            Output y = ys.get(i);
            Operand given = gradYs.isEmpty() ? null : gradYs.get(i);
            if (!isTrainable(y.dtype()) && (given == null || y.dtype() != DType.VARIANT)) {
                continue;
            }
            Output g = given != null ? given.output() : ones(tf, "grad_ys_" + i, y);
            if (!g.shape().isCompatibleWith(y.shape()) || g.dtype() != y.dtype()) {
                throw new InvalidArgumentException("Gradient " + g + " does not fit " + y);
            }
            collected.computeIfAbsent(y, k -> new ArrayList<>()).add(new Gradient.Dense(g));
        }
    }

    private static Output ones(Ops tf, String name, Output y) {
        return tf.withName(name).call("Fill", tf.call("Shape", y), tf.constant(1, y.dtype()));
    }

    /** The nodes on paths from the sources to the targets, without those behind stops. */
    private Set<Node> between(List<Output> ys, List<Output> xs) {
        Set<Node> reached = new HashSet<>(); // backward from the targets
        var queue = new ArrayDeque<Node>();
        Map<Node, List<Node>> consumers = new HashMap<>();
        for (Output y : ys) {
            if (reached.add(y.node())) {
                queue.add(y.node());
            }
        }
        while (!queue.isEmpty()) {
            Node n = queue.poll();
            for (Output in : inputs(n)) {
                if (!stops.contains(in) && carriesGradient(in)) {
                    consumers.computeIfAbsent(in.node(), k -> new ArrayList<>()).add(n);
                    if (reached.add(in.node())) {
                        queue.add(in.node());
                    }
                }
            }
        }
        for (Node n : reached) {
            if (StructuredFlow.isStackPop(n)) {
                throw new UnimplementedException(
                        "Second-order gradient for while loops not supported: it keeps values for gradients that "
                                + "TensorFlow has added",
                        n.errorSite(),
                        null);
            }
        }
        Set<Node> between = new HashSet<>();
        for (Output x : xs) {
            if (reached.contains(x.node()) && between.add(x.node())) {
                queue.add(x.node());
            }
        }
        while (!queue.isEmpty()) {
            for (Node c : consumers.getOrDefault(queue.poll(), List.of())) {
                if (between.add(c)) {
                    queue.add(c);
                }
            }
        }
        return between;
    }

    private static boolean carriesGradient(Output o) {
        return isTrainable(o.dtype()) || o.dtype() == DType.RESOURCE || o.dtype() == DType.VARIANT;
    }

    private static boolean isTrainable(DType t) {
        return t.isFloating() || t.isComplex();
    }

    /** For each node between, how many uses of its outputs have not yet given their gradient. */
    private void countPending(List<Output> ys, Set<Node> between) {
        var queue = new ArrayDeque<Node>();
        Set<Node> seen = new HashSet<>();
        for (Output y : ys) {
            if (between.contains(y.node()) && seen.add(y.node())) {
                queue.add(y.node());
            }
        }
        while (!queue.isEmpty()) {
            for (Output in : inputs(queue.poll())) {
                if (between.contains(in.node()) && !stops.contains(in) && carriesGradient(in)) {
                    pending.merge(in.node(), 1, Integer::sum);
                    if (seen.add(in.node())) {
                        queue.add(in.node());
                    }
                }
            }
        }
    }

    private void walk(Ops tf, List<Output> ys, Set<Node> between, Set<Output> sources) {
        var ready = new ArrayDeque<Node>();
        for (Output y : ys) {
            if (between.contains(y.node()) && !pending.containsKey(y.node()) && !ready.contains(y.node())) {
                ready.add(y.node());
            }
        }
        while (!ready.isEmpty()) {
            Node n = ready.poll();
            List<@Nullable Gradient> dys = new ArrayList<>();
            boolean any = false;
            for (Output o : n.outputs()) {
                Gradient g = aggregate(tf, collected.get(o));
                if (g != null) {
                    any = true;
                    collected.put(o, new ArrayList<>(List.of(g)));
                }
                dys.add(g);
            }
            Backprop b = any && hasWayOn(n, between) ? apply(tf, n, dys) : null;
            List<Output> inputs = inputs(n);
            for (int i = 0; i < inputs.size(); i++) {
                Output in = inputs.get(i);
                Gradient dx = b == null ? null : b.dx(i);
                if (dx != null && !stops.contains(in)) {
                    collected.computeIfAbsent(in, k -> new ArrayList<>()).add(dx);
                }
                if (between.contains(in.node()) && !stops.contains(in) && carriesGradient(in)) {
                    int left = Objects.requireNonNull(pending.merge(in.node(), -1, Integer::sum));
                    if (left == 0) {
                        ready.add(in.node());
                    }
                }
            }
        }
        collected.keySet().removeIf(o -> !sources.contains(o));
    }

    /** False for a node whose gradient nobody would use: no input of it lies between. */
    private boolean hasWayOn(Node n, Set<Node> between) {
        return inputs(n).stream()
                .anyMatch(in -> between.contains(in.node()) && !stops.contains(in) && carriesGradient(in));
    }

    private static Backprop apply(Ops tf, Node n, List<@Nullable Gradient> dys) {
        Op op = n.op();
        if (op == null) {
            throw new NotFoundException("No gradient defined for operation '" + n.name() + "' (op type: " + n.type()
                    + "), which is not registered");
        }
        var b = new Backprop(n, tf.withScope(n.name() + "_grad"), dys);
        try {
            op.gradient(b);
        } catch (LeatException e) {
            throw e.at(n.errorSite());
        }
        return b;
    }

    private static @Nullable Gradient aggregate(Ops tf, @Nullable List<Gradient> parts) {
        if (parts == null || parts.isEmpty()) {
            return null;
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<Gradient.IndexedSlices> slices = new ArrayList<>();
        for (Gradient g : parts) {
            if (g instanceof Gradient.IndexedSlices s) {
                slices.add(s);
            }
        }
        if (slices.size() == parts.size()) {
            return concat(tf, slices);
        }
        List<Output> terms = parts.stream().map(g -> g.dense(tf)).toList();
        return new Gradient.Dense(tf.op("AddN").inputs(terms).add().output(0));
    }

    private static Gradient concat(Ops tf, List<Gradient.IndexedSlices> slices) {
        Output zero = tf.constant(0);
        boolean wide = slices.stream().anyMatch(s -> s.indices().dtype() == DType.INT64);
        List<Output> values =
                slices.stream().map(Gradient.IndexedSlices::values).toList();
        List<Output> indices = slices.stream()
                .map(s -> wide && s.indices().dtype() != DType.INT64
                        ? tf.op("Cast")
                                .input(s.indices())
                                .attr("DstT", DType.INT64)
                                .add()
                                .output(0)
                        : s.indices())
                .toList();
        return new Gradient.IndexedSlices(
                tf.op("ConcatV2").inputs(values).input(zero).add().output(0),
                tf.op("ConcatV2").inputs(indices).input(zero).add().output(0),
                slices.getFirst().denseShape());
    }
}
