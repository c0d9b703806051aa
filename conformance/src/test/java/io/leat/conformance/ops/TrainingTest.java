package io.leat.conformance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.conformance.RealTensorFlow;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.runtime.Session;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.train.Adagrad;
import io.leat.train.Adam;
import io.leat.train.GradientDescent;
import io.leat.train.ModelExport;
import io.leat.train.Momentum;
import io.leat.train.Optimizer;
import io.leat.train.RMSProp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.types.TInt32;

/** Graphs that train, built by Leat, learn the same in TensorFlow; and a trained model answers the same there. */
final class TrainingTest {
    private static final int STEPS = 6;

    @TempDir
    Path folder;

    private final Graph graph = Graph.create().seed(3);
    private final Tf tf = Tf.of(graph);
    private final Output ids = tf.placeholderWithDefault(tf.constant(4, 1, 4, 0), Shape.of(Shape.ANY));
    private final Variable table = tf.variable("table", Init.of(values(Shape.of(6, 3))));
    private final Variable w = tf.variable("w", Init.of(values(Shape.of(3, 2))));
    private final Output answer =
            tf.math().tanh(tf.gather(table, ids).matmul(w)).plus(tf.variable("b", Init.zeros(2)));

    @BeforeAll
    static void needsTensorFlow() {
        RealTensorFlow.assumeAvailable();
    }

    private static Tensor values(Shape shape) {
        float[] v = new float[(int) shape.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = ((i * 7 + 3) % 11 - 5) / 4f;
        }
        return Tensor.of(shape, v);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                        GradientDescent.rate(0.2),
                        Momentum.rate(0.1).momentum(0.7),
                        Momentum.rate(0.1).momentum(0.7).nesterov(),
                        Adam.rate(0.05),
                        Adagrad.rate(0.3),
                        RMSProp.rate(0.02).momentum(0.4),
                        RMSProp.rate(0.02).decay(0.8).centered())
                .map(o -> Arguments.of(o.toString(), o));
    }

    /** With a gradient for some rows of an embedding, one of which is used twice, and gradients of whole variables. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void learnsTheSame(String name, Optimizer optimizer) {
        Output loss = tf.math().reduceMean(answer.minus(tf.constant(0.5f)).square());
        Node step = optimizer.minimize(loss);
        Node init = graph.initializer();
        List<Output> fetches = List.of(loss, table.output(), w.output());
        List<List<Tensor>> theirs = new ArrayList<>();
        try (var session = new TensorFlowSession(TensorFlowRun.definition(graph))) {
            session.run(List.of(), List.of(init));
            for (int i = 0; i < STEPS; i++) {
                session.run(List.of(), List.of(step));
                theirs.add(session.run(fetches, List.of()));
            }
        }
        try (Session session = Session.open(graph)) {
            session.run(init);
            for (int i = 0; i < STEPS; i++) {
                session.run(step);
                List<Tensor> ours = session.run(fetches, Map.of(), List.of());
                for (int k = 0; k < ours.size(); k++) {
                    assertThat(ours.get(k).isClose(theirs.get(i).get(k), 1e-5, 1e-6))
                            .as(
                                    "%s, step %d: %s, TensorFlow %s",
                                    name, i, ours.get(k), theirs.get(i).get(k))
                            .isTrue();
                }
            }
            assertThat(session.run(table).isClose(values(Shape.of(6, 3)), 1e-3, 1e-3))
                    .isFalse();
        }
    }

    @Test
    void modelsAnswerTheSame() throws IOException {
        Path model = folder.resolve("model");
        Tensor ours;
        int[] asked = {5, 5, 2};
        try (Session session = Session.open(graph)) {
            Node step = Adam.rate(0.1).minimize(tf.math().reduceMean(answer));
            session.run(graph.initializer());
            session.run(step);
            ModelExport.write(session, model, Map.of("ids", ids), Map.of("answer", answer));
            ours = session.run(answer, Map.of(ids, Tensor.vector(asked)));
        }
        try (var bundle = SavedModelBundle.load(model.toString(), "serve");
                var result = bundle.function("serving_default").call(Map.of("ids", TInt32.vectorOf(asked)))) {
            float[] theirs = new float[6];
            result.get("answer").orElseThrow().asRawTensor().data().asFloats().read(theirs);
            assertThat(Tensor.of(Shape.of(3, 2), theirs).isClose(ours, 1e-6, 1e-6))
                    .as("%s", ours)
                    .isTrue();
        }
    }
}
