package io.leat.formats.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.FunctionGraph;
import io.leat.formats.FunctionOutline;
import io.leat.formats.ImportOptions;
import io.leat.formats.proto.AttrValue;
import io.leat.formats.proto.FunctionDef;
import io.leat.formats.proto.GraphDef;
import io.leat.formats.proto.NodeDef;
import io.leat.formats.proto.OpDef;
import io.leat.formats.proto.VersionDef;
import io.leat.graph.Attrs;
import io.leat.graph.FunctionInstance;
import io.leat.graph.Graph;
import io.leat.graph.Nearest;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rewrites a function's body as a graph definition. In a body, a tensor is {@code node:output:i}, where output is the
 * name of one of the op's outputs and i counts inside that output; an argument is its name, or {@code name:i}.
 */
public final class FunctionBody {
    private final Graph library;
    private final FunctionDef function;
    private final Map<String, AttrValue> attrs = new HashMap<>();
    private final Map<String, List<String>> arguments = new HashMap<>();
    private final Map<String, NodeDef> nodes = new HashMap<>();
    private final OutputRanges ranges;

    private FunctionBody(Graph library, FunctionDef function, Attrs attrs) {
        this.library = library;
        this.function = function;
        this.ranges = new OutputRanges(library);
        for (OpDef.AttrDef a : function.getSignature().getAttrList()) {
            if (a.hasDefaultValue()) {
                this.attrs.put(a.getName(), a.getDefaultValue());
            }
        }
        this.attrs.putAll(AttrProtos.write(attrs));
    }

    /** See {@link FunctionGraph#of}. */
    public static FunctionGraph instantiate(Graph library, String name, Attrs attrs, List<Shape> shapes) {
        FunctionInstance f = new FunctionBody(library, find(library, name), attrs).graph(shapes, ImportOptions.NONE);
        return new FunctionGraph(f.name(), f.graph(), f.arguments(), f.results(), f.controlResults());
    }

    /** The function with its nodes in a name scope. */
    static FunctionInstance instance(Graph library, String name, Attrs attrs, String prefix) {
        return new FunctionBody(library, find(library, name), attrs)
                .graph(List.of(), ImportOptions.NONE.withPrefix(prefix));
    }

    /** See {@link FunctionOutline#of}. */
    public static FunctionOutline outline(Graph library, String name) {
        Map<String, Integer> ops = new HashMap<>();
        Set<String> calls = new HashSet<>();
        for (NodeDef n : find(library, name).getNodeDefList()) {
            if (library.functionDefs().containsKey(n.getOp())) {
                calls.add(n.getOp());
            } else {
                ops.merge(n.getOp(), 1, Integer::sum);
            }
            for (AttrValue value : n.getAttrMap().values()) {
                if (value.hasFunc()) {
                    calls.add(value.getFunc().getName());
                }
                value.getList().getFuncList().forEach(f -> calls.add(f.getName()));
            }
        }
        return new FunctionOutline(name, ops, calls);
    }

    static FunctionDef find(Graph library, String name) {
        byte[] message = library.functionDefs().get(name);
        if (message == null) {
            throw new NotFoundException("Function " + name + " is not defined."
                    + Nearest.hint(name, library.functionDefs().keySet()));
        }
        try {
            return FunctionDef.parseFrom(message);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidArgumentException("function '" + name + "' is corrupt: " + e.getMessage(), null, e);
        }
    }

    private FunctionInstance graph(List<Shape> shapes, ImportOptions options) {
        var definition = GraphDef.newBuilder()
                .setVersions(
                        VersionDef.newBuilder().setProducer(library.producer()).setMinConsumer(library.minConsumer()));
        List<String> placeholders = new ArrayList<>();
        for (OpDef.ArgDef arg : function.getSignature().getInputArgList()) {
            List<Integer> types = types(arg);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                String name = OutputRanges.isList(arg) ? arg.getName() + "_" + i : arg.getName();
                int at = placeholders.size();
                Shape shape = at < shapes.size() ? shapes.get(at) : declaredShape(at);
                definition.addNode(placeholder(name, types.get(i), shape));
                names.add(name);
                placeholders.add(name);
            }
            arguments.put(arg.getName(), names);
        }
        for (NodeDef n : function.getNodeDefList()) {
            nodes.put(n.getName(), bound(n));
        }
        for (NodeDef n : function.getNodeDefList()) {
            NodeDef bound = Objects.requireNonNull(nodes.get(n.getName()));
            var p = bound.toBuilder().clearInput();
            bound.getInputList().forEach(in -> p.addInput(flat(in)));
            definition.addNode(p);
        }
        Graph graph = Graph.sharing(library.functions());
        Map<String, Node> added = GraphImporter.run(graph, definition.build(), options);
        List<Output> results = new ArrayList<>();
        for (OpDef.ArgDef arg : function.getSignature().getOutputArgList()) {
            String from = function.getRetMap().get(arg.getName());
            if (from == null) {
                throw invalid("no value for the result '" + arg.getName() + "'");
            }
            results.add(output(added, flat(from)));
        }
        List<Node> controls = new ArrayList<>();
        for (String name : function.getSignature().getControlOutputList()) {
            Node n = added.get(function.getControlRetMap().getOrDefault(name, name));
            if (n == null) {
                throw invalid("no node for the control result '" + name + "'");
            }
            controls.add(n);
        }
        return new FunctionInstance(
                function.getSignature().getName(),
                graph,
                placeholders.stream().map(p -> output(added, p)).toList(),
                results,
                controls);
    }

    private Output output(Map<String, Node> added, String name) {
        InputName in = InputName.parse(name);
        Node n = added.get(in.node());
        if (n == null) {
            throw invalid("no node '" + in.node() + "'");
        }
        return n.output(in.index());
    }

    /** The shape that the function says its argument has. */
    private Shape declaredShape(int argument) {
        AttrValue shapes = function.getArgAttrMap()
                .getOrDefault(argument, FunctionDef.ArgAttrs.getDefaultInstance())
                .getAttrMap()
                .get("_output_shapes");
        return shapes != null && shapes.getList().getShapeCount() == 1
                ? ShapeProtos.parse(shapes.getList().getShape(0))
                : Shape.UNKNOWN;
    }

    private List<Integer> types(OpDef.ArgDef arg) {
        if (!arg.getTypeListAttr().isEmpty()) {
            return attr(arg.getTypeListAttr()).getList().getTypeValueList();
        }
        int type = arg.getTypeAttr().isEmpty()
                ? arg.getTypeValue()
                : attr(arg.getTypeAttr()).getTypeValue();
        long count =
                arg.getNumberAttr().isEmpty() ? 1 : attr(arg.getNumberAttr()).getI();
        if (count < 0 || count > 100_000) {
            throw invalid("argument '" + arg.getName() + "' is a list of " + count);
        }
        return Collections.nCopies((int) count, type);
    }

    private AttrValue attr(String name) {
        AttrValue value = attrs.get(name);
        if (value == null) {
            throw invalid("no value for the attribute '" + name + "'");
        }
        return value;
    }

    private static NodeDef placeholder(String name, int type, Shape shape) {
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Placeholder")
                .putAttr("dtype", AttrValue.newBuilder().setTypeValue(type).build())
                .putAttr(
                        "shape",
                        AttrValue.newBuilder()
                                .setShape(ShapeProtos.write(shape))
                                .build())
                .build();
    }

    /** The node with the function's attributes put in for their placeholders. */
    private NodeDef bound(NodeDef n) {
        var p = n.toBuilder();
        n.getAttrMap().forEach((name, value) -> p.putAttr(name, bound(value)));
        return p.build();
    }

    private AttrValue bound(AttrValue value) {
        return switch (value.getValueCase()) {
            case PLACEHOLDER -> attr(value.getPlaceholder());
            case FUNC -> {
                var p = value.toBuilder();
                value.getFunc()
                        .getAttrMap()
                        .forEach((name, v) -> p.getFuncBuilder().putAttr(name, bound(v)));
                yield p.build();
            }
            default -> value;
        };
    }

    /** The name in a graph for an input's name in a body. */
    private String flat(String input) {
        if (input.startsWith("^")) {
            return input;
        }
        String[] parts = input.split(":", -1);
        List<String> argument = arguments.get(parts[0]);
        NodeDef node = nodes.get(parts[0]);
        try {
            if (argument != null && parts.length <= 2) {
                return argument.get(parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
            }
            if (node != null && parts.length <= 3) {
                int first = parts.length == 1 ? 0 : ranges.start(node, parts[1]);
                return parts[0] + ":" + (first + (parts.length < 3 ? 0 : Integer.parseInt(parts[2])));
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw invalid("'" + input + "' is not the name of an input");
        }
        throw invalid("unknown input '" + input + "'");
    }

    private InvalidArgumentException invalid(String what) {
        return new InvalidArgumentException(
                "function '" + function.getSignature().getName() + "': " + what);
    }
}
