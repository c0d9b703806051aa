package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Collections;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetaGraphTest {
    private static final String GRAPH = """
            node { name: "w" op: "LeatTestVar" attr { key: "shape" value { shape { dim { size: 2 } } } } }
            node { name: "init" op: "LeatTestConst" }
            node { name: "assign" op: "LeatTestAssign" input: "w" input: "init" }
            node { name: "read" op: "LeatTestRead" input: "w" }
            node { name: "go" op: "LeatTestNoOp" }
            versions { producer: 1000 }
            """;

    @TempDir
    Path folder;

    private static MetaGraph sample() {
        Graph g = GraphDefs.parseText(GRAPH);
        var v = new Variable(g.output("w:0"), g.output("read:0"), g.output("init:0"), g.node("assign"), Shape.of(2));
        Collections c = g.collections();
        c.add(Collections.GLOBAL_VARIABLES, v);
        c.add(Collections.TRAINABLE_VARIABLES, v);
        c.add("losses", g.output("read:0"));
        c.add("saved_model_main_op", g.node("go"));
        c.add("numbers", 7L);
        c.add("reals", 0.5f);
        c.add("bytes", new byte[] {1, -1});
        c.add("mixed", 1L);
        c.add("mixed", 2f);
        var sparse = new TensorInfo.Sparse("a:0", "b:0", "c:0", DType.FLOAT32, Shape.UNKNOWN);
        var dense = new TensorInfo.Dense("read:0", DType.INT32, Shape.of(-1, 2));
        var composite = new TensorInfo.Composite(new byte[0], List.of(dense, sparse), null, Shape.SCALAR);
        return MetaGraph.of(g)
                .withTags("serve", "gpu")
                .withSaver(new SaverInfo("save/Const:0", "save/control:0", "save/restore_all", 5, false, 10_000))
                .withAssets(List.of(new ModelAsset("file:0", "vocabulary.txt")))
                .withSignatures(Map.of(
                        ModelSignature.DEFAULT,
                        new ModelSignature(
                                Map.of("x", dense, "s", sparse),
                                Map.of("y", composite),
                                ModelSignature.PREDICT,
                                Map.of("x", Tensor.scalar(3)))));
    }

    @Test
    void roundTripsAsBinaryAndText() throws IOException {
        for (String name : List.of("m.meta", "m.pbtxt")) {
            Path file = folder.resolve(name);
            sample().write(file);
            MetaGraph read = MetaGraph.read(file);

            assertThat(read.tags()).containsExactly("gpu", "serve");
            assertThat(read.saver()).isEqualTo(sample().saver());
            assertThat(read.assets()).isEqualTo(sample().assets());
            ModelSignature s = read.signature(ModelSignature.DEFAULT);
            assertThat(s.inputs())
                    .isEqualTo(sample().signature(ModelSignature.DEFAULT).inputs());
            assertThat(((TensorInfo.Composite)
                                    Objects.requireNonNull(s.outputs().get("y")))
                            .components())
                    .hasSize(2)
                    .first()
                    .isEqualTo(s.inputs().get("x"));
            assertThat(Objects.requireNonNull(s.defaults().get("x")).scalarInt())
                    .isEqualTo(3);
            assertThat(read.toBytes()).isEqualTo(sample().toBytes());
        }
    }

    @Test
    void readsCollections() {
        MetaGraph read = MetaGraph.parse(sample().toBytes());
        Collections c = read.graph().collections();
        Variable v = c.get(Collections.GLOBAL_VARIABLES, Variable.class).getFirst();
        assertThat(v.name()).isEqualTo("w");
        assertThat(v.value()).isEqualTo(read.graph().output("read:0"));
        assertThat(v.initialValue().name()).isEqualTo("init:0");
        assertThat(v.initializer().name()).isEqualTo("assign");
        assertThat(v.shape()).isEqualTo(Shape.of(2));
        assertThat(c.get(Collections.TRAINABLE_VARIABLES, Variable.class)).containsExactly(v);
        assertThat(c.get("losses", Output.class)).containsExactly(read.graph().output("read:0"));
        assertThat(c.get("numbers", Long.class)).containsExactly(7L);
        assertThat(c.get("reals", Float.class)).containsExactly(0.5f);
        assertThat(c.get("bytes", byte[].class).getFirst()).containsExactly(1, -1);
        assertThat(c.names()).as("no message holds items of several kinds").doesNotContain("mixed");
        assertThat(read.initializer()).isEqualTo(read.graph().node("go"));
    }

    @Test
    void importsUnderAPrefix() throws IOException {
        Path file = folder.resolve("m.meta");
        sample().write(file);
        Graph g = Graph.create();
        MetaGraph meta = MetaGraph.importInto(g, file, ImportOptions.NONE.withPrefix("p"));
        assertThat(g.collections()
                        .get(Collections.GLOBAL_VARIABLES, Variable.class)
                        .getFirst()
                        .name())
                .isEqualTo("p/w");
        assertThat(meta.saver()).isNotNull().extracting(SaverInfo::restore).isEqualTo("p/save/restore_all");
        assertThat(meta.signature(ModelSignature.DEFAULT).inputs().get("x"))
                .isEqualTo(new TensorInfo.Dense("p/read:0", DType.INT32, Shape.of(-1, 2)));
    }

    @Test
    void survivesCorruption() throws IOException {
        Path file = folder.resolve("m.meta");
        sample().write(file);
        int failed = Corruption.everywhere(
                file, () -> assertThat(MetaGraph.read(file).toBytes()).isNotNull());
        assertThat(failed).isGreaterThan((int) Files.size(file) / 2);
        assertThatThrownBy(() -> MetaGraph.read(folder.resolve("none"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> MetaGraph.parse(new byte[] {1})).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void readsTensorFlowsMetaGraphs() throws IOException {
        MetaGraph xor = MetaGraph.read(Samples.shared("models/metagraph/xor.meta"));
        assertThat(xor.tensorFlowVersion()).isNotEmpty();
        List<Variable> variables = xor.graph().collections().get(Collections.GLOBAL_VARIABLES, Variable.class);
        assertThat(variables).isNotEmpty();
        assertThat(xor.graph().collections().get("train_op", Node.class)).hasSize(1);
        assertThat(MetaGraph.parse(xor.toBytes()).toBytes()).isEqualTo(xor.toBytes());
        assertThat(MetaGraph.read(Samples.shared("models/metagraph/cond_test.meta"))
                        .graph()
                        .size())
                .isPositive();
    }
}
