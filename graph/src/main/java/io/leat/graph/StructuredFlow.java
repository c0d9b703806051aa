package io.leat.graph;

import static java.util.Objects.requireNonNull;

import io.leat.graph.FlowStructure.Branch;
import io.leat.graph.FlowStructure.Frame;
import io.leat.tensor.DType;
import io.leat.tensor.UnimplementedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loops and branches that {@code Switch}, {@code Merge}, {@code Enter} and the like make, once more as functional
 * ones, which have gradients of any order. Each loop becomes a {@code While} of functions with copies of its nodes, each
 * pair of branches that meet an {@code If}; tensor arrays become lists, which are values. They
 * {@linkplain Graph#standIn stand in} for what they were made of.
 *
 * <pre>
 *   Exit(Switch(Merge(Enter(x), NextIteration(f(v))), LoopCond(p(v))))  ->  While[p, f](x)
 *   Merge(f(Switch(x, p):0), g(Switch(x, p):1))                         ->  If[g, f](p, x)
 * </pre>
 */
final class StructuredFlow {
    private final FlowStructure structure;
    private final Region root;

    StructuredFlow(Graph graph) {
        structure = new FlowStructure(graph);
        root = new Region(graph.ops().withScope("structured"), null, null, null);
    }

    /** Whether gradients cannot go through a node as it is. */
    static boolean isFlow(Node n) {
        return switch (FlowRole.of(n)) {
            case SWITCH, MERGE, ENTER, EXIT, NEXT_ITERATION -> true;
            case PLAIN, ALONE, CALL, TRIGGER -> false;
        };
    }

    /** Whether a node takes a value from a stack, where TensorFlow's gradient of a loop has put it. */
    static boolean isStackPop(Node n) {
        return n.type().equals("StackPop") || n.type().equals("StackPopV2");
    }

    /**
     * The tensor of a functional loop or branch, or of a list, for one of TensorFlow 1's control flow or of a tensor
     * array; any other tensor itself.
     *
     * @throws UnimplementedException if the control flow is none that loops and branches make
     */
    synchronized Output resolve(Output o) {
        structure.update();
        return root.get(o);
    }

    /** A place to which nodes are copied: the graph itself, the body or condition of a loop, or a branch. */
    final class Region {
        final Ops tf;
        private final @Nullable Region outer;
        private final @Nullable Frame frame;
        private final @Nullable Branch branch;
        private final Map<Output, Output> copies = new HashMap<>();
        private final Map<Node, Node> nodes = new HashMap<>();

        Region(Ops tf, @Nullable Region outer, @Nullable Frame frame, @Nullable Branch branch) {
            this.tf = tf;
            this.outer = outer;
            this.frame = frame;
            this.branch = branch;
        }

        /** The tensor of this region for one of the graph. */
        Output get(Output o) {
            Output known = copies.get(o);
            if (known == null) {
                known = tf.graph().own(make(o));
                put(o, known);
            }
            return known;
        }

        private void put(Output o, Output copy) {
            copies.put(o, copy);
            if (this == root && !copy.equals(o) && copy.dtype() == o.dtype()) {
                o.graph().standIn(o, copy);
            }
        }

        private Output make(Output o) {
            Node n = o.node();
            Region out = outer;
            if (out != null && !owns(o)) {
                return out.get(o);
            }
            return switch (FlowRole.of(n)) {
                case EXIT -> {
                    loop(n);
                    yield requireNonNull(copies.get(o));
                }
                case MERGE -> {
                    join(n);
                    yield requireNonNull(copies.get(o));
                }
                case ENTER -> {
                    if (out == null) {
                        throw unsupported(n, "it is looked at from outside of its loop");
                    }
                    yield out.get(n.input(0));
                }
                case SWITCH -> {
                    if (out == null) {
                        throw unsupported(n, "nothing joins its outputs");
                    }
                    yield get(n.input(0));
                }
                case NEXT_ITERATION -> throw unsupported(n, "it closes no loop");
                case PLAIN, ALONE, CALL, TRIGGER -> plain(o);
            };
        }

        private Output plain(Output o) {
            Node n = o.node();
            if (ArrayLists.isArrayOp(n)) {
                return ArrayLists.output(this, o);
            }
            if (ArrayLists.isPassedFlow(o)) {
                return get(n.input(0));
            }
            if (this == root) {
                return o;
            }
            return new Output(node(n), o.index());
        }

        /** Whether a tensor is copied here, not in a region around. */
        private boolean owns(Output o) {
            Node n = o.node();
            if (branch != null) {
                return structure.live(o).contains(branch);
            }
            Frame f = structure.frame(n);
            return frame == null || f != null && f.isWithin(frame);
        }

        private Node node(Node n) {
            Node known = nodes.get(n);
            if (known == null) {
                for (Node before : behind(n)) {
                    if (!nodes.containsKey(before)) {
                        nodes.put(before, copy(before));
                    }
                }
                known = requireNonNull(nodes.get(n));
            }
            return known;
        }

        /** The nodes that a node needs and that are copied as they are, itself included, in order. */
        private List<Node> behind(Node wanted) {
            Set<Node> found = new HashSet<>(List.of(wanted));
            Deque<Node> queue = new ArrayDeque<>(found);
            while (!queue.isEmpty()) {
                Node n = queue.poll();
                List<Node> more = new ArrayList<>(controls(n));
                for (Output in : n.inputs()) {
                    Node from = in.node();
                    if (!copies.containsKey(in) && owns(in) && !isFlow(from) && !ArrayLists.isArrayOp(from)) {
                        more.add(from);
                    }
                }
                for (Node m : more) {
                    if (!nodes.containsKey(m) && found.add(m)) {
                        queue.add(m);
                    }
                }
            }
            return found.stream().sorted(Comparator.comparingInt(Node::id)).toList();
        }

        /** The nodes that the copy of a node waits for: only those with effects need an order. */
        private List<Node> controls(Node n) {
            if (n.inputCount() == 0 && n.op() != null && !n.op().isStateful()) {
                return List.of();
            }
            return n.controlInputs().stream()
                    .filter(c -> !isFlow(c)
                            && !ArrayLists.isArrayOp(c)
                            && FlowRole.of(c) != FlowRole.TRIGGER
                            && c.outputCount() + c.inputCount() > 0
                            && owns(new Output(c, 0)))
                    .toList();
        }

        private Node copy(Node n) {
            if (isStackOp(n)) {
                throw unsupported(n, "it keeps values for gradients that TensorFlow has added");
            }
            NodeBuilder b = tf.op(n.type())
                    .loaded()
                    .name(n.name())
                    .device(n.device())
                    .attrs(n.attrs())
                    .flatInputs(n.inputs().stream().map(this::get).toList());
            controls(n).forEach(c -> b.controlInput(node(c)));
            return b.add();
        }

        private void loop(Node exit) {
            Frame f = structure.frame(exit.input(0).node());
            Output going = exit.input(0).node().inputCount() == 2
                    ? exit.input(0).node().input(1)
                    : null;
            if (f == null || going == null || FlowRole.of(exit.input(0).node()) != FlowRole.SWITCH) {
                throw unsupported(exit, "it does not leave a loop at its condition");
            }
            List<Node> variables =
                    f.variables.stream().filter(v -> !countsPushes(v)).toList();
            List<Output> start =
                    variables.stream().map(v -> get(entering(v).input(0))).toList();
            List<Output> end = Functional.loop(
                    tf,
                    start,
                    (t, v) -> within(t, f, variables, v).get(going.node().input(0)),
                    (t, v) -> {
                        Region body = within(t, f, variables, v);
                        return variables.stream()
                                .map(m -> body.get(again(m).input(0)))
                                .toList();
                    });
            for (Node e : f.exits) {
                Node from = e.input(0).node();
                int at =
                        from.inputCount() == 2 ? variables.indexOf(from.input(0).node()) : -1;
                if (at >= 0 && from.input(1).equals(going) && e.input(0).index() == 0) {
                    put(e.output(0), end.get(at));
                }
            }
            if (!copies.containsKey(exit.output(0))) {
                throw unsupported(exit, "it does not leave a loop with a variable of it");
            }
        }

        /** Whether a variable only counts what TensorFlow's gradient of the loop puts on stacks. */
        private static boolean countsPushes(Node variable) {
            Deque<Node> queue = new ArrayDeque<>(List.of(again(variable)));
            Set<Node> seen = new HashSet<>(queue);
            while (!queue.isEmpty()) {
                Node n = queue.poll();
                if (isStackOp(n)) {
                    return true;
                }
                List<Node> more = new ArrayList<>(n.controlInputs());
                n.inputs().forEach(in -> more.add(in.node()));
                for (Node m : more) {
                    FlowRole role = FlowRole.of(m);
                    if (role != FlowRole.MERGE && role != FlowRole.ENTER && role != FlowRole.SWITCH && seen.add(m)) {
                        queue.add(m);
                    }
                }
            }
            return false;
        }

        private static boolean isStackOp(Node n) {
            return n.type().startsWith("StackPush") || isStackPop(n);
        }

        private Region within(Ops t, Frame f, List<Node> variables, List<Output> values) {
            var inside = new Region(t, this, f, null);
            for (int i = 0; i < values.size(); i++) {
                inside.copies.put(variables.get(i).output(0), values.get(i));
            }
            return inside;
        }

        private static Node entering(Node merge) {
            Node from = merge.input(FlowRole.isBackEdge(merge.input(0).node(), merge) ? 1 : 0)
                    .node();
            if (FlowRole.of(from) != FlowRole.ENTER) {
                throw unsupported(merge, "nothing enters its loop there");
            }
            return from;
        }

        private static Node again(Node merge) {
            return merge.input(FlowRole.isBackEdge(merge.input(0).node(), merge) ? 0 : 1)
                    .node();
        }

        private void join(Node merge) {
            Branch first = structure.joined(merge);
            if (first == null) {
                throw unsupported(merge, "its inputs are no two branches of one condition");
            }
            List<Node> like = structure.joinsLike(merge);
            Set<Node> before = before(merge, like);
            List<Node> joined =
                    like.stream().filter(m -> before(m, like).equals(before)).toList();
            Output predicate = get(first.predicate());
            List<Output> ends =
                    Functional.choose(tf, "If", predicate, List.of(t -> taken(t, joined, 1), t -> taken(t, joined, 0)));
            for (int i = 0; i < joined.size(); i++) {
                Node m = joined.get(i);
                put(m.output(0), ends.get(i));
                boolean firstWhenTrue = requireNonNull(structure.joined(m)).taken() == 1;
                Output chosen = firstWhenTrue ? tf.call("LogicalNot", predicate) : predicate;
                copies.put(
                        m.output(1),
                        tf.op("Cast")
                                .input(chosen)
                                .attr("DstT", DType.INT32)
                                .add()
                                .output(0));
            }
        }

        private List<Output> taken(Ops t, List<Node> joined, int taken) {
            List<Output> results = new ArrayList<>();
            Region inside = null;
            for (Node m : joined) {
                Branch first = requireNonNull(structure.joined(m));
                if (inside == null) {
                    inside = new Region(t, this, null, new Branch(first.predicate(), taken));
                }
                results.add(inside.get(m.input(first.taken() == taken ? 0 : 1)));
            }
            return results;
        }

        /** Those of some merges that a node depends on. */
        private static Set<Node> before(Node n, List<Node> among) {
            int first = among.stream().mapToInt(Node::id).min().orElse(0);
            Set<Node> seen = new HashSet<>();
            Deque<Node> queue = new ArrayDeque<>(List.of(n));
            while (!queue.isEmpty()) {
                for (Output in : queue.poll().inputs()) {
                    if (in.node().id() >= first && seen.add(in.node())) {
                        queue.add(in.node());
                    }
                }
            }
            seen.retainAll(new HashSet<>(among));
            seen.remove(n);
            return seen;
        }

        static UnimplementedException unsupported(Node n, String why) {
            return new UnimplementedException("gradient of " + n.type() + ": " + why, n.errorSite(), null);
        }
    }
}
