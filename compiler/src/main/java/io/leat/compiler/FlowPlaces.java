package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.graph.FlowRole;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds for each node in which frame it runs, on what it depends whether it is live, and after how many steps of control
 * flow. Nodes that agree in all three can run together as one block: they are live together, and nothing that one of them
 * needs waits for another one, since every way out of the block and back leads over control flow.
 *
 * <p>Liveness is a set of things that must have happened: a branch taken, a loop going on, a merge that had a live input.
 * That two sets are equal says that the nodes are live together; nothing follows when they are not.
 */
final class FlowPlaces {
    /**
     * Where a node stands.
     *
     * @param frame the frame of its outputs
     */
    record Place(FlowFrame frame, Set<Object> live, int phase) {}

    private record Branch(Output predicate, int taken) {}

    private record Goes(FlowFrame frame) {}

    private record Some(Node merge) {}

    private record Left(FlowFrame frame, Set<Object> with) {}

    private final List<Node> order;
    private final Inliner inliner;
    private final Map<Output, Integer> feeds;
    private final Copies copies;
    private final FlowFrame root = new FlowFrame(null, "");
    private final Map<FlowFrame.Key, FlowFrame> frames = new HashMap<>();
    private final Map<Node, Place> places = new HashMap<>();

    /** The last phase in which something enters a frame. */
    private final Map<FlowFrame, Integer> entered = new HashMap<>();

    /** Merges of loops that are not live just when the loop goes on. */
    private final Set<Node> irregular = new HashSet<>();

    FlowPlaces(List<Node> order, Inliner inliner, Map<Output, Integer> feeds, Copies copies) {
        this.order = order;
        this.inliner = inliner;
        this.feeds = feeds;
        this.copies = copies;
    }

    FlowPlaces find() {
        boolean more = true;
        while (more) {
            places.clear();
            for (Node n : order) {
                places.put(n, place(n));
            }
            boolean irregular = findIrregular();
            boolean entered = findEntered();
            more = irregular || entered;
        }
        return this;
    }

    FlowFrame root() {
        return root;
    }

    Place of(Node n) {
        return requireNonNull(places.get(n));
    }

    /** The frame in which a node runs. */
    FlowFrame runsIn(Node n) {
        return switch (FlowRole.of(n)) {
            case ENTER -> requireNonNull(of(n).frame().parent);
            case EXIT -> inFrame(n);
            case PLAIN, ALONE, SWITCH, MERGE, NEXT_ITERATION, TRIGGER, CALL -> of(n).frame();
        };
    }

    /** What a node waits for: a block computes its own copies. */
    List<Edge> edges(Node n) {
        boolean plain = FlowRole.of(n) == FlowRole.PLAIN;
        Set<Edge> out = new LinkedHashSet<>();
        for (Output in : inliner.inputs(n)) {
            if (!feeds.containsKey(in) && !(plain && copies.contains(in))) {
                out.add(Edge.of(in));
            }
        }
        for (Edge e : inliner.before(n)) {
            if (e.index() < 0 || !feeds.containsKey(new Output(e.node(), e.index()))) {
                out.add(e);
            }
        }
        return new ArrayList<>(out);
    }

    private Place place(Node n) {
        FlowFrame in = inFrame(n);
        FlowRole role = FlowRole.of(n);
        int phase = 0;
        Set<Object> live = new HashSet<>();
        for (Edge e : edges(n)) {
            if (FlowRole.isBackEdge(e.node(), n)) {
                continue;
            }
            Place p = of(e.node());
            phase = Math.max(phase, p.phase() + (FlowRole.of(e.node()) == FlowRole.PLAIN ? 0 : 1));
            if (role != FlowRole.MERGE || e.index() < 0) {
                live.addAll(live(e));
            }
        }
        return switch (role) {
            case PLAIN, ALONE, CALL, SWITCH, NEXT_ITERATION -> new Place(in, Set.copyOf(live), phase);
            case TRIGGER -> new Place(in, Set.of(), phase);
            case ENTER -> new Place(entered(n, in), Set.copyOf(live), phase);
            case EXIT -> {
                FlowFrame parent = in.parent;
                if (parent == null) {
                    throw new InvalidArgumentException("it leaves a loop, but is in none", n.errorSite(), null);
                }
                yield new Place(parent, leaving(n, in, live), Math.max(phase, entered.getOrDefault(in, 0)));
            }
            case MERGE -> {
                live.addAll(merged(n, in));
                yield new Place(in, Set.copyOf(live), phase);
            }
        };
    }

    private FlowFrame entered(Node n, FlowFrame from) {
        String name = n.attrs().text("frame_name");
        return frames.computeIfAbsent(
                new FlowFrame.Key(from, name, n.graph()), k -> new FlowFrame(k.parent(), k.name()));
    }

    /** The frame that all inputs of a node are in; what is fed comes from outside of all loops. */
    private FlowFrame inFrame(Node n) {
        FlowFrame frame = null;
        Node first = null;
        for (Output in : inliner.inputs(n)) {
            if (feeds.containsKey(in) && !FlowRole.isBackEdge(in.node(), n)) {
                frame = root;
                first = in.node();
            }
        }
        for (Edge e : edges(n)) {
            if (FlowRole.isBackEdge(e.node(), n)) {
                continue;
            }
            FlowFrame f = of(e.node()).frame();
            if (frame == null) {
                frame = f;
                first = e.node();
            } else if (f != frame) {
                throw differentFrames(n, requireNonNull(first), frame, e.node(), f);
            }
        }
        return frame == null ? root : frame;
    }

    private static InvalidArgumentException differentFrames(
            Node n, Node first, FlowFrame in, Node second, FlowFrame other) {
        return new InvalidArgumentException(
                "{{node " + n.name() + "}} has inputs from different frames. The input {{node " + first.name()
                        + "}} is in frame '" + in.name + "'. The input {{node " + second.name() + "}} is in frame '"
                        + other.name + "'.",
                n.errorSite(),
                null);
    }

    private Set<Object> live(Edge e) {
        Set<Object> live = of(e.node()).live();
        if (e.index() < 0 || FlowRole.of(e.node()) != FlowRole.SWITCH) {
            return live;
        }
        Set<Object> more = new HashSet<>(live);
        more.add(new Branch(inliner.inputs(e.node()).get(1), e.index()));
        return more;
    }

    private Set<Object> merged(Node n, FlowFrame frame) {
        List<Output> inputs = inliner.inputs(n);
        if (loops(n)) {
            Set<Object> live = new HashSet<>(entering(n));
            live.add(irregular.contains(n) ? new Some(n) : new Goes(frame));
            return live;
        }
        if (inputs.size() == 2) {
            Set<Object> a = new HashSet<>(liveInput(inputs.get(0)));
            Set<Object> b = new HashSet<>(liveInput(inputs.get(1)));
            for (Object o : Set.copyOf(a)) {
                if (o instanceof Branch(Output p, int taken) && b.contains(new Branch(p, 1 - taken))) {
                    a.remove(o);
                    b.remove(new Branch(p, 1 - taken));
                    if (a.equals(b)) {
                        return a;
                    }
                    break;
                }
            }
        }
        return Set.of(new Some(n));
    }

    private Set<Object> liveInput(Output o) {
        return feeds.containsKey(o) ? Set.of() : live(Edge.of(o));
    }

    private boolean loops(Node merge) {
        return inliner.inputs(merge).stream().anyMatch(in -> FlowRole.isBackEdge(in.node(), merge));
    }

    private Set<Object> entering(Node merge) {
        Set<Object> live = new HashSet<>();
        for (Output in : inliner.inputs(merge)) {
            if (!FlowRole.isBackEdge(in.node(), merge)) {
                live.addAll(liveInput(in));
            }
        }
        return live;
    }

    /** An exit is live in one iteration if the loop was entered, when it stands behind the condition of a regular loop. */
    private Set<Object> leaving(Node n, FlowFrame frame, Set<Object> live) {
        Output from = inliner.inputs(n).getFirst();
        if (FlowRole.of(from.node()) == FlowRole.SWITCH) {
            Output variable = inliner.inputs(from.node()).getFirst();
            if (FlowRole.of(variable.node()) == FlowRole.MERGE && loops(variable.node())) {
                Set<Object> rest = new HashSet<>(live);
                rest.remove(new Goes(frame));
                rest.remove(new Branch(inliner.inputs(from.node()).get(1), from.index()));
                Set<Object> entered = entering(variable.node());
                if (entered.containsAll(rest)) {
                    return Set.copyOf(entered);
                }
            }
        }
        return Set.of(new Left(frame, Set.copyOf(live)));
    }

    /** Whether loops are entered later than was assumed: what leaves them comes after all that enters them. */
    private boolean findEntered() {
        boolean found = false;
        for (Node n : order) {
            if (FlowRole.of(n) == FlowRole.ENTER) {
                Place p = of(n);
                if (p.phase() > entered.getOrDefault(p.frame(), 0)) {
                    entered.put(p.frame(), p.phase());
                    found = true;
                }
            }
        }
        return found;
    }

    /** Whether there are loops whose merges are, against what was assumed, not live together: they are noted. */
    private boolean findIrregular() {
        Map<FlowFrame, Map<List<Set<Object>>, List<Node>>> byFrame = new HashMap<>();
        for (Node n : order) {
            if (FlowRole.of(n) == FlowRole.MERGE && loops(n) && !irregular.contains(n)) {
                Set<Object> again = new HashSet<>();
                for (Output in : inliner.inputs(n)) {
                    if (FlowRole.isBackEdge(in.node(), n)) {
                        again.addAll(of(in.node()).live());
                    }
                }
                byFrame.computeIfAbsent(of(n).frame(), k -> new HashMap<>())
                        .computeIfAbsent(List.of(entering(n), again), k -> new ArrayList<>())
                        .add(n);
            }
        }
        boolean found = false;
        for (Map<List<Set<Object>>, List<Node>> kinds : byFrame.values()) {
            int most = kinds.values().stream().mapToInt(List::size).max().orElse(0);
            boolean kept = false;
            for (List<Node> kind : kinds.values()) {
                if (kind.size() == most && !kept) {
                    kept = true;
                } else {
                    irregular.addAll(kind);
                    found = true;
                }
            }
        }
        return found;
    }
}
