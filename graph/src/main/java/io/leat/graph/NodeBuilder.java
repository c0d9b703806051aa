package io.leat.graph;

import io.leat.graph.Signature.Arg;
import io.leat.graph.Signature.AttrDef;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Describes a node and adds it to the graph. Inputs are given in the order of the op's signature. */
public final class NodeBuilder {
    private final Ops scope;
    private final String type;
    private final @Nullable Op op;
    private String name;
    private boolean exactName;
    private String device;
    private boolean loaded;
    private boolean opensLoop;
    private final List<Output> inputs = new ArrayList<>();
    private final List<Integer> argSizes = new ArrayList<>();
    private final Set<Node> controlInputs;
    private final Map<String, Attr> attrs = new TreeMap<>();

    NodeBuilder(Ops scope, String type) {
        this.scope = scope;
        this.type = type;
        this.op = OpRegistry.find(type);
        this.name = type;
        this.device = scope.device();
        this.controlInputs = new LinkedHashSet<>(scope.controlDependencies());
    }

    /** The name within the scope, made unique by TensorFlow's rule. */
    public NodeBuilder name(String wanted) {
        name = wanted;
        return this;
    }

    /** The full name, outside of any scope, which must be free. */
    public NodeBuilder exactName(String full) {
        name = full;
        exactName = true;
        return this;
    }

    public NodeBuilder device(String wanted) {
        device = wanted;
        return this;
    }

    /** Marks a node that comes from a file: unknown ops are kept, and no source line is recorded. */
    public NodeBuilder loaded() {
        loaded = true;
        return this;
    }

    /**
     * Marks a {@code Merge} whose back edge is still to be {@linkplain Graph#connectBackEdge connected}: a variable of a
     * loop may change its shape, so that of its output is not known.
     */
    public NodeBuilder opensLoop(boolean opens) {
        opensLoop = opens;
        return this;
    }

    public NodeBuilder input(Operand x) {
        inputs.add(scope.graph().own(x.output()));
        argSizes.add(1);
        return this;
    }

    /** An input that is a list of tensors. */
    public NodeBuilder inputs(Collection<? extends Operand> xs) {
        xs.forEach(x -> inputs.add(scope.graph().own(x.output())));
        argSizes.add(xs.size());
        return this;
    }

    /** All input tensors in one flat list, as files give them; the list sizes come from the attributes. */
    public NodeBuilder flatInputs(List<Output> all) {
        inputs.addAll(all);
        argSizes.clear();
        return this;
    }

    public NodeBuilder controlInput(Node before) {
        controlInputs.add(before);
        return this;
    }

    public NodeBuilder attr(String attrName, Attr value) {
        attrs.put(attrName, value);
        return this;
    }

    public NodeBuilder attr(String attrName, long value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attr(String attrName, float value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attr(String attrName, boolean value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attr(String attrName, String value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attr(String attrName, DType value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attr(String attrName, Shape value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attr(String attrName, Tensor value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attr(String attrName, long[] value) {
        return attr(attrName, Attr.of(value));
    }

    public NodeBuilder attrs(Attrs all) {
        attrs.putAll(all.asMap());
        return this;
    }

    /**
     * Adds the node: infers the attributes that inputs imply, fills in defaults, checks everything and infers shapes.
     *
     * @throws InvalidArgumentException if inputs or attributes do not fit the op
     */
    public Node add() {
        if (op == null && !loaded) {
            OpRegistry.get(type);
        }
        if (op != null) {
            Signature s = op.signature();
            if (!argSizes.isEmpty() || !loaded) {
                inferAttrs(s);
            }
            fillDefaults(s);
            checkAttrs(s);
            checkInputs(s);
        }
        return scope.graph().add(this, Attrs.of(attrs), loaded ? null : CallSite.ofUser());
    }

    private void inferAttrs(Signature s) {
        if (argSizes.size() != s.inputs().size()) {
            throw new InvalidArgumentException(
                    type + " '" + name + "' takes " + s.inputs().size() + " inputs, not " + argSizes.size());
        }
        int at = 0;
        for (int i = 0; i < argSizes.size(); i++) {
            Arg arg = s.inputs().get(i);
            int n = argSizes.get(i);
            if (!arg.isList() && n != 1) {
                throw new InvalidArgumentException(type + " '" + name + "': input '" + arg.name() + "' is no list");
            }
            if (arg.numberAttr() != null) {
                attrs.putIfAbsent(arg.numberAttr(), Attr.of(n));
            }
            List<Output> part = inputs.subList(at, at + n);
            if (arg.typeListAttr() != null) {
                attrs.putIfAbsent(
                        arg.typeListAttr(),
                        new Attr.Items(part.stream()
                                .<Attr>map(o -> new Attr.Type(o.dtype()))
                                .toList()));
            } else if (arg.typeAttr() != null && n > 0) {
                attrs.putIfAbsent(arg.typeAttr(), Attr.of(part.getFirst().dtype()));
            }
            at += n;
        }
    }

    private void fillDefaults(Signature s) {
        for (AttrDef def : s.attrs()) {
            if (!attrs.containsKey(def.name())) {
                if (def.defaultValue() == null) {
                    throw new InvalidArgumentException("NodeDef missing attr '" + def.name() + "' from Op<name=" + type
                            + ">; NodeDef: {{node " + name + "}}");
                }
                attrs.put(def.name(), def.defaultValue());
            }
        }
    }

    private void checkAttrs(Signature s) {
        for (AttrDef def : s.attrs()) {
            AttrChecks.check(def, java.util.Objects.requireNonNull(attrs.get(def.name())), type, name);
        }
    }

    private void checkInputs(Signature s) {
        Attrs a = Attrs.of(attrs);
        int at = 0;
        for (Arg arg : s.inputs()) {
            for (DType wanted : arg.types(a)) {
                if (at >= inputs.size()) {
                    throw new InvalidArgumentException(
                            type + " '" + name + "': " + inputs.size() + " inputs are too few");
                }
                Output in = inputs.get(at++);
                if (in.node().op() != null && in.dtype() != wanted) {
                    throw new InvalidArgumentException("Input '" + arg.name() + "' of '" + type + "' Op '" + name
                            + "' has type " + in.dtype().numpyName() + " that does not match expected type of "
                            + wanted.numpyName() + ".");
                }
                if (arg.ref() && in.node().op() != null && !in.node().isRef(in.index())) {
                    throw new InvalidArgumentException(
                            "Input '" + arg.name() + "' of '" + type + "' Op '" + name + "' requires l-value input");
                }
            }
        }
        if (at != inputs.size()) {
            throw new InvalidArgumentException(type + " '" + name + "' takes " + at + " inputs, not " + inputs.size());
        }
    }

    boolean opensLoop() {
        return opensLoop;
    }

    Ops scope() {
        return scope;
    }

    String type() {
        return type;
    }

    @Nullable
    Op op() {
        return op;
    }

    String name() {
        return name;
    }

    boolean hasExactName() {
        return exactName;
    }

    String device() {
        return device;
    }

    List<Output> inputs() {
        return inputs;
    }

    Collection<Node> controlInputs() {
        return controlInputs;
    }
}
