package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int THREADS = 4;
    private static final int RUNS = 200;

    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    private static void inParallel(Callable<?> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                all.add(pool.submit(work));
            }
            for (Future<?> f : all) {
                f.get();
            }
        }
    }

    @Test
    void runsOfOneSessionDoNotDisturbEachOther() throws Exception {
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY));
        Output y = x.times(x).plus(x).times(2).minus(x);
        try (var session = Session.open(graph)) {
            Prepared<Tensor> prepared = session.prepare(Feeds.of(x), Fetches.of(y));
            inParallel(() -> {
                for (int i = 0; i < RUNS; i++) {
                    float v = i;
                    float[] out = prepared.call(Tensor.vector(v, v + 1)).toFloatArray();
                    assertThat(out).containsExactly(2 * v * v + v, 2 * (v + 1) * (v + 1) + v + 1);
                }
                return null;
            });
        }
    }

    @Test
    void updatesOfOneVariableAreAllCounted() throws Exception {
        Output handle = tf.withName("n")
                .op("VarHandleOp")
                .attr("dtype", DType.FLOAT32)
                .attr("shape", Shape.of(3))
                .add()
                .output(0);
        Node init = tf.op("AssignVariableOp")
                .input(handle)
                .input(tf.constant(0f, 0f, 0f))
                .add();
        Node step = tf.op("ResourceApplyGradientDescent")
                .input(handle)
                .input(tf.constant(-1f))
                .input(tf.constant(1f, 1f, 1f))
                .add();
        Output read = tf.op("ReadVariableOp")
                .input(handle)
                .attr("dtype", DType.FLOAT32)
                .add()
                .output(0);
        try (var session = Session.open(graph)) {
            session.run(init);
            inParallel(() -> {
                for (int i = 0; i < RUNS; i++) {
                    session.run(step);
                    float[] seen = session.run(read).toFloatArray();
                    assertThat(seen[0])
                            .as("a snapshot is never torn")
                            .isEqualTo(seen[1])
                            .isEqualTo(seen[2]);
                }
                return null;
            });
            float all = THREADS * RUNS;
            assertThat(session.run(read).toFloatArray()).containsExactly(all, all, all);
        }
    }

    @Test
    void anErrorLeavesTheSessionUsable() {
        Output x = tf.placeholder("x", DType.INT32, Shape.of(Shape.ANY));
        Output y = tf.withName("quotient").call("FloorDiv", tf.constant(12), x);
        try (var session = Session.open(graph)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> session.run(y, Map.of(x, Tensor.vector(2, 0))))
                        .isInstanceOf(InvalidArgumentException.class)
                        .hasMessageContaining("Integer division by zero")
                        .hasMessageContaining("quotient");
                assertThat(session.run(y, Map.of(x, Tensor.vector(2, 5))).toIntArray())
                        .containsExactly(6, 2);
            }
        }
    }

    @Test
    void theGraphMayGrowAfterARun() {
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.SCALAR);
        Output y = x.plus(1);
        try (var session = Session.open(graph)) {
            assertThat(session.run(y, Map.of(x, Tensor.scalar(1f))).scalarFloat())
                    .isEqualTo(2f);
            Output z = y.times(3);
            assertThat(session.run(z, Map.of(x, Tensor.scalar(1f))).scalarFloat())
                    .isEqualTo(6f);
        }
    }
}
