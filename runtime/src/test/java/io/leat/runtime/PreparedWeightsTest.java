package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Weights are prepared for many runs, and again when the variable has changed. */
class PreparedWeightsTest {
    private static final int ROWS = 30;
    private static final int INNER = 20;
    private static final int COLUMNS = 8;

    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();
    private final Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(ROWS, INNER));
    private final Output w = tf.op("VarHandleOp")
            .attr("dtype", DType.FLOAT32)
            .attr("shape", Shape.of(INNER, COLUMNS))
            .add()
            .output(0);
    private final Output y = tf.call("Relu", tf.call("MatMul", x, read()));

    private Output read() {
        return tf.op("ReadVariableOp")
                .input(w)
                .attr("dtype", DType.FLOAT32)
                .add()
                .output(0);
    }

    private static Tensor filled(float value, int... dims) {
        long[] shape = Arrays.stream(dims).asLongStream().toArray();
        float[] data = new float[Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
        Arrays.fill(data, value);
        return Tensor.of(Shape.of(shape), data);
    }

    private void check(Session session, float expected) {
        float[] result = session.run(y, Map.of(x, filled(1, ROWS, INNER))).toFloatArray();
        assertThat(result).hasSize(ROWS * COLUMNS);
        for (float v : result) {
            assertThat(v).isEqualTo(expected);
        }
    }

    @Test
    void followTheVariable() {
        Output delta = tf.placeholder("delta", DType.FLOAT32, Shape.of(INNER, COLUMNS));
        Node add = tf.op("AssignAddVariableOp").input(w).input(delta).add();
        Node set = tf.op("AssignVariableOp").input(w).input(delta).add();
        try (var session = Session.open(graph)) {
            session.runner().feed(delta, filled(2, INNER, COLUMNS)).target(set).run();
            check(session, 2 * INNER);
            check(session, 2 * INNER);
            for (int i = 0; i < 3; i++) { // in place, as far as the session can tell
                session.runner()
                        .feed(delta, filled(1, INNER, COLUMNS))
                        .target(add)
                        .run();
            }
            check(session, 5 * INNER);
            session.runner().feed(delta, filled(-1, INNER, COLUMNS)).target(set).run();
            check(session, 0);
            session.runner()
                    .feed(delta, filled(1.5f, INNER, COLUMNS))
                    .target(add)
                    .run();
            check(session, 0.5f * INNER);
        }
    }
}
