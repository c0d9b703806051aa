package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.formats.CheckpointReader;
import io.leat.formats.GraphDefs;
import io.leat.formats.Idx;
import io.leat.formats.MetaGraph;
import io.leat.formats.SavedModel;
import io.leat.formats.TensorInfo;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that others made give the answers known for them. */
@ExtendWith(ModelsPage.class)
final class PublicModelsTest {
    @Test
    @KnownAnswer(models = "mnist_fc", answer = "accuracy 0.9548 on the 10,000 test digits")
    void mnistFullyConnected() throws IOException {
        Graph graph = GraphDefs.read(Shared.path("data/models/mnist_fc/frozen.pb"));
        Shared.assumeOps(graph, List.of("output:0"), List.of());
        try (var session = Session.open(graph)) {
            assertThat(accuracy(session, "X:0", "output:0", Map.of())).isEqualTo(0.9548);
        }
    }

    @Test
    @KnownAnswer(models = "mnist_lstm", answer = "accuracy 0.9826 on the 10,000 test digits")
    void mnistLstm() throws IOException {
        Graph graph = GraphDefs.read(Shared.path("data/models/mnist_lstm/frozen.pb"));
        Shared.assumeOps(graph, List.of("output:0"), List.of());
        try (var session = Session.open(graph)) {
            assertThat(accuracy(session, "X:0", "output:0", Map.of("keep_prob:0", Tensor.scalar(1f))))
                    .isEqualTo(0.9826);
        }
    }

    @Test
    @KnownAnswer(models = "vespa_mnist_softmax", answer = "accuracy 0.9162 on the 10,000 test digits")
    void vespaSoftmax() throws IOException {
        SavedModel model = SavedModel.load(Shared.path("data/models/vespa_mnist_softmax"), "serve");
        Graph graph = model.metaGraph().graph();
        Shared.assumeOps(graph, List.of("add:0"), List.of());
        try (var session = Session.open(graph)) {
            restore(session, model);
            assertThat(accuracy(session, "Placeholder:0", "add:0", Map.of())).isEqualTo(0.9162);
        }
    }

    @Test
    @KnownAnswer(models = "vespa_batch_norm", answer = "accuracy 0.9689 on the 10,000 test digits")
    void vespaBatchNormalisation() throws IOException {
        SavedModel model = SavedModel.load(Shared.path("data/models/vespa_batch_norm"), "serve");
        Graph graph = model.metaGraph().graph();
        String logits = "dnn/batch_normalization_3/batchnorm/add_1:0";
        Shared.assumeOps(graph, List.of(logits), List.of());
        try (var session = Session.open(graph)) {
            restore(session, model);
            assertThat(accuracy(session, "X:0", logits, Map.of("training:0", Tensor.scalar(false))))
                    .isEqualTo(0.9689);
        }
    }

    @Test
    @KnownAnswer(models = "wine", answer = "nine scores of one wine, to 1%")
    void wine() throws IOException {
        Graph graph = GraphDefs.read(Shared.path("data/models/wine/optimized_wine_quality.pb"));
        Shared.assumeOps(graph, List.of("dense_3/Sigmoid:0"), List.of());
        Tensor wine = Tensor.of(Shape.of(1, 11), 11f, 2.2f, 4.4f, 1.2f, .9f, 1.2f, 3.9f, 1.2f, 4.5f, 6.4f, 4.0f);
        try (var session = Session.open(graph)) {
            Tensor out = session.run(graph.output("dense_3/Sigmoid:0"), Map.of(graph.output("dense_1_input:0"), wine));
            Tensor known = Tensor.of(
                    Shape.of(1, 9),
                    4.2e-8f,
                    2.45e-9f,
                    3.84e-7f,
                    5.95e-6f,
                    5.25e-3f,
                    1.27e-2f,
                    .74464f,
                    .88706f,
                    .47509f);
            assertThat(out.isClose(known, 0.01, 0)).as(out.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"saved_model_half_plus_two_cpu/00000123, 2", "saved_model_half_plus_three/00000123, 3"})
    @KnownAnswer(
            models = "saved_model_half_plus_two_cpu, saved_model_half_plus_three",
            answer = "y = x/2 + 2, y = x/2 + 3")
    void halfPlus(String name, float added) throws IOException {
        SavedModel model = SavedModel.load(Shared.path("data/models/" + name), "serve");
        Graph graph = model.metaGraph().graph();
        var signature = model.metaGraph().signature("serving_default");
        String x = name(signature.inputs());
        String y = name(signature.outputs());
        Shared.assumeOps(graph, List.of(y), List.of(x));
        try (var session = Session.open(graph)) {
            restore(session, model);
            Tensor in = Tensor.of(Shape.of(3, 1), 0f, 1f, 5f);
            Tensor out = session.run(graph.output(y), Map.of(graph.output(x), in));
            assertThat(out.toFloatArray()).containsExactly(added, added + 0.5f, added + 2.5f);
        }
    }

    private static String name(Map<String, TensorInfo> only) {
        return ((TensorInfo.Dense) only.values().iterator().next()).name();
    }

    @Test
    @KnownAnswer(models = "regression_graph", answer = "w -> 0.1, b -> 0.3 in 200 steps")
    void regressionTrains() throws IOException {
        Graph graph = GraphDefs.read(Shared.path("data/models/regression_graph/model.pb"));
        Shared.assumeOps(graph, List.of("init", "train", "w:0", "b:0"), List.of());
        var random = new Random(1);
        float[] x = new float[100];
        float[] y = new float[100];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextFloat();
            y[i] = 0.1f * x[i] + 0.3f;
        }
        Map<Output, Tensor> feeds =
                Map.of(graph.output("x:0"), Tensor.vector(x), graph.output("y:0"), Tensor.vector(y));
        try (var session = Session.open(graph)) {
            session.run(graph.node("init"));
            for (int i = 0; i < 200; i++) {
                session.run(List.of(), feeds, List.of(graph.node("train")));
            }
            List<Tensor> end = session.run(List.of(graph.output("w:0"), graph.output("b:0")), Map.of(), List.of());
            assertThat(end.get(0).toFloatArray()[0]).isCloseTo(0.1f, within(1e-3f));
            assertThat(end.get(1).toFloatArray()[0]).isCloseTo(0.3f, within(1e-3f));
        }
    }

    /** The initial values are random; from few of them the loss stays above 0.3. */
    @Test
    @KnownAnswer(models = "metagraph/xor.meta", answer = "loss below 0.3 after 10,000 steps from one of five starts")
    void xorTrains() throws IOException {
        MetaGraph meta = MetaGraph.read(Shared.path("data/models/metagraph/xor.meta"));
        Graph graph = meta.graph();
        Shared.assumeOps(graph, List.of("init", "train_op", "loss:0"), List.of());
        Tensor x = Tensor.of(Shape.of(4, 2), 1f, 0f, 1f, 1f, 0f, 0f, 0f, 1f);
        Tensor y = Tensor.vector(1, 0, 0, 1);
        Map<Output, Tensor> feeds = Map.of(graph.output("Placeholder:0"), x, graph.output("Placeholder_1:0"), y);
        try (var session = Session.open(graph)) {
            float least = Float.MAX_VALUE;
            for (int attempt = 0; attempt < 5 && least > 0.3f; attempt++) {
                session.run(graph.node("init"));
                for (int i = 0; i < 10_000; i++) {
                    session.run(List.of(), feeds, List.of(graph.node("train_op")));
                }
                least = session.run(graph.output("loss:0"), feeds).scalarFloat();
            }
            assertThat(least).isLessThan(0.3f);
        }
    }

    /** The part of the ten thousand test digits that the model says right. */
    private static double accuracy(Session session, String x, String y, Map<String, Tensor> more) throws IOException {
        Path folder = Shared.path("data/datasets/mnist");
        Tensor images = Idx.read(folder.resolve("t10k-images-idx3-ubyte.gz"));
        Tensor labels = Idx.read(folder.resolve("t10k-labels-idx1-ubyte.gz"));
        Graph graph = session.graph();
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        feeds.put(graph.output(x), pixels(images));
        more.forEach((name, value) -> feeds.put(graph.output(name), value));
        Tensor logits = session.run(graph.output(y), feeds);
        Elements scores = Elements.of(logits);
        Elements truth = Elements.of(labels);
        int right = 0;
        for (int i = 0; i < truth.size(); i++) {
            int best = 0;
            for (int k = 1; k < 10; k++) {
                best = scores.real(10 * i + k) > scores.real(10 * i + best) ? k : best;
            }
            right += best == truth.integer(i) ? 1 : 0;
        }
        return right / (double) truth.size();
    }

    private static Tensor pixels(Tensor images) {
        Elements bytes = Elements.of(images);
        int n = (int) images.shape().dim(0);
        Elements out = Elements.allocate(DType.FLOAT32, Shape.of(n, 784));
        for (int i = 0; i < out.size(); i++) {
            out.set(i, bytes.integer(i) / 255f);
        }
        return out.tensor();
    }

    /** Gives the variables of a TensorFlow 1 model their saved values, through their own assignments. */
    private static void restore(Session session, SavedModel model) throws IOException {
        CheckpointReader saved = model.variables();
        Graph graph = session.graph();
        List<Node> assign = new ArrayList<>();
        for (String name : saved.names()) {
            Node variable = graph.find(name);
            if (variable == null) {
                continue;
            }
            Output value = graph.ops().constant(saved.read(name));
            boolean resource = variable.type().equals("VarHandleOp");
            assign.add(graph.ops()
                    .op(resource ? "AssignVariableOp" : "Assign")
                    .input(variable.output(0))
                    .input(value)
                    .add());
        }
        session.run(assign.toArray(Node[]::new));
    }
}
