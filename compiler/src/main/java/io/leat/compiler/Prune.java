package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.Program.Source;
import io.leat.compiler.Program.Step;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.UnimplementedException;
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

/** Graph to {@link Program}: keeps what the fetches and targets need, cut at the feeds, and puts it in order. */
final class Prune {
    private final Map<Output, Integer> feeds = new HashMap<>();
    private final Map<Node, Integer> waitsFor = new HashMap<>();
    private final Map<Node, List<Node>> followers = new HashMap<>();
    private final Set<Node> needed = new HashSet<>();

    private Prune() {}

    static Program run(Request request) {
        return new Prune().prune(request);
    }

    private Program prune(Request request) {
        for (int i = 0; i < request.feeds().size(); i++) {
            feeds.put(request.feeds().get(i), i);
        }
        collect(request);
        rejectUnknownOps();
        List<Node> order = order();
        Map<Node, Integer> position = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Node n : order) {
            position.put(n, steps.size());
            steps.add(new Step(
                    n, n.inputs().stream().map(in -> source(in, position)).toList()));
        }
        List<Source> fetches =
                request.fetches().stream().map(f -> source(f, position)).toList();
        return new Program(request.feeds(), steps, fetches);
    }

    private Source source(Output o, Map<Node, Integer> position) {
        Integer feed = feeds.get(o);
        return feed != null ? Source.feed(feed) : new Source(requireNonNull(position.get(o.node())), o.index());
    }

    private void collect(Request request) {
        var queue = new ArrayDeque<Node>();
        for (Output f : request.fetches()) {
            if (!feeds.containsKey(f)) {
                need(f.node(), queue);
            }
        }
        request.targets().forEach(t -> need(t, queue));
        while (!queue.isEmpty()) {
            Node n = queue.poll();
            int waits = 0;
            for (Output in : n.inputs()) {
                if (!feeds.containsKey(in)) {
                    need(in.node(), queue);
                    followers.computeIfAbsent(in.node(), k -> new ArrayList<>()).add(n);
                    waits++;
                }
            }
            for (Node before : n.controlInputs()) {
                need(before, queue);
                followers.computeIfAbsent(before, k -> new ArrayList<>()).add(n);
                waits++;
            }
            waitsFor.put(n, waits);
        }
    }

    private void need(Node n, ArrayDeque<Node> queue) {
        if (needed.add(n)) {
            queue.add(n);
        }
    }

    private void rejectUnknownOps() {
        Set<String> unknown = new TreeSet<>();
        for (Node n : needed) {
            if (n.op() == null) {
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
            throw new UnimplementedException(
                    "the graph has a loop; Leat cannot run loops of v1 control flow", inCycle.errorSite(), null);
        }
        return order;
    }

    /** Nodes with effects on a handle go last among those that are ready, so that readers need no copies. */
    private static boolean writes(Node n) {
        return n.op() != null
                && n.op().isStateful()
                && n.inputCount() > 1
                && (n.handle(0) != null
                        || n.input(0).node().handle(n.input(0).index()) != null
                        || n.input(0).node().isRef(n.input(0).index()));
    }
}
