package io.leat.formats.convert;

import io.leat.formats.ImportOptions;
import io.leat.formats.proto.FunctionDef;
import io.leat.formats.proto.GradientDef;
import io.leat.formats.proto.GraphDef;
import io.leat.formats.proto.NodeDef;
import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a graph definition to a graph. */
public final class GraphImporter {
    /** From this version of the format on, the empty shape of a placeholder means a scalar; before, an unknown shape. */
    private static final int EMPTY_SHAPE_IS_SCALAR = 24;

    private static final String COLOCATION = "loc:@";

    private record BackEdge(Node merge, int input, InputName from) {}

    private final Graph graph;
    private final GraphDef definition;
    private final ImportOptions options;
    private final Map<String, NodeDef> definitions = new HashMap<>();
    private final Map<String, Node> added = new HashMap<>();
    private final List<BackEdge> backEdges = new ArrayList<>();

    private GraphImporter(Graph graph, GraphDef definition, ImportOptions options) {
        this.graph = graph;
        this.definition = definition;
        this.options = options;
    }

    /**
     * Adds all nodes and functions; an empty graph also takes the definition's versions.
     *
     * @return the added nodes by their names in the definition
     * @throws LeatException if the definition is not valid; then the graph may have got a part of it
     */
    public static Map<String, Node> run(Graph graph, GraphDef definition, ImportOptions options) {
        return new GraphImporter(graph, definition, options).run();
    }

    private Map<String, Node> run() {
        if (graph.size() == 0) {
            graph.versions(
                    definition.getVersions().getProducer(),
                    definition.getVersions().getMinConsumer());
        }
        for (FunctionDef f : definition.getLibrary().getFunctionList()) {
            graph.functionDefs().put(f.getSignature().getName(), f.toByteArray());
        }
        if (definition.getLibrary().getFunctionCount() > 0) {
            graph.functions()
                    .loader((library, name, attrs, prefix) -> FunctionBody.instance(graph, name, attrs, prefix));
        }
        for (GradientDef g : definition.getLibrary().getGradientList()) {
            graph.functionGradients().put(g.getFunctionName(), g.getGradientFunc());
        }
        definition.getNodeList().forEach(n -> definitions.put(n.getName(), n));
        for (NodeDef n : ImportOrder.of(definition.getNodeList(), in -> replacement(in) != null)) {
            try {
                added.put(n.getName(), add(n));
            } catch (LeatException e) {
                throw e.reason().contains("'" + n.getName() + "'") || e.site() != null
                        ? e
                        : LeatException.of(e.code(), "Node '" + n.getName() + "': " + e.reason(), null, e);
            }
        }
        for (BackEdge e : backEdges) {
            graph.connectBackEdge(
                    e.merge(), e.input(), output(e.from(), e.merge().name()));
        }
        return added;
    }

    private Node add(NodeDef n) {
        NodeBuilder b = graph.ops()
                .op(n.getOp())
                .loaded()
                .exactName(options.prefix().isEmpty() ? n.getName() : options.prefix() + "/" + n.getName())
                .device(n.getDevice().isEmpty() ? options.defaultDevice() : n.getDevice())
                .attrs(attrs(n));
        List<InputName> names = n.getInputList().stream().map(InputName::parse).toList();
        for (InputName in : names) {
            if (in.isControl()) {
                Output outside = replacement(in);
                b.controlInput(outside != null ? outside.node() : source(in));
            }
        }
        if (names.stream().allMatch(in -> replacement(in) != null)) {
            options.controlDependencies().forEach(b::controlInput);
        }
        List<InputName> data = names.stream().filter(in -> !in.isControl()).toList();
        List<Output> inputs = new ArrayList<>();
        for (InputName in : data) {
            inputs.add(input(isBackEdge(in, n) ? entering(data, n) : in, n));
        }
        boolean opensLoop = data.stream().anyMatch(in -> isBackEdge(in, n));
        Node node = b.flatInputs(inputs).opensLoop(opensLoop).add();
        for (int i = 0; i < inputs.size(); i++) {
            if (isBackEdge(data.get(i), n)) {
                backEdges.add(new BackEdge(node, i, data.get(i)));
            }
        }
        return node;
    }

    /** Whether an input closes a loop, so that it is not there yet. */
    private boolean isBackEdge(InputName in, NodeDef n) {
        NodeDef from = definitions.get(in.node());
        return from != null && replacement(in) == null && ImportOrder.isBackEdge(from, n);
    }

    /** The input that enters the loop: it stands in the place of the one that closes it until the end of the import. */
    private InputName entering(List<InputName> data, NodeDef n) {
        return data.stream()
                .filter(in -> !isBackEdge(in, n))
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException(
                        "Node '" + n.getName() + "' has no input that comes from outside its loop"));
    }

    private Output input(InputName in, NodeDef n) {
        Output outside = replacement(in);
        return outside != null ? outside : output(in, n.getName());
    }

    private Attrs attrs(NodeDef n) {
        Attrs attrs = AttrProtos.parse(n.getAttrMap());
        if (n.getOp().equals("Placeholder")
                && definition.getVersions().getProducer() < EMPTY_SHAPE_IS_SCALAR
                && attrs.find("shape") instanceof Attr.Dims(Shape shape)
                && shape.rank() == 0) {
            attrs = attrs.with("shape", new Attr.Dims(Shape.UNKNOWN));
        }
        if (!options.prefix().isEmpty() && attrs.find("_class") instanceof Attr.Items(List<Attr> classes)) {
            attrs = attrs.with(
                    "_class",
                    new Attr.Items(classes.stream().map(this::prefixed).toList()));
        }
        return attrs;
    }

    /** The name in a {@code loc:@name} with the prefix before it. */
    private Attr prefixed(Attr colocation) {
        return colocation instanceof Attr.Text t && t.text().startsWith(COLOCATION)
                ? new Attr.Text((COLOCATION + options.prefix() + "/" + t.text().substring(COLOCATION.length()))
                        .getBytes(StandardCharsets.UTF_8))
                : colocation;
    }

    private @Nullable Output replacement(InputName in) {
        Output outside = options.inputMap().get(in.toString());
        return outside == null && in.index() == 0 ? options.inputMap().get(in.node() + ":0") : outside;
    }

    private Output output(InputName in, String user) {
        Node source = source(in);
        if (source.op() != null && in.index() >= source.outputCount()) {
            throw new InvalidArgumentException("Node '" + user + "': Connecting to invalid output " + in.index()
                    + " of source node " + in.node() + " which has " + source.outputCount() + " outputs.");
        }
        return source.output(in.index());
    }

    private Node source(InputName in) {
        Node node = added.get(in.node());
        if (node == null) {
            throw new InvalidArgumentException("Unknown input node '" + in + "'");
        }
        return node;
    }
}
