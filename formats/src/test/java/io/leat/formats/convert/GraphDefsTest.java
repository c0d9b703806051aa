package io.leat.formats.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.Corruption;
import io.leat.formats.GraphDefs;
import io.leat.formats.ImportOptions;
import io.leat.formats.Samples;
import io.leat.formats.proto.GraphDef;
import io.leat.formats.proto.NodeDef;
import io.leat.graph.Attr;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphDefsTest {
    /** Ops of no library: what is known of ops does not matter here. */
    private static final String SMALL = """
            node { name: "b" op: "LeatTestTwo" input: "a" input: "a:1" input: "^c" device: "/cpu:0"
              attr { key: "f" value { func { name: "fn" attr { key: "T" value { type: DT_HALF } } } } }
              attr { key: "p" value { placeholder: "q" } }
              attr { key: "l" value { list { s: "x" s: "\\377" } } }
              attr { key: "e" value { list { } } } }
            node { name: "a" op: "LeatTestOne"
              attr { key: "shape" value { shape { dim { size: -1 } dim { size: 3 } } } }
              attr { key: "value" value { tensor { dtype: DT_INT32 tensor_shape { dim { size: 4 } } int_val: 7 } } }
              attr { key: "_class" value { list { s: "loc:@c" } } } }
            node { name: "c" op: "LeatTestOne" attr { key: "x" value { f: 0.5 } } attr { key: "y" value { b: true } } }
            library { function { signature { name: "fn" } node_def { name: "n" op: "LeatTestOne" } }
              gradient { function_name: "fn" gradient_func: "fn_grad" } }
            versions { producer: 1000 min_consumer: 12 }
            """;

    @TempDir
    Path folder;

    @Test
    void readsNodesInAnyOrder() {
        Graph g = GraphDefs.parseText(SMALL);
        assertThat(g.nodes()).extracting(Node::name).containsExactly("a", "c", "b");
        Node b = g.node("b");
        assertThat(b.type()).isEqualTo("LeatTestTwo");
        assertThat(b.op()).isNull();
        assertThat(b.input(1).name()).isEqualTo("a:1");
        assertThat(b.controlInputs()).containsExactly(g.node("c"));
        assertThat(b.device()).isEqualTo("/cpu:0");
        assertThat(g.node("a").attrs().shape("shape")).isEqualTo(Shape.of(-1, 3));
        assertThat(g.node("a").attrs().tensor("value").toIntArray()).containsExactly(7, 7, 7, 7);
        assertThat(g.producer()).isEqualTo(1000);
        assertThat(g.minConsumer()).isEqualTo(12);
        assertThat(g.functionDefs()).containsOnlyKeys("fn");
        assertThat(g.functionGradients()).containsEntry("fn", "fn_grad");
    }

    @Test
    void roundTripsAsTextAndBinary() throws IOException {
        Graph g = GraphDefs.parseText(SMALL);
        assertSameGraph(
                GraphExporter.run(g),
                Text.parse(SMALL, GraphDef.newBuilder(), "test").build());
        for (String name : List.of("g.pb", "g.pbtxt")) {
            Path file = folder.resolve(name);
            GraphDefs.write(g, file);
            assertThat(GraphDefs.write(GraphDefs.read(file))).isEqualTo(GraphDefs.write(g));
        }
        assertThat(Files.readString(folder.resolve("g.pbtxt"))).startsWith("node {");
    }

    @Test
    void importsUnderAPrefixWithOtherInputs() {
        Graph g = GraphDefs.parseText(SMALL);
        Map<String, Node> added = GraphDefs.importInto(
                g,
                GraphDefs.write(g),
                ImportOptions.NONE
                        .withPrefix("p")
                        .withInputMap(Map.of("a:1", g.output("c:0"), "^c", g.output("a:0")))
                        .withControlDependencies(List.of(g.node("b")))
                        .withDefaultDevice("/cpu:9"));
        Node b = g.node("p/b");
        assertThat(added.get("b")).isSameAs(b);
        assertThat(b.input(0).name()).isEqualTo("p/a:0");
        assertThat(b.input(1).name()).isEqualTo("c:0");
        assertThat(b.controlInputs()).containsExactly(g.node("a"));
        assertThat(b.device()).isEqualTo("/cpu:0");
        assertThat(g.node("p/a").device()).isEqualTo("/cpu:9");
        assertThat(g.node("p/a").controlInputs()).containsExactly(g.node("b"));
        assertThat(g.node("p/a").attrs().texts("_class")).containsExactly("loc:@p/c");
    }

    /** TensorFlow's C API made the loop. */
    @Test
    void readsLoops() throws Exception {
        Path golden = Samples.resource("tensorflow/loop.pb");
        Graph g = GraphDefs.read(golden);
        List<Node> merges =
                g.nodes().stream().filter(n -> n.type().equals("Merge")).toList();
        assertThat(merges).hasSize(1);
        assertThat(merges.getFirst().input(0).node().type()).isEqualTo("Enter");
        assertThat(merges.getFirst().input(1).node().type()).isEqualTo("NextIteration");
        assertSameGraph(GraphExporter.run(g), GraphDef.parseFrom(Files.readAllBytes(golden)));
    }

    @Test
    void oldPlaceholdersWithoutDimensionsHaveAnyShape() {
        String text = "node { name: \"x\" op: \"Placeholder\" attr { key: \"dtype\" value { type: DT_FLOAT } } "
                + "attr { key: \"shape\" value { shape { } } } } versions { producer: %d }";
        assertThat(GraphDefs.parseText(text.formatted(23)).node("x").attrs().shape("shape"))
                .isEqualTo(Shape.UNKNOWN);
        assertThat(GraphDefs.parseText(text.formatted(24)).node("x").attrs().shape("shape"))
                .isEqualTo(Shape.SCALAR);
    }

    @Test
    void refusesWhatIsNoGraph() {
        refused("node { name: \"a\" op: \"X\" input: \"b\" }", "Node 'a': Unknown input node 'b'");
        refused("node { name: \"a\" op: \"X\" } node { name: \"a\" op: \"X\" }", "Node 'a' is not unique");
        refused(
                "node { name: \"a\" op: \"X\" input: \"b\" } node { name: \"b\" op: \"X\" input: \"^a\" }",
                "2 nodes in a cycle: a, b");
        refused(
                "node { name: \"a\" op: \"X\" input: \"b:x\" } node { name: \"b\" op: \"X\" }",
                "'b:x' is not the name");
        refused("node { name: \"a b\" op: \"X\" }", "'a b' is not a valid node name");
        refused(
                "node { name: \"a\" op: \"X\" attr { key: \"T\" value { type: DT_FLOAT8_E5M2 } } }",
                "Node 'a': unknown DataType number 24");
        refused(
                "node { name: \"m\" op: \"Merge\" input: \"n\" } node { name: \"n\" op: \"NextIteration\" input: \"m\" }",
                "Node 'm' has no input that comes from outside its loop");
        refused("node {", "Cannot parse file");
        refused("node { name: 3 }", "Cannot parse file");
        refused("attr { ".repeat(100_000), "Cannot parse file");
        assertThatThrownBy(() -> GraphDefs.parse(new byte[] {1, 2, 3}))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot parse file");
        assertThatThrownBy(() -> GraphDefs.read(folder.resolve("none"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void survivesCorruption() throws IOException {
        for (String name : List.of("g.pb", "g.pbtxt")) {
            Path file = folder.resolve(name);
            GraphDefs.write(GraphDefs.parseText(SMALL), file);
            int failed = Corruption.everywhere(file, () -> {
                Graph g = GraphDefs.read(file);
                assertThat(GraphDefs.write(g).length).isNotNegative();
            });
            assertThat(failed).isGreaterThan((int) Files.size(file) / 2);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void roundTripsModels(String model) throws IOException {
        Path file = Samples.shared(model);
        GraphDef definition = GraphDef.parseFrom(Files.readAllBytes(file));
        Graph g = GraphDefs.read(file);
        assertSameGraph(GraphExporter.run(g), definition);
        assertThat(GraphDefs.write(GraphDefs.parseText(GraphDefs.writeText(g)))).isEqualTo(GraphDefs.write(g));
    }

    static Stream<String> models() {
        return Stream.of(
                "models/mnist_fc/frozen.pb",
                "models/mnist_lstm/frozen.pb",
                "models/wine/optimized_wine_quality.pb",
                "models/regression_graph/model.pb",
                "models/kws/DS_CNN_S.pb",
                "models/kws/Basic_LSTM_S.pb",
                "models/fsrcnn/FSRCNN-small_x2.pb",
                "models/hey_snips/hey_snips_3.pb",
                "ops/opencv/lstm_net.pb",
                "ops/opencv/uint8_single_conv_net.pb");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> GraphDefs.parseText(text))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(message);
    }

    /** Nodes may stand in another order, and tensors be written another way; known ops may have got default attributes. */
    static void assertSameGraph(GraphDef actual, GraphDef expected) {
        Map<String, NodeDef> nodes = new HashMap<>();
        actual.getNodeList().forEach(n -> nodes.put(n.getName(), n));
        assertThat(nodes).hasSize(expected.getNodeCount());
        boolean old = expected.getVersions().getProducer() < 24;
        for (NodeDef e : expected.getNodeList()) {
            NodeDef a = nodes.get(e.getName());
            assertThat(a).as(e.getName()).isNotNull();
            assertThat(a.getOp()).isEqualTo(e.getOp());
            assertThat(a.getDevice()).isEqualTo(e.getDevice());
            assertThat(a.getInputList())
                    .as(e.getName())
                    .containsExactlyElementsOf(e.getInputList().stream()
                            .map(in -> in.endsWith(":0") ? in.substring(0, in.length() - 2) : in)
                            .toList());
            var attrs = new HashMap<>(AttrProtos.write(AttrProtos.parse(e.getAttrMap())));
            if (old && e.getOp().equals("Placeholder")) {
                attrs.remove("shape");
            }
            assertThat(a.getAttrMap()).as(e.getName()).containsAllEntriesOf(attrs);
        }
        assertThat(actual.getLibrary()).isEqualTo(expected.getLibrary());
        assertThat(actual.getVersions().getProducer())
                .isEqualTo(expected.getVersions().getProducer());
    }

    @Test
    void emptyValuesAreLeftOut() {
        Graph g = GraphDefs.parseText("node { name: \"a\" op: \"X\" attr { key: \"n\" value { } } }");
        assertThat(g.node("a").attrs().has("n")).isFalse();
        Graph list = GraphDefs.parseText(SMALL);
        assertThat(list.node("b").attrs().find("e")).isEqualTo(new Attr.Items(List.of()));
    }
}
