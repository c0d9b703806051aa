package io.leat.graph;

import io.leat.ir.Origin;
import io.leat.tensor.DType;
import io.leat.tensor.ErrorSite;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a graph. Immutable once added, but for the back edges of a {@code Merge}.
 *
 * <p>A node loaded from a file may be of an op that Leat does not know: {@link #op()} is null then, shapes and dtypes of
 * its outputs are unknown, and only a run that needs it fails.
 */
public final class Node implements Origin {
    /** What is known of one output. */
    record OutputInfo(
            DType dtype,
            Shape shape,
            boolean ref,
            @Nullable Tensor value,
            @Nullable Shape partialValue,
            @Nullable HandleInfo handle) {
        OutputInfo withoutShape() {
            return new OutputInfo(dtype, Shape.UNKNOWN, ref, null, null, handle);
        }
    }

    /** Dtype and shape of what a resource handle refers to. */
    public record HandleInfo(DType dtype, Shape shape) {}

    private final Graph graph;
    private final int id;
    private final String name;
    private final String type;
    private final @Nullable Op op;
    private final Output[] inputs;
    private final List<Node> controlInputs;
    private final Attrs attrs;
    private final String device;
    private final Ops scope;
    private final @Nullable StackTraceElement addedAt;
    private List<OutputInfo> outputs = List.of();

    /** What {@link ConstantValues} found, once it has looked. */
    private volatile ConstantValues.@Nullable Folded folded;

    Node(NodeBuilder b, Graph graph, int id, String name, Attrs attrs, @Nullable StackTraceElement addedAt) {
        this.graph = graph;
        this.id = id;
        this.name = name;
        this.type = b.type();
        this.op = b.op();
        this.inputs = b.inputs().toArray(new Output[0]);
        this.controlInputs = List.copyOf(b.controlInputs());
        this.attrs = attrs;
        this.device = b.device();
        this.scope = b.scope();
        this.addedAt = addedAt;
    }

    void outputs(List<OutputInfo> infos) {
        outputs = infos;
    }

    ConstantValues.@Nullable Folded folded() {
        return folded;
    }

    void folded(ConstantValues.Folded values) {
        folded = values;
    }

    void connect(int input, Output from) {
        inputs[input] = from;
    }

    public Graph graph() {
        return graph;
    }

    /** Its position in the graph, in the order in which nodes were added. */
    public int id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    /** The op's name, such as {@code MatMul}. */
    @Override
    public String type() {
        return type;
    }

    public @Nullable Op op() {
        return op;
    }

    public int inputCount() {
        return inputs.length;
    }

    public Output input(int i) {
        return inputs[i];
    }

    public List<Output> inputs() {
        return Collections.unmodifiableList(java.util.Arrays.asList(inputs));
    }

    /** The nodes that run before this one without giving it a tensor. */
    public List<Node> controlInputs() {
        return controlInputs;
    }

    public Attrs attrs() {
        return attrs;
    }

    /** The device asked for, empty when none was. */
    public String device() {
        return device;
    }

    /** The number of outputs; 0 when the op is not known. */
    public int outputCount() {
        return outputs.size();
    }

    /** @throws InvalidArgumentException if the op is known and has no such output */
    public Output output(int i) {
        if (i < 0 || op != null && i >= outputs.size()) {
            throw new InvalidArgumentException(
                    "node '" + name + "' has " + outputs.size() + " outputs, there is no " + name + ":" + i);
        }
        return new Output(this, i);
    }

    public List<Output> outputs() {
        List<Output> out = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            out.add(new Output(this, i));
        }
        return out;
    }

    DType dtype(int i) {
        return i < outputs.size() ? outputs.get(i).dtype() : DType.VARIANT;
    }

    Shape shape(int i) {
        return i < outputs.size() ? outputs.get(i).shape() : Shape.UNKNOWN;
    }

    /** Whether output {@code i} is a reference to a variable. */
    public boolean isRef(int i) {
        return i < outputs.size() && outputs.get(i).ref();
    }

    @Nullable
    OutputInfo info(int i) {
        return i < outputs.size() ? outputs.get(i) : null;
    }

    /** What the resource handle at output {@code i} refers to, as far as that is known. */
    public @Nullable HandleInfo handle(int i) {
        return i < outputs.size() ? outputs.get(i).handle() : null;
    }

    Ops scope() {
        return scope;
    }

    @Override
    public ErrorSite errorSite() {
        List<String> lines = new ArrayList<>();
        for (Output in : inputs) {
            lines.add(in.toString());
        }
        String at = addedAt == null ? null : addedAt.getFileName() + ":" + addedAt.getLineNumber();
        return new ErrorSite(type, name, lines, at);
    }

    @Override
    public String toString() {
        return name + " = " + type + inputs();
    }
}
