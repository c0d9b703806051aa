package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.ops.Tf;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the conformance tests cannot compare: sequences that end early, where TensorFlow leaves garbage, and gradients. */
class BlockLstmTest {
    private static final int TIME = 4;
    private static final int BATCH = 2;
    private static final int INPUTS = 3;
    private static final int CELLS = 2;

    private final Graph graph = Graph.create();
    private final Tf tf = Tf.of(graph);
    private final Output steps = tf.placeholder("steps", DType.INT64, Shape.SCALAR);
    private final Map<Output, Tensor> feeds = new LinkedHashMap<>();

    private Node layer(String op, boolean peephole) {
        var node = graph.ops().op(op).input(steps);
        Shape[] shapes = {
            Shape.of(TIME, BATCH, INPUTS),
            Shape.of(BATCH, CELLS),
            Shape.of(BATCH, CELLS),
            Shape.of(INPUTS + CELLS, 4 * CELLS),
            Shape.of(CELLS),
            Shape.of(CELLS),
            Shape.of(CELLS),
            Shape.of(4 * CELLS)
        };
        var random = new Random(5);
        for (Shape s : shapes) {
            float[] values = new float[(int) s.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() - 0.5f;
            }
            Output in = tf.placeholder("in" + feeds.size(), DType.FLOAT32, s);
            feeds.put(in, Tensor.of(s, values));
            node.input(in);
        }
        return node.attr("use_peephole", peephole).attr("cell_clip", 0f).add();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BlockLSTM", "BlockLSTMV2"})
    void endsEarly(String op) {
        Node layer = layer(op, true);
        try (Session session = Session.open(graph)) {
            for (int n = 0; n <= TIME; n++) {
                for (Output o : layer.outputs()) {
                    float[] whole = run(session, o, TIME);
                    float[] part = run(session, o, n);
                    Arrays.fill(whole, n * BATCH * CELLS, whole.length, 0);
                    assertThat(part).as("%s, %d steps", o, n).containsExactly(whole, within(1e-6f));
                }
            }
            assertThatThrownBy(() -> run(session, layer.output(0), TIME + 1))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("seq_len_max must be from 0 to 4");
            assertThatThrownBy(() -> run(session, layer.output(0), -1)).isInstanceOf(InvalidArgumentException.class);
        }
    }

    private float[] run(Session session, Output o, long n) {
        Map<Output, Tensor> all = new LinkedHashMap<>(feeds);
        all.put(steps, Tensor.scalar(n));
        return session.run(o, all).toFloatArray();
    }

    /** Against differences of the loss, whose inputs are shifted by so much that float32 still tells. */
    @ParameterizedTest
    @ValueSource(strings = {"BlockLSTM", "BlockLSTMV2"})
    void differentiates(String op) {
        Node layer = layer(op, true);
        Output loss = tf.math()
                .reduceSum(layer.output(6).square())
                .plus(tf.math().reduceSum(layer.output(1).times(0.5)));
        List<Output> inputs = new ArrayList<>(feeds.keySet());
        List<@Nullable Output> gradients = Gradients.in(graph.ops()).dense(List.of(loss), inputs);
        try (Session session = Session.open(graph)) {
            for (int i = 0; i < inputs.size(); i++) {
                Output in = inputs.get(i);
                Output g = Objects.requireNonNull(gradients.get(i));
                float[] analytic = run(session, g, 3);
                float[] values = feeds.get(in).toFloatArray();
                for (int k = 0; k < values.length; k++) {
                    float h = 1e-2f;
                    double numeric =
                            (at(session, loss, in, values, k, h) - at(session, loss, in, values, k, -h)) / (2 * h);
                    assertThat((double) analytic[k]).as("%s[%d]", in.name(), k).isCloseTo(numeric, within(2e-3));
                }
            }
        }
    }

    private double at(Session session, Output loss, Output in, float[] values, int k, float shift) {
        float[] shifted = values.clone();
        shifted[k] += shift;
        Tensor before = feeds.put(in, Tensor.of(in.shape(), shifted));
        try {
            return run(session, loss, 3)[0];
        } finally {
            feeds.put(in, before);
        }
    }
}
