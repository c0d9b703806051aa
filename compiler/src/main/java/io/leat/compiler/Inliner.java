package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.graph.Attr;
import io.leat.graph.FlowRole;
import io.leat.graph.FunctionInstance;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of nodes as they are when the bodies of called functions stand in the place of the calls:
 *
 * <pre>
 *   y = PartitionedCall[f](x)      ->   y = body of f, with x in the place of its argument
 * </pre>
 *
 * <p>What a function's body runs first runs after what the call waits for; who waits for the call waits for its results
 * and control results. A function that calls itself is called at run time from there on.
 */
final class Inliner {
    private final Set<Output> feeds;
    private final Map<Output, Output> standIns;
    private final Map<Node, FunctionInstance> bodies = new HashMap<>();
    private final Map<Graph, Node> callers = new HashMap<>();
    private final Map<Output, Output> arguments = new HashMap<>();
    private final Map<Node, List<Output>> inputs = new HashMap<>();
    private final ArrayDeque<Node> effects = new ArrayDeque<>();

    /**
     * @param feeds tensors that nothing stands in the place of
     * @param standIns tensors that are computed in the place of others
     */
    Inliner(Set<Output> feeds, Map<Output, Output> standIns) {
        this.standIns = standIns;
        this.feeds = feeds;
    }

    /** The function that a call calls. */
    static Attr.Function function(Node call) {
        return call.op() == null
                ? new Attr.Function(call.type(), call.attrs())
                : call.attrs().function("f");
    }

    /** Whether the body of the function stands in the place of the node. */
    boolean isInlined(Node n) {
        if (FlowRole.of(n) != FlowRole.CALL) {
            return false;
        }
        Attr.Function f = function(n);
        for (Node c = callers.get(n.graph()); c != null; c = callers.get(c.graph())) {
            if (function(c).equals(f)) {
                return false;
            }
        }
        return true;
    }

    private FunctionInstance body(Node call) {
        FunctionInstance known = bodies.get(call);
        if (known != null) {
            return known;
        }
        Attr.Function f = function(call);
        FunctionInstance made = call.graph().functions().instantiate(f.name(), f.attrs(), call.name());
        if (made.arguments().size() != call.inputCount()) {
            throw new InvalidArgumentException(
                    "Function " + f.name() + " takes " + made.arguments().size() + " arguments, not "
                            + call.inputCount(),
                    call.errorSite(),
                    null);
        }
        for (int i = 0; i < call.inputCount(); i++) {
            arguments.put(made.arguments().get(i), call.input(i));
        }
        callers.put(made.graph(), call);
        bodies.put(call, made);
        effects.addAll(made.controlResults());
        return made;
    }

    /** The tensor that stands for {@code o}. */
    Output resolve(Output o) {
        Output at = o;
        while (!feeds.contains(at)) {
            Output argument = arguments.get(at);
            Output standIn = standIns.get(at);
            if (standIn != null) {
                at = standIn;
            } else if (argument != null) {
                at = argument;
            } else if (isInlined(at.node())) {
                List<Output> results = body(at.node()).results();
                if (at.index() >= results.size()) {
                    throw new InvalidArgumentException(
                            "there is no " + at.name(), at.node().errorSite(), null);
                }
                at = results.get(at.index());
            } else {
                break;
            }
        }
        return at;
    }

    List<Output> inputs(Node n) {
        return inputs.computeIfAbsent(
                n, k -> k.inputs().stream().map(this::resolve).toList());
    }

    /** What a node waits for besides its inputs. */
    Set<Edge> before(Node n) {
        Set<Edge> out = new LinkedHashSet<>();
        n.controlInputs().forEach(c -> after(c, out));
        Node caller = callers.get(n.graph());
        if (caller != null) {
            boolean first = n.inputCount() == 0 && n.controlInputs().isEmpty();
            Op op = n.op();
            if (first) {
                inputs(caller).forEach(in -> out.add(Edge.of(in)));
            }
            if (first || op != null && op.isStateful()) {
                out.addAll(before(caller));
            }
        }
        return out;
    }

    /** Waiting for all of a node, which may be a call or an argument. */
    Set<Edge> after(Collection<Node> nodes) {
        Set<Edge> out = new LinkedHashSet<>();
        nodes.forEach(n -> after(n, out));
        return out;
    }

    private void after(Node n, Set<Edge> out) {
        if (n.outputCount() > 0 && standIns.containsKey(n.output(0)) && !feeds.contains(n.output(0))) {
            out.add(Edge.of(resolve(n.output(0))));
        } else if (isInlined(n)) {
            FunctionInstance f = body(n);
            f.results().forEach(r -> out.add(Edge.of(resolve(r))));
            f.controlResults().forEach(c -> after(c, out));
            if (f.results().isEmpty() && f.controlResults().isEmpty()) {
                inputs(n).forEach(in -> out.add(Edge.of(in)));
                out.addAll(before(n));
            }
        } else if (n.outputCount() == 1 && arguments.containsKey(n.output(0))) {
            out.add(Edge.of(resolve(requireNonNull(arguments.get(n.output(0))))));
        } else {
            out.add(Edge.control(n));
        }
    }

    /** The next node that must run because a function was called that has it among its control results, or null. */
    @Nullable
    Node nextEffect() {
        return effects.poll();
    }
}
