package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Collections;
import io.leat.graph.Gradient;
import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.ops.state.Init;
import io.leat.ops.state.Variables;
import io.leat.tensor.DType;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Resource and reference variables through a session. */
class VariablesTest {
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    private Output ref(String name, DType dtype, Shape shape) {
        return tf.withName(name)
                .op("VariableV2")
                .attr("dtype", dtype)
                .attr("shape", shape)
                .add()
                .output(0);
    }

    private static void run(Session session, Node... nodes) {
        session.run(List.of(), Map.of(), List.of(nodes));
    }

    @Test
    void aVariableHasTheNodesAndNamesOfTensorFlow() {
        Variable w = Variables.of(tf, "w", Init.zeros(2, 3));
        assertThat(graph.nodes())
                .extracting(Node::name)
                .containsExactly(
                        "w/Initializer/zeros",
                        "w",
                        "w/IsInitialized/VarIsInitializedOp",
                        "w/Assign",
                        "w/Read/ReadVariableOp");
        assertThat(graph.collections().get(Collections.TRAINABLE_VARIABLES, Variable.class))
                .containsExactly(w);
        Variable big = Variables.of(tf, "w", Init.ones(1000), DType.FLOAT64, false);
        assertThat(big.name()).isEqualTo("w_1");
        assertThat(graph.find("w_1/Initializer/ones/shape_as_tensor")).isNotNull();
        assertThat(graph.collections().get(Collections.TRAINABLE_VARIABLES, Variable.class))
                .containsExactly(w);
        try (var session = Session.open(graph)) {
            assertThat(session.run(tf.call("VarIsInitializedOp", w.handle())).scalarBoolean())
                    .isFalse();
            session.run(graph.initializer());
            assertThat(session.run(w.value()).toFloatArray()).containsOnly(0f).hasSize(6);
            assertThat(session.run(big.value()).toDoubleArray()).containsOnly(1).hasSize(1000);
            assertThat(session.run(tf.call("VarIsInitializedOp", w.handle())).scalarBoolean())
                    .isTrue();
            assertThat(session.run(tf.call("VariableShape", w.handle())).toIntArray())
                    .containsExactly(2, 3);
        }
    }

    @Test
    void resourceVariablesAreUpdatedWholeAndByRows() {
        Variable w = Variables.of(tf, "w", Init.of(Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f)));
        Node add = Variables.assignAdd(tf, w, tf.constant(Tensor.full(DType.FLOAT32, Shape.of(3, 2), 1)));
        Node scatter = tf.op("ResourceScatterSub")
                .input(w.handle())
                .input(tf.constant(2, 0, 2))
                .input(tf.constant(Tensor.of(Shape.of(3, 2), 1f, 1f, 2f, 2f, 3f, 3f)))
                .add();
        Node bad = tf.op("ResourceScatterUpdate")
                .input(w.handle())
                .input(tf.constant(1, 3))
                .input(tf.constant(0f))
                .add();
        Output rows = tf.op("ResourceGather")
                .input(w.handle())
                .input(tf.constant(2, 1))
                .attr("dtype", DType.FLOAT32)
                .add()
                .output(0);
        assertThat(rows.shape()).isEqualTo(Shape.of(2, 2));
        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            run(session, add);
            run(session, scatter);
            assertThat(session.run(w.value()).toFloatArray()).containsExactly(0f, 1f, 4f, 5f, 2f, 3f);
            assertThat(session.run(rows).toFloatArray()).containsExactly(2f, 3f, 4f, 5f);
            assertThatThrownBy(() -> run(session, bad))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("indices[1] = 3 is not in [0, 3)");
            assertThat(session.run(w.value()).toFloatArray())
                    .as("nothing is written when an index is wrong")
                    .containsExactly(0f, 1f, 4f, 5f, 2f, 3f);
        }
    }

    @Test
    void scalarsCount() {
        Variable step = Variables.of(tf, "step", Init.zeros(), DType.INT64, false);
        Node next = Variables.assignAdd(tf, step, tf.constant(Tensor.scalar(3L)));
        Output counted = tf.op("ResourceCountUpTo")
                .input(step.handle())
                .attr("limit", 5)
                .attr("T", DType.INT64)
                .add()
                .output(0);
        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            run(session, next);
            assertThat(session.run(counted).scalarLong()).isEqualTo(3);
            assertThat(session.run(counted).scalarLong()).isEqualTo(4);
            assertThatThrownBy(() -> session.run(counted))
                    .isInstanceOf(OutOfRangeException.class)
                    .hasMessageContaining("Reached limit of 5");
        }
    }

    @Test
    void referenceVariablesPassTheirValueOn() {
        Output v = ref("v", DType.FLOAT32, Shape.of(2));
        Output assigned = tf.withName("v/Assign").call("Assign", v, tf.constant(1f, 2f));
        Output added = tf.call("AssignAdd", v, tf.constant(10f, 20f));
        Output read = tf.withName("v/read").call("Identity", v);
        Output scattered = tf.call("ScatterMul", v, tf.constant(1), tf.constant(2f));
        assertThat(added.shape()).isEqualTo(Shape.of(2));
        try (var session = Session.open(graph)) {
            assertThatThrownBy(() -> session.run(read))
                    .isInstanceOf(FailedPreconditionException.class)
                    .hasMessageContaining("Attempting to use uninitialized value v");
            assertThat(session.run(tf.call("IsVariableInitialized", v)).scalarBoolean())
                    .isFalse();
            assertThat(session.run(assigned).toFloatArray()).containsExactly(1f, 2f);
            assertThat(session.run(added).toFloatArray()).containsExactly(11f, 22f);
            assertThat(session.run(scattered).toFloatArray()).containsExactly(11f, 44f);
            assertThat(session.run(read).toFloatArray()).containsExactly(11f, 44f);
        }
    }

    @Test
    void assignsOfWrongShapesAreRefused() {
        Output v = ref("v", DType.FLOAT32, Shape.of(2, 3));
        assertThatThrownBy(() -> tf.call("Assign", v, tf.constant(Tensor.zeros(DType.FLOAT32, Shape.of(3, 3)))))
                .isInstanceOf(InvalidArgumentException.class);
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.UNKNOWN);
        Variable w = Variables.of(tf, "w", Init.zeros(2));
        Node assign = Variables.assign(tf, w, x);
        try (var session = Session.open(graph)) {
            assertThatThrownBy(() -> session.run(List.of(), Map.of(x, Tensor.vector(1f, 2f, 3f)), List.of(assign)))
                    .isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void theGradientOfGatheredRowsStaysSparse() {
        Variable w = Variables.of(tf, "w", Init.of(Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f)));
        Output rows = tf.op("ResourceGather")
                .input(w.handle())
                .input(tf.constant(2, 0, 2))
                .attr("dtype", DType.FLOAT32)
                .add()
                .output(0);
        Output weights = tf.constant(Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f));
        Output loss = tf.call("Sum", rows.times(weights), tf.constant(0, 1));
        Gradient gradient = Objects.requireNonNull(
                Gradients.in(tf).of(List.of(loss), List.of(w)).getFirst());
        assertThat(gradient).isInstanceOf(Gradient.IndexedSlices.class);
        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            Gradient.IndexedSlices slices = (Gradient.IndexedSlices) gradient;
            assertThat(session.run(slices.values()).toFloatArray()).containsExactly(1f, 2f, 3f, 4f, 5f, 6f);
            assertThat(session.run(slices.indices()).toIntArray()).containsExactly(2, 0, 2);
            assertThat(session.run(slices.denseShape()).toIntArray()).containsExactly(3, 2);
        }
    }
}
