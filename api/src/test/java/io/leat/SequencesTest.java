package io.leat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.ops.Tf;
import io.leat.ops.control.RnnCell;
import io.leat.ops.control.Sequences.RnnResult;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private final Graph graph = Graph.create();
    private final Tf tf = Tf.of(graph);
    private final Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY));

    private float[] run(Output y, float... values) {
        try (Session session = Session.open(graph)) {
            return session.run(y, Map.of(x, Tensor.vector(values))).toFloatArray();
        }
    }

    private Output gradient(Output y) {
        return Objects.requireNonNull(
                Gradients.in(graph.ops()).dense(List.of(y), List.of(x)).getFirst());
    }

    @Test
    void mapsElements() {
        Output y = tf.mapFn(x, (t, e) -> e.times(e));
        Output first = gradient(y);
        assertThat(run(y, 1, 2, 3)).containsExactly(1, 4, 9);
        assertThat(run(first, 1, 2, 3)).containsExactly(2, 4, 6);
        assertThat(run(gradient(first), 1, 2, 3)).containsExactly(2, 2, 2);
        Output whole = tf.mapFn(
                x,
                DType.INT32,
                (t, e) -> t.op("Cast").input(e).attr("DstT", DType.INT32).add().output(0));
        try (Session session = Session.open(graph)) {
            assertThat(session.run(whole, Map.of(x, Tensor.vector(1.5f, -2.5f))).toIntArray())
                    .containsExactly(1, -2);
        }
    }

    @Test
    void scansAndFolds() {
        Output sums = tf.scan(x, tf.constant(10f), (t, before, e) -> before.plus(e));
        Output product = tf.foldl(x, tf.constant(1f), (t, before, e) -> before.times(e));
        assertThat(run(sums, 1, 2, 3)).containsExactly(11, 13, 16);
        assertThat(run(gradient(sums), 1, 2, 3)).containsExactly(3, 2, 1);
        assertThat(run(product, 2, 3, 4)).containsExactly(24);
        assertThat(run(gradient(product), 2, 3, 4)).containsExactly(12, 8, 6);
        assertThat(run(product)).containsExactly(1);
    }

    /** A cell that adds its input to half of its state, by hand; behind a sequence's end nothing changes. */
    @Test
    void runsCellsOverSequences() {
        Output inputs = tf.reshape(x, tf.constant(2, 3, 1));
        RnnCell half = (t, e, s) -> RnnCell.Step.of(e.plus(s.getFirst().times(0.5)));
        Output zeros = tf.constant(Tensor.zeros(DType.FLOAT32, Shape.of(2, 1)));
        RnnResult all = tf.nn().dynamicRnn(inputs, List.of(zeros), half);
        RnnResult some = tf.nn().dynamicRnn(inputs, List.of(zeros), tf.constant(1, 3), half);
        float[] values = {1, 2, 3, 10, 20, 30};
        assertThat(all.outputs().shape()).isEqualTo(Shape.of(2, 3, 1));
        assertThat(run(all.outputs(), values)).containsExactly(1, 2.5f, 4.25f, 10, 25, 42.5f);
        assertThat(run(all.state().getFirst(), values)).containsExactly(4.25f, 42.5f);
        assertThat(run(some.outputs(), values)).containsExactly(1, 0, 0, 10, 25, 42.5f);
        assertThat(run(some.state().getFirst(), values)).containsExactly(1, 42.5f);
        assertThat(run(gradient(tf.math().reduceSum(all.outputs())), values))
                .containsExactly(new float[] {1.75f, 1.5f, 1, 1.75f, 1.5f, 1}, within(1e-6f));
        assertThat(run(gradient(tf.math().reduceSum(some.outputs())), values))
                .containsExactly(new float[] {1, 0, 0, 1.75f, 1.5f, 1}, within(1e-6f));
    }
}
