package io.leat.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the nodes of a graph stand in the loops and branches of TensorFlow 1's control flow. */
final class FlowStructure {
    /** That a node runs only when {@code predicate} is 0 or 1. */
    record Branch(Output predicate, int taken) {
        Branch other() {
            return new Branch(predicate, 1 - taken);
        }
    }

    /** A loop. */
    static final class Frame {
        final @Nullable Frame parent;

        /** The merges of its variables. */
        final List<Node> variables = new ArrayList<>();

        final List<Node> exits = new ArrayList<>();

        Frame(@Nullable Frame parent) {
            this.parent = parent;
        }

        boolean isWithin(@Nullable Frame other) {
            Frame f = this;
            while (f != null && f != other) {
                f = f.parent;
            }
            return f == other;
        }
    }

    private record FrameName(@Nullable Frame parent, String name) {}

    private final Graph graph;
    private final Map<FrameName, Frame> named = new HashMap<>();
    private final Map<Node, Frame> frames = new HashMap<>();
    private final Map<Node, Set<Branch>> live = new HashMap<>();
    private final Map<Node, Branch> joins = new LinkedHashMap<>();
    private int seen;

    FlowStructure(Graph graph) {
        this.graph = graph;
    }

    /** Looks at the nodes that were added since the last time. */
    void update() {
        List<Node> nodes = graph.nodes();
        for (; seen < nodes.size(); seen++) {
            look(nodes.get(seen));
        }
    }

    /** The loop in which a node's outputs are, or null outside of all. */
    @Nullable
    Frame frame(Node n) {
        return frames.get(n);
    }

    Set<Branch> live(Node n) {
        return live.getOrDefault(n, Set.of());
    }

    /** The branch of a merge's first input, whose other one its second input has; null when it joins no two branches. */
    @Nullable
    Branch joined(Node merge) {
        return joins.get(merge);
    }

    /** The merges that join the same branches in the same place. */
    List<Node> joinsLike(Node merge) {
        Branch joined = joins.get(merge);
        List<Node> like = new ArrayList<>();
        joins.forEach((n, j) -> {
            boolean same = joined != null
                    && j.predicate().equals(joined.predicate())
                    && frame(n) == frame(merge)
                    && live(n).equals(live(merge));
            if (same) {
                like.add(n);
            }
        });
        return like;
    }

    private void look(Node n) {
        FlowRole role = FlowRole.of(n);
        Frame in = null;
        for (Output from : n.inputs()) {
            in = deeper(in, FlowRole.isBackEdge(from.node(), n) ? null : frame(from.node()));
        }
        for (Node c : n.controlInputs()) {
            in = deeper(in, frame(c));
        }
        Set<Branch> all = new HashSet<>();
        n.controlInputs().forEach(c -> all.addAll(live(c)));
        if (role != FlowRole.MERGE) {
            n.inputs().forEach(o -> all.addAll(live(o)));
        }
        switch (role) {
            case ENTER -> {
                Frame parent = in;
                in = named.computeIfAbsent(new FrameName(in, n.attrs().text("frame_name")), k -> new Frame(parent));
            }
            case EXIT -> {
                Frame left = in;
                if (left != null) {
                    left.exits.add(n);
                    in = left.parent;
                    all.removeIf(b -> isIn(frame(b.predicate().node()), left));
                }
            }
            case MERGE -> merge(n, in, all);
            case TRIGGER -> all.clear();
            case PLAIN, ALONE, CALL, SWITCH, NEXT_ITERATION -> {
                // as their inputs
            }
        }
        if (in != null) {
            frames.put(n, in);
        }
        if (!all.isEmpty()) {
            live.put(n, Set.copyOf(all));
        }
    }

    private void merge(Node n, @Nullable Frame in, Set<Branch> all) {
        if (n.inputs().stream().anyMatch(o -> FlowRole.isBackEdge(o.node(), n))) {
            if (in != null) {
                in.variables.add(n);
            }
            n.inputs().stream().filter(o -> !FlowRole.isBackEdge(o.node(), n)).forEach(o -> all.addAll(live(o)));
        } else if (n.inputCount() == 2) {
            Set<Branch> a = new HashSet<>(live(n.input(0)));
            Set<Branch> b = new HashSet<>(live(n.input(1)));
            Branch joined = joined(a, b);
            if (joined != null) {
                joins.put(n, joined);
            }
            a.retainAll(b);
            all.addAll(a);
        }
    }

    private static @Nullable Branch joined(Set<Branch> a, Set<Branch> b) {
        Branch any = null;
        for (Branch branch : a) {
            if (b.contains(branch.other())) {
                any = branch;
                Set<Branch> left = new HashSet<>(a);
                Set<Branch> right = new HashSet<>(b);
                left.remove(branch);
                right.remove(branch.other());
                if (left.equals(right)) {
                    return branch;
                }
            }
        }
        return any;
    }

    /** When the tensor is live: a {@code Switch} says it of its outputs. */
    Set<Branch> live(Output o) {
        Set<Branch> live = live(o.node());
        if (FlowRole.of(o.node()) != FlowRole.SWITCH) {
            return live;
        }
        Set<Branch> more = new HashSet<>(live);
        more.add(new Branch(plain(o.node().input(1)), o.index()));
        return more;
    }

    /** What a predicate is a copy of: a condition uses one under several names. */
    private static Output plain(Output predicate) {
        Output at = predicate;
        while (at.node().type().equals("Identity")) {
            at = at.node().input(0);
        }
        return at;
    }

    private static @Nullable Frame deeper(@Nullable Frame a, @Nullable Frame b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isWithin(b) ? a : b;
    }

    private static boolean isIn(@Nullable Frame f, Frame other) {
        return f != null && f.isWithin(other);
    }
}
