package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.CancelledException;
import io.leat.tensor.DType;
import io.leat.tensor.DeadlineExceededException;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    private final Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY));

    private Output variable(String name, float... initial) {
        Output handle = tf.withName(name)
                .op("VarHandleOp")
                .attr("dtype", DType.FLOAT32)
                .attr("shape", Shape.of(initial.length))
                .add()
                .output(0);
        tf.withName(name + "/assign")
                .op("AssignVariableOp")
                .input(handle)
                .input(tf.constant(initial))
                .add();
        return handle;
    }

    private Output read(Output handle) {
        return tf.op("ReadVariableOp")
                .input(handle)
                .attr("dtype", DType.FLOAT32)
                .add()
                .output(0);
    }

    @Test
    void computesWhatIsFetched() {
        Output y = tf.call("AddV2", x, tf.call("Softplus", x));
        try (var session = Session.open(graph)) {
            Tensor t = session.run(y, Map.of(x, Tensor.vector(0f, 1f)));
            assertThat(t.toFloatArray()[0]).isCloseTo(0.6931472f, org.assertj.core.data.Offset.offset(1e-6f));
            assertThat(t.toFloatArray()[1]).isCloseTo(2.3132617f, org.assertj.core.data.Offset.offset(1e-6f));
        }
    }

    @Test
    void endsAtItsDeadlineAndStaysUsable() {
        Output y = tf.call("Softplus", x);
        try (var session = Session.open(graph)) {
            Runner late = session.runner().feed(x, Tensor.vector(0f)).fetch(y).timeout(Duration.ofNanos(1));
            assertThatThrownBy(late::run)
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("Timed out waiting for notification");
            assertThat(session.runner()
                            .feed(x, Tensor.vector(0f))
                            .fetch(y)
                            .timeout(Duration.ofHours(1))
                            .run())
                    .hasSize(1);
            assertThatThrownBy(() -> session.runner().timeout(Duration.ZERO))
                    .isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void feedsAnyTensorAndPrunesItsProducers() {
        Output y = tf.withName("y").call("AddV2", x, x);
        Output z = tf.withName("z").call("AddV2", y, y);
        try (var session = Session.open(graph)) {
            List<Tensor> out = session.runner()
                    .feed("y:0", Tensor.vector(5f))
                    .fetch("z:0")
                    .fetch("y")
                    .run();
            assertThat(out.get(0).toFloatArray()).containsExactly(10f);
            assertThat(out.get(1).toFloatArray()).containsExactly(5f);
            assertThat(z.shape()).isEqualTo(Shape.of(Shape.ANY));
        }
    }

    @Test
    void keepsVariablesBetweenRunsAndNotBetweenSessions() {
        Output w = variable("w", 1f, 2f);
        Output value = read(w);
        Node init = graph.node("w/assign");
        Node step = tf.op("ResourceApplyGradientDescent")
                .input(w)
                .input(tf.constant(0.5f))
                .input(x)
                .add();
        try (var session = Session.open(graph);
                var other = Session.open(graph)) {
            session.run(init);
            Tensor before = session.run(value);
            session.run(List.of(), Map.of(x, Tensor.vector(1f, 2f)), List.of(step));
            session.run(List.of(), Map.of(x, Tensor.vector(1f, 2f)), List.of(step));
            assertThat(session.run(value).toFloatArray()).containsExactly(0f, 0f);
            assertThat(before.toFloatArray())
                    .as("a fetched value never changes")
                    .containsExactly(1f, 2f);
            assertThatThrownBy(() -> other.run(value))
                    .isInstanceOf(FailedPreconditionException.class)
                    .hasMessageContaining("Attempting to use uninitialized value w")
                    .hasMessageContaining("SessionTest.java");
        }
    }

    @Test
    void rejectsWrongFeeds() {
        Output y = tf.call("AddV2", x, x);
        try (var session = Session.open(graph)) {
            assertThatThrownBy(() -> session.run(y, Map.of(x, Tensor.scalar(1f))))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessage("Cannot feed value of shape [] for Tensor x:0, which has shape [?]");
            assertThatThrownBy(() -> session.run(y, Map.of(x, Tensor.vector(1))))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("Type mismatch: actual int32 vs. expect float");
            assertThatThrownBy(() -> session.run(y))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining(
                            "You must feed a value for placeholder tensor 'x' with dtype float and shape [?]");
        }
    }

    @Test
    void preparedCallsMakeOnePlanForEachShape() {
        Output y = tf.call("AddV2", x, x);
        try (var session = Session.open(graph)) {
            Prepared<Tensor> p = session.prepare(Feeds.of(x), Fetches.of(y));
            for (int i = 0; i < 3; i++) {
                assertThat(p.call(Tensor.vector(1f, 2f)).toFloatArray()).containsExactly(2f, 4f);
                assertThat(p.call(Tensor.vector(3f)).toFloatArray()).containsExactly(6f);
            }
            assertThat(session.plans()).isEqualTo(2);
        }
    }

    @Test
    void aClosedSessionSaysSo() {
        var session = Session.open(graph);
        session.close();
        session.close();
        assertThatThrownBy(() -> session.run(x))
                .isInstanceOf(CancelledException.class)
                .hasMessage("Attempted to use a closed Session.");
    }
}
