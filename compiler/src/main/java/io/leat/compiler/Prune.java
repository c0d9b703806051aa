package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.Program.Source;
import io.leat.compiler.Program.Step;
import io.leat.graph.FlowRole;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.StandIns;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Graph to {@link Program}: keeps what the fetches and targets need, cut at the feeds, and puts it in order. */
final class Prune {
    private final Map<Output, Integer> feeds = new HashMap<>();
    private final Map<Node, Integer> waitsFor = new HashMap<>();
    private final Map<Node, List<Node>> followers = new HashMap<>();
    private final Set<Node> needed = new HashSet<>();

    private final Inliner inliner;

    private Prune(Request request, Map<Output, Output> standIns) {
        for (int i = 0; i < request.feeds().size(); i++) {
            feeds.put(request.feeds().get(i), i);
        }
        this.inliner = new Inliner(feeds.keySet(), standIns);
    }

    static Program run(Request request) {
        var first = new Prune(request, Map.of());
        first.collect(request);
        Graph graph = graph(request);
        Map<Output, Output> standIns = graph == null ? Map.of() : StandIns.chosen(graph, first.needed::contains);
        if (standIns.isEmpty()) {
            return first.prune(request);
        }
        var second = new Prune(request, standIns);
        second.collect(request);
        return second.prune(request);
    }

    private static @Nullable Graph graph(Request request) {
        if (!request.fetches().isEmpty()) {
            return request.fetches().getFirst().graph();
        }
        return request.targets().isEmpty() ? null : request.targets().getFirst().graph();
    }

    private Program prune(Request request) {
        rejectUnknownOps();
        List<Node> order = order();
        if (order.stream().anyMatch(Prune::isFlow)) {
            Program unrolled = Debug.unrolls() ? Unroll.run(request, order, inliner, feeds) : null;
            if (unrolled != null) {
                return unrolled;
            }
            return Program.ofFlow(request.feeds(), new MakeFlow(order, inliner, feeds).make(request));
        }
        Map<Node, Integer> position = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Node n : order) {
            position.put(n, steps.size());
            steps.add(new Step(
                    n,
                    inliner.inputs(n).stream().map(in -> source(in, position)).toList()));
        }
        List<Source> fetches = request.fetches().stream()
                .map(f -> source(inliner.resolve(f), position))
                .toList();
        return new Program(request.feeds(), steps, fetches);
    }

    private static boolean isFlow(Node n) {
        FlowRole role = FlowRole.of(n);
        return role != FlowRole.PLAIN && role != FlowRole.TRIGGER;
    }

    private Source source(Output o, Map<Node, Integer> position) {
        Integer feed = feeds.get(o);
        return feed != null ? Source.feed(feed) : new Source(requireNonNull(position.get(o.node())), o.index());
    }

    private void collect(Request request) {
        var queue = new ArrayDeque<Node>();
        for (Output f : request.fetches()) {
            needInput(inliner.resolve(f), queue);
        }
        inliner.after(request.targets()).forEach(e -> need(e, queue));
        while (!queue.isEmpty()) {
            Node n = queue.poll();
            int waits = 0;
            for (Output in : inliner.inputs(n)) {
                if (!feeds.containsKey(in)) {
                    needInput(in, queue);
                    waits += follow(in.node(), n);
                }
            }
            for (Edge before : inliner.before(n)) {
                if (need(before, queue)) {
                    waits += follow(before.node(), n);
                }
            }
            waitsFor.put(n, waits);
            for (Node e = inliner.nextEffect(); e != null; e = inliner.nextEffect()) {
                inliner.after(List.of(e)).forEach(edge -> need(edge, queue));
            }
        }
    }

    /** Notes that a node runs after another one; the edge that closes a loop says nothing. */
    private int follow(Node first, Node then) {
        if (FlowRole.isBackEdge(first, then)) {
            return 0;
        }
        followers.computeIfAbsent(first, k -> new ArrayList<>()).add(then);
        return 1;
    }

    private void needInput(Output o, ArrayDeque<Node> queue) {
        if (!feeds.containsKey(o)) {
            need(o.node(), queue);
        }
    }

    /** False when the edge comes from a feed. */
    private boolean need(Edge e, ArrayDeque<Node> queue) {
        if (e.index() >= 0 && feeds.containsKey(new Output(e.node(), e.index()))) {
            return false;
        }
        need(e.node(), queue);
        return true;
    }

    private void need(Node n, ArrayDeque<Node> queue) {
        if (needed.add(n)) {
            queue.add(n);
        }
    }

    private void rejectUnknownOps() {
        Set<String> unknown = new TreeSet<>();
        for (Node n : needed) {
            if (n.op() == null && FlowRole.of(n) != FlowRole.CALL) {
                unknown.add(n.type());
            }
        }
        if (!unknown.isEmpty()) {
            throw new NotFoundException((unknown.size() == 1 ? "Op type not registered: " : "Op types not registered: ")
                    + String.join(", ", unknown) + ". Leat lacks them, and what was asked for needs them.");
        }
    }

    private List<Node> order() {
        var ready = new PriorityQueue<Node>(Comparator.comparing(Prune::writes).thenComparingInt(Node::id));
        for (Node n : needed) {
            if (requireNonNull(waitsFor.get(n)) == 0) {
                ready.add(n);
            }
        }
        List<Node> order = new ArrayList<>(needed.size());
        while (!ready.isEmpty()) {
            Node n = ready.poll();
            order.add(n);
            for (Node f : followers.getOrDefault(n, List.of())) {
                if (waitsFor.merge(f, -1, Integer::sum) == 0) {
                    ready.add(f);
                }
            }
        }
        if (order.size() < needed.size()) {
            order.forEach(needed::remove);
            Node inCycle =
                    needed.stream().min(Comparator.comparingInt(Node::id)).orElseThrow();
            throw new InvalidArgumentException("the graph has a cycle that is no loop", inCycle.errorSite(), null);
        }
        return order;
    }

    /** Nodes with effects on a handle go last among those that are ready, so that readers need no copies. */
    static boolean writes(Node n) {
        return n.op() != null
                && n.op().isStateful()
                && n.inputCount() > 1
                && (n.handle(0) != null
                        || n.input(0).node().handle(n.input(0).index()) != null
                        || n.input(0).node().isRef(n.input(0).index()));
    }
}
