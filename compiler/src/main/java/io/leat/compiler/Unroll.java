package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.Program.Source;
import io.leat.graph.FlowRole;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Tracing;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Control flow that does not depend on values of the run to a {@link Program} without any: the nodes of a loop stand there
 * once for each iteration, and arrays and stacks are the tensors that are in them. All passes see across iterations then:
 *
 * <pre>
 *   s = while i &lt; 3: s + MatMul(x[i], w)      ->      s = s0 + MatMul(x[0], w) + MatMul(x[1], w) + MatMul(x[2], w)
 * </pre>
 *
 * <p>It is tried for loops of few steps. Where anything depends on values of the run there is no such program.
 */
final class Unroll {
    /** Programs of more steps, or iterations, take longer to compile than they save; some would never end. */
    private static final int MOST_STEPS = 8_000;

    private static final Object DEAD = new Object();

    private final List<Node> order;
    private final Inliner inliner;
    private final FlowPlaces places;
    private final Map<Output, Integer> feeds;
    private final UnrolledSteps steps;
    private int iterations;

    /** What a frame runs in each iteration: nodes, and frames within, each after what it waits for. */
    private final Map<FlowFrame, List<Object>> parts = new HashMap<>();

    private Unroll(Request request, List<Node> order, Inliner inliner, Map<Output, Integer> feeds) {
        this.steps = new UnrolledSteps(MOST_STEPS, request.feeds());
        this.order = order;
        this.inliner = inliner;
        this.feeds = feeds;
        this.places = new FlowPlaces(order, inliner, feeds, new Copies(inliner, feeds)).find();
    }

    /**
     * The program, or null when there is none.
     *
     * @param order the nodes needed, each after what it waits for, but for the back edges of loops
     */
    static @Nullable Program run(Request request, List<Node> order, Inliner inliner, Map<Output, Integer> feeds) {
        boolean loops = order.stream().anyMatch(n -> FlowRole.of(n) == FlowRole.ENTER);
        if (!loops || order.stream().anyMatch(n -> n.op() == null)) {
            return null;
        }
        try {
            return new Unroll(request, order, inliner, feeds).unroll(request);
        } catch (Tracing.Stop e) {
            return null;
        }
    }

    private Program unroll(Request request) {
        arrange();
        var root = new Iteration(places.root(), Map.of());
        run(root);
        List<Source> fetches = new ArrayList<>();
        for (Output f : request.fetches()) {
            Output o = inliner.resolve(f);
            if (!feeds.containsKey(o) && places.of(o.node()).frame() != places.root()) {
                throw new Tracing.Stop(f + " is in a loop");
            }
            fetches.add(source(root.value(o)));
        }
        return new Program(request.feeds(), steps.all(), fetches);
    }

    private static Source source(Object value) {
        if (value instanceof Source s) {
            return s;
        }
        throw new Tracing.Stop("it has no value");
    }

    /** Puts the nodes of each frame in order, a frame within as one among them. */
    private void arrange() {
        Map<FlowFrame, Map<Object, Integer>> waits = new LinkedHashMap<>();
        Map<Object, List<Object>> followers = new HashMap<>();
        Map<Object, Integer> rank = new HashMap<>();
        for (Node n : order) {
            FlowFrame in = places.runsIn(n);
            Object unit = n;
            FlowFrame frame = FlowRole.of(n) == FlowRole.EXIT ? requireNonNull(in.parent) : in;
            Map<Object, Integer> inFrame = waits.computeIfAbsent(frame, k -> new LinkedHashMap<>());
            inFrame.putIfAbsent(unit, 0);
            rank.put(unit, rank.size());
            if (FlowRole.of(n) == FlowRole.ENTER) {
                FlowFrame to = places.of(n).frame();
                inFrame.putIfAbsent(to, 0);
                rank.putIfAbsent(to, rank.size());
                follow(n, to, inFrame, followers);
            }
            if (FlowRole.of(n) == FlowRole.EXIT) {
                inFrame.putIfAbsent(in, 0);
                rank.putIfAbsent(in, rank.size());
                follow(in, n, inFrame, followers);
                continue;
            }
            for (Edge e : places.edges(n)) {
                if (!FlowRole.isBackEdge(e.node(), n) && FlowRole.of(e.node()) != FlowRole.ENTER) {
                    follow(e.node(), unit, inFrame, followers);
                }
            }
            copiesOf(n, unit, inFrame, followers);
        }
        waits.forEach((frame, all) -> parts.put(frame, sorted(all, followers, rank)));
    }

    /** Constants that a node uses from the frame around come before it in any case. */
    private void copiesOf(Node n, Object unit, Map<Object, Integer> inFrame, Map<Object, List<Object>> followers) {
        for (Output in : inliner.inputs(n)) {
            boolean known = places.edges(n).contains(Edge.of(in));
            if (!known && !feeds.containsKey(in) && places.runsIn(in.node()) == places.runsIn(n)) {
                follow(in.node(), unit, inFrame, followers);
            }
        }
    }

    private static void follow(
            Object first, Object then, Map<Object, Integer> inFrame, Map<Object, List<Object>> followers) {
        followers.computeIfAbsent(first, k -> new ArrayList<>()).add(then);
        inFrame.merge(then, 1, Integer::sum);
    }

    private static List<Object> sorted(
            Map<Object, Integer> waits, Map<Object, List<Object>> followers, Map<Object, Integer> rank) {
        var ready = new PriorityQueue<Object>((a, b) -> {
            int late = Boolean.compare(late(a), late(b));
            return late != 0 ? late : Integer.compare(requireNonNull(rank.get(a)), requireNonNull(rank.get(b)));
        });
        waits.forEach((u, n) -> {
            if (n == 0) {
                ready.add(u);
            }
        });
        Map<Object, Integer> left = new HashMap<>(waits);
        List<Object> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            Object u = ready.poll();
            sorted.add(u);
            for (Object f : followers.getOrDefault(u, List.of())) {
                if (left.containsKey(f) && left.merge(f, -1, Integer::sum) == 0) {
                    ready.add(f);
                }
            }
        }
        if (sorted.size() < waits.size()) {
            throw new Tracing.Stop("there is no order");
        }
        return sorted;
    }

    private static boolean late(Object unit) {
        return unit instanceof Node n && Prune.writes(n);
    }

    /** The values in one iteration of a frame; of invariants, in all. */
    private final class Iteration {
        final FlowFrame frame;
        final Map<Output, Object> values;

        /** What has entered frames within, and what has left them. */
        final Map<Node, Boolean> dead = new HashMap<>();

        Iteration(FlowFrame frame, Map<Output, Object> start) {
            this.frame = frame;
            this.values = new HashMap<>(start);
        }

        Object value(Output o) {
            Integer feed = feeds.get(o);
            if (feed != null) {
                return Source.feed(feed);
            }
            Object known = values.get(o);
            if (known == null) {
                known = shared(o);
                values.put(o, known);
            }
            return known;
        }

        /** A constant of another frame. */
        private Object shared(Output o) {
            Node n = o.node();
            if (FlowRole.of(n) == FlowRole.ENTER) {
                return value(inliner.inputs(n).getFirst());
            }
            if (n.inputCount() > 0 && !requireNonNull(n.op()).canFold()) {
                throw new Tracing.Stop(o + " is not there");
            }
            List<Object> in = inliner.inputs(n).stream().map(this::value).toList();
            return steps.execute(n, in).get(o.index());
        }
    }

    private void run(Iteration now) {
        for (Object part : parts.getOrDefault(now.frame, List.of())) {
            if (part instanceof FlowFrame inner) {
                loop(inner, now);
            } else {
                node((Node) part, now);
            }
        }
    }

    private void node(Node n, Iteration now) {
        FlowRole role = FlowRole.of(n);
        if (role == FlowRole.EXIT) {
            return; // its value came with the loop
        }
        List<Object> in = new ArrayList<>();
        if (role == FlowRole.MERGE && now.values.containsKey(n.output(0))) {
            return; // the value of a loop's variable
        }
        for (Output o : inliner.inputs(n)) {
            in.add(now.value(o));
        }
        boolean dead = role == FlowRole.MERGE ? in.stream().allMatch(v -> v == DEAD) : in.contains(DEAD);
        for (Edge e : inliner.before(n)) {
            dead |= role != FlowRole.TRIGGER && now.dead.getOrDefault(e.node(), false);
        }
        now.dead.put(n, dead && role != FlowRole.TRIGGER);
        if (dead && role != FlowRole.TRIGGER) {
            n.outputs().forEach(o -> now.values.put(o, DEAD));
            return;
        }
        switch (role) {
            case SWITCH -> {
                Tensor chosen = steps.constant(in.get(1));
                if (chosen == null) {
                    throw new Tracing.Stop(n.name() + " depends on values of the run");
                }
                int taken = (int) Elements.of(chosen).integer(0);
                n.outputs().forEach(o -> now.values.put(o, o.index() == taken ? in.getFirst() : DEAD));
            }
            case MERGE -> {
                int at = 0;
                while (in.get(at) == DEAD) {
                    at++;
                }
                now.values.put(n.output(0), in.get(at));
                now.values.put(n.output(1), steps.constant(Tensor.scalar(at)));
            }
            case ENTER, NEXT_ITERATION -> now.values.put(n.output(0), in.getFirst());
            case PLAIN, ALONE, TRIGGER -> {
                List<Object> out = steps.execute(n, in);
                n.outputs().forEach(o -> now.values.put(o, out.get(o.index())));
            }
            case CALL, EXIT -> throw new Tracing.Stop(n.name() + " is run as it is");
        }
    }

    private void loop(FlowFrame frame, Iteration around) {
        Map<Output, Object> invariants = new HashMap<>();
        Map<Output, Object> entered = new HashMap<>();
        List<Node> variables = new ArrayList<>();
        List<Node> exits = new ArrayList<>();
        for (Node n : order) {
            FlowRole role = FlowRole.of(n);
            if (role == FlowRole.ENTER && places.of(n).frame() == frame) {
                Object value = around.value(n.output(0));
                entered.put(n.output(0), value);
                if (n.attrs().bool("is_constant")) {
                    invariants.put(n.output(0), value);
                }
            } else if (role == FlowRole.EXIT && places.runsIn(n) == frame) {
                exits.add(n);
                around.values.put(n.output(0), DEAD);
            } else if (role == FlowRole.MERGE && places.runsIn(n) == frame && isVariable(n)) {
                variables.add(n);
            }
        }
        Map<Output, Object> start = new HashMap<>(entered);
        for (Node v : variables) {
            start.put(v.output(0), first(v, entered));
        }
        while (!start.isEmpty()) {
            if (++iterations > MOST_STEPS) {
                throw new Tracing.Stop("there are too many iterations");
            }
            var now = new Iteration(frame, start);
            variables.forEach(v -> now.dead.put(v, now.values.get(v.output(0)) == DEAD));
            run(now);
            for (Node e : exits) {
                Object value = now.value(inliner.inputs(e).getFirst());
                if (value != DEAD) {
                    around.values.put(e.output(0), value);
                }
            }
            start = next(variables, now, invariants);
        }
        exits.forEach(e -> around.dead.put(e, around.values.get(e.output(0)) == DEAD));
    }

    private boolean isVariable(Node merge) {
        return inliner.inputs(merge).stream().anyMatch(in -> FlowRole.isBackEdge(in.node(), merge));
    }

    private Object first(Node variable, Map<Output, Object> entered) {
        for (Output in : inliner.inputs(variable)) {
            if (!FlowRole.isBackEdge(in.node(), variable)) {
                Object value = entered.get(in);
                if (value == null) {
                    throw new Tracing.Stop(variable.name() + " does not enter its loop");
                }
                return value;
            }
        }
        throw new Tracing.Stop(variable.name() + " has no first value");
    }

    /** The values with which the next iteration begins, none when there is no other. */
    private Map<Output, Object> next(List<Node> variables, Iteration last, Map<Output, Object> invariants) {
        Map<Output, Object> start = new HashMap<>();
        boolean any = false;
        for (Node v : variables) {
            for (Output in : inliner.inputs(v)) {
                if (FlowRole.isBackEdge(in.node(), v)) {
                    Object value = last.value(in);
                    any |= value != DEAD;
                    start.put(v.output(0), value);
                }
            }
        }
        if (!any) {
            return Map.of();
        }
        start.putAll(invariants);
        return start;
    }
}
