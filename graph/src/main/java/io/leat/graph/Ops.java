package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds nodes to a graph, within a name scope, on a device and after other nodes. Immutable: the {@code with…} methods
 * return another one.
 */
public final class Ops {
    private final Graph graph;
    private final String prefix;
    private final @Nullable String nextName;
    private final String device;
    private final List<Node> controlDependencies;

    Ops(Graph graph) {
        this(graph, "", null, "", List.of());
    }

    private Ops(Graph graph, String prefix, @Nullable String nextName, String device, List<Node> controls) {
        this.graph = graph;
        this.prefix = prefix;
        this.nextName = nextName;
        this.device = device;
        this.controlDependencies = controls;
    }

    public Graph graph() {
        return graph;
    }

    /** The name scope with a slash at its end, or nothing at the top. */
    public String prefix() {
        return prefix;
    }

    public String device() {
        return device;
    }

    public List<Node> controlDependencies() {
        return controlDependencies;
    }

    /**
     * Within a new name scope below this one, made unique; a name that ends with a slash re-enters exactly that scope
     * from the top, and an empty one leaves all scopes.
     */
    public Ops withScope(String name) {
        String p = name.isEmpty() || name.endsWith("/") ? name : graph.uniqueScope(prefix + name) + "/";
        return new Ops(graph, p, null, device, controlDependencies);
    }

    /** The name for the next node added; nodes that an endpoint adds besides go by their own names. */
    public Ops withName(String name) {
        return new Ops(graph, prefix, name, device, controlDependencies);
    }

    /** A device string such as {@code /device:CPU:0}; parts given here override those from outside. */
    public Ops withDevice(String name) {
        return new Ops(graph, prefix, nextName, name, controlDependencies);
    }

    /** Nodes added run after {@code before}, besides those already said. */
    public Ops withControlDependencies(Collection<Node> before) {
        List<Node> all = new ArrayList<>(controlDependencies);
        all.addAll(before);
        return new Ops(graph, prefix, nextName, device, List.copyOf(all));
    }

    /** Without control dependencies. */
    public Ops withoutControlDependencies() {
        return new Ops(graph, prefix, nextName, device, List.of());
    }

    /** Starts a node of the op. */
    public NodeBuilder op(String type) {
        var b = new NodeBuilder(this, type);
        return nextName == null ? b : b.name(nextName);
    }

    /** Adds a node whose attributes all follow from its inputs, and returns its first output. */
    public Output call(String type, Operand... inputs) {
        NodeBuilder b = op(type);
        for (Operand in : inputs) {
            b.input(in);
        }
        return b.add().output(0);
    }

    public Output constant(Tensor value) {
        return op("Const")
                .attr("value", value)
                .attr("dtype", value.dtype())
                .add()
                .output(0);
    }

    public Output constant(float value) {
        return constant(Tensor.scalar(value));
    }

    public Output constant(int value) {
        return constant(Tensor.scalar(value));
    }

    public Output constant(int... values) {
        return constant(Tensor.vector(values));
    }

    public Output constant(long... values) {
        return constant(Tensor.vector(values));
    }

    public Output constant(float... values) {
        return constant(Tensor.vector(values));
    }

    public Output constant(String value) {
        return constant(Tensor.scalar(value));
    }

    /** A scalar of a numeric dtype, rounded to it. */
    public Output constant(double value, DType dtype) {
        Tensor t = Raw.allocate(dtype, Shape.SCALAR);
        if (!dtype.isNumeric()) {
            throw new InvalidArgumentException("no number is a " + dtype.signatureName());
        }
        Elements.of(t).set(0, value);
        return constant(t);
    }

    public Output placeholder(String name, DType dtype, Shape shape) {
        return withName(name)
                .op("Placeholder")
                .attr("dtype", dtype)
                .attr("shape", shape)
                .add()
                .output(0);
    }

    /** A node that does nothing but run after all of {@code nodes}. */
    public Node group(Collection<Node> nodes) {
        NodeBuilder b = op("NoOp");
        nodes.forEach(b::controlInput);
        return b.add();
    }
}
