package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.FlowPlaces.Place;
import io.leat.compiler.FlowUnit.Kind;
import io.leat.compiler.FlowUnit.Target;
import io.leat.graph.FlowRole;
import io.leat.graph.Node;
import io.leat.graph.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nodes with control flow among them to {@link FlowProgram}: joins nodes to blocks, and says what waits for what. */
final class MakeFlow {
    private final List<Node> order;
    private final Inliner inliner;
    private final Map<Output, Integer> feeds;
    private final Copies copies;
    private final FlowPlaces places;
    private final List<FlowUnit> units = new ArrayList<>();
    private final Map<Node, FlowUnit> unitOf = new HashMap<>();
    private final Map<Integer, FlowUnit> fed = new HashMap<>();
    private final Map<FlowUnit, BlockProgram> blocks = new LinkedHashMap<>();

    /** @param order the nodes needed, each after what it waits for, but for the back edges of loops */
    MakeFlow(List<Node> order, Inliner inliner, Map<Output, Integer> feeds) {
        this.order = order;
        this.inliner = inliner;
        this.feeds = feeds;
        this.copies = new Copies(inliner, feeds);
        this.places = new FlowPlaces(order, inliner, feeds, copies).find();
    }

    FlowProgram make(Request request) {
        List<Output> fetches = request.fetches().stream().map(inliner::resolve).toList();
        Set<Node> needed = new HashSet<>();
        Set<Output> leaving = new HashSet<>();
        for (Node n : order) {
            if (!copies.contains(n)) {
                needed.add(n);
            }
        }
        fetches.forEach(f -> needed.add(f.node()));
        for (Node n : order.reversed()) {
            if (needed.contains(n)) {
                places.edges(n).forEach(e -> needed.add(e.node()));
            }
        }
        Map<Place, List<Node>> groups = new LinkedHashMap<>();
        for (Node n : order) {
            if (needed.contains(n) && FlowRole.of(n) == FlowRole.PLAIN) {
                groups.computeIfAbsent(places.of(n), k -> new ArrayList<>()).add(n);
            }
        }
        Map<Node, BlockProgram> blockOf = new HashMap<>();
        for (List<Node> group : groups.values()) {
            var block = new BlockProgram(group, inliner, feeds, copies);
            group.forEach(n -> blockOf.put(n, block));
        }
        collectLeaving(needed, blockOf, leaving);
        leaving.addAll(fetches);
        for (Map.Entry<Place, List<Node>> group : groups.entrySet()) {
            BlockProgram block = requireNonNull(blockOf.get(group.getValue().getFirst()));
            Program program = MergeEqual.run(block.make(leaving));
            FlowUnit u = add(
                    Kind.BLOCK,
                    group.getKey().frame(),
                    null,
                    program,
                    blocks.size(),
                    block.outputs().size());
            blocks.put(u, block);
            group.getValue().forEach(n -> unitOf.put(n, u));
        }
        for (Node n : order) {
            if (needed.contains(n) && FlowRole.of(n) != FlowRole.PLAIN) {
                unitOf.put(n, unit(n));
            }
        }
        blocks.forEach((u, block) -> connect(u, block.inputs(), block.edges(places)));
        for (Map.Entry<Node, FlowUnit> e : List.copyOf(unitOf.entrySet())) {
            if (e.getValue().kind != Kind.BLOCK) {
                connectNode(e.getKey(), e.getValue());
            }
        }
        for (int i = 0; i < fetches.size(); i++) {
            fetch(i, fetches.get(i));
        }
        units.forEach(u -> {
            FlowFrame f = u.frame;
            u.firstSlot = f.slots;
            f.slots += u.data;
        });
        units.stream().map(u -> u.frame).distinct().forEach(FlowFrame::finish);
        return new FlowProgram(places.root(), units, blocks.size(), request.fetches(), order.getLast());
    }

    private void collectLeaving(Set<Node> needed, Map<Node, BlockProgram> blockOf, Set<Output> leaving) {
        for (Node n : needed) {
            BlockProgram block = blockOf.get(n);
            for (Output in : inliner.inputs(n)) {
                if (!feeds.containsKey(in) && (block == null || blockOf.get(in.node()) != block)) {
                    if (block == null || !copies.contains(in)) {
                        leaving.add(in);
                    }
                }
            }
        }
    }

    private FlowUnit add(
            Kind kind, FlowFrame frame, @Nullable Node n, @Nullable Program program, int number, int outputs) {
        var u = new FlowUnit(kind, frame, n, program, number, outputs);
        units.add(u);
        return u;
    }

    private FlowUnit unit(Node n) {
        FlowFrame frame = places.runsIn(n);
        Kind kind = switch (FlowRole.of(n)) {
            case ALONE, CALL, PLAIN -> Kind.NODE;
            case SWITCH -> Kind.SWITCH;
            case MERGE -> Kind.MERGE;
            case ENTER -> Kind.ENTER;
            case EXIT -> Kind.EXIT;
            case NEXT_ITERATION -> Kind.NEXT_ITERATION;
            case TRIGGER -> Kind.TRIGGER;
        };
        int outputs = n.op() != null
                ? n.outputCount()
                : n.graph()
                        .functions()
                        .instantiate(n.type(), n.attrs(), n.name())
                        .results()
                        .size();
        FlowUnit u = add(kind, frame, n, null, 0, outputs);
        if (kind == Kind.ENTER) {
            FlowFrame to = places.of(n).frame();
            u.leadsTo = to;
            u.invariant = n.attrs().bool("is_constant");
            to.enters++;
        } else if (kind == Kind.EXIT) {
            frame.exits.add(u);
        }
        return u;
    }

    private void connectNode(Node n, FlowUnit u) {
        List<Output> inputs = inliner.inputs(n);
        List<Edge> controls = new ArrayList<>(inliner.before(n));
        if (u.kind == Kind.MERGE) {
            u.backEdges = (int) inputs.stream()
                    .filter(in -> FlowRole.isBackEdge(in.node(), n))
                    .count();
        }
        connect(u, inputs, controls);
    }

    private void connect(FlowUnit u, List<Output> inputs, List<Edge> controls) {
        for (int i = 0; i < inputs.size(); i++) {
            Output in = inputs.get(i);
            Integer feed = feeds.get(in);
            if (feed != null) {
                feed(feed).targets.getFirst().add(new Target(u, i));
            } else {
                from(Edge.of(in)).add(new Target(u, i));
            }
        }
        u.data = inputs.size();
        u.edges = inputs.size();
        for (Edge e : controls) {
            if (e.index() < 0 || !feeds.containsKey(new Output(e.node(), e.index()))) {
                from(e).add(new Target(u, Edge.CONTROL));
                u.edges++;
            }
        }
    }

    private FlowUnit feed(int index) {
        return fed.computeIfAbsent(index, k -> add(Kind.FEED, places.root(), null, null, k, 1));
    }

    /** Where the targets of an edge are noted. */
    private List<Target> from(Edge e) {
        FlowUnit u = requireNonNull(unitOf.get(e.node()), () -> "not planned: " + e);
        if (e.index() < 0) {
            return u.controlled();
        }
        if (u.kind != Kind.BLOCK) {
            return u.targets.get(e.index());
        }
        int at = requireNonNull(blocks.get(u)).outputs().indexOf(new Output(e.node(), e.index()));
        return at < 0 ? u.controlled() : u.targets.get(at);
    }

    /** In a loop the unit runs in every iteration, and at most one of them may have a value for it. */
    private void fetch(int index, Output o) {
        boolean fed = feeds.containsKey(o);
        FlowUnit u = add(Kind.FETCH, fed ? places.root() : places.of(o.node()).frame(), null, null, index, 0);
        u.invariant = !fed && requireNonNull(unitOf.get(o.node())).invariant;
        connect(u, List.of(o), List.of());
    }
}
