package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Attr;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ops of control flow that the graphs made by TensorFlow do not hold: those of references, stacks and optional values. */
class FlowOpsTest {
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    private Output stack(int max) {
        return tf.op("StackV2")
                .input(tf.constant(max))
                .attr("elem_type", DType.FLOAT32)
                .attr("stack_name", "s")
                .add()
                .output(0);
    }

    private static Node push(Ops after, Output stack, Output value) {
        return after.op("StackPushV2").input(stack).input(value).add();
    }

    private static Node pop(Ops after, Output stack) {
        return after.op("StackPopV2")
                .input(stack)
                .attr("elem_type", DType.FLOAT32)
                .add();
    }

    @Test
    void stacksGiveTheLastFirst() {
        Output s = stack(2);
        Node first = push(tf, s, tf.constant(1f));
        Node second = push(tf.withControlDependencies(List.of(first)), s, tf.constant(2f, 3f));
        Node popped = pop(tf.withControlDependencies(List.of(second)), s);
        Node again = pop(tf.withControlDependencies(List.of(popped)), s);
        Node empty = pop(tf.withControlDependencies(List.of(again)), s);
        Node third = push(tf.withControlDependencies(List.of(second)), s, tf.constant(4f));
        Node close = tf.withControlDependencies(List.of(popped))
                .op("StackCloseV2")
                .input(s)
                .add();
        Node late = pop(tf.withControlDependencies(List.of(close)), s);
        try (Session session = Session.open(graph)) {
            List<Tensor> values = session.run(List.of(popped.output(0), again.output(0)), Map.of(), List.of());
            assertThat(values.get(0).toFloatArray()).containsExactly(2f, 3f);
            assertThat(values.get(1).scalarFloat()).isEqualTo(1f);
            assertThatThrownBy(() -> session.run(empty.output(0)))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("Stack[s] is empty when calling Pop().");
            assertThatThrownBy(() -> session.run(third))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("Stack[s] overflowed its max_size (2)");
            assertThatThrownBy(() -> session.run(late.output(0)))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("has already been closed");
        }
    }

    @Test
    void optionalsHoldValuesOrNothing() {
        Output none = tf.op("OptionalNone").add().output(0);
        Output some = tf.op("OptionalFromValue")
                .inputs(List.of(tf.constant(7), tf.constant(1f, 2f)))
                .add()
                .output(0);
        Node get = value(some);
        Node wrong = value(none);
        try (Session session = Session.open(graph)) {
            assertThat(session.run(tf.call("OptionalHasValue", none)).scalarBoolean())
                    .isFalse();
            assertThat(session.run(tf.call("OptionalHasValue", some)).scalarBoolean())
                    .isTrue();
            assertThat(session.run(get.output(0)).scalarInt()).isEqualTo(7);
            assertThat(session.run(get.output(1)).toFloatArray()).containsExactly(1f, 2f);
            assertThatThrownBy(() -> session.run(wrong.output(0))).isInstanceOf(InvalidArgumentException.class);
        }
    }

    private Node value(Output optional) {
        return tf.op("OptionalGetValue")
                .input(optional)
                .attr("output_types", Attr.of(new DType[] {DType.INT32, DType.FLOAT32}))
                .attr("output_shapes", Attr.of(new Shape[] {Shape.SCALAR, Shape.of(2)}))
                .add();
    }

    @Test
    void referencesAreSwitchedAndMerged() {
        Output variable = tf.withName("v")
                .op("VariableV2")
                .attr("dtype", DType.FLOAT32)
                .attr("shape", Shape.of(2))
                .add()
                .output(0);
        Node assign = tf.op("Assign").input(variable).input(tf.constant(3f, 4f)).add();
        Output condition = tf.placeholder("condition", DType.BOOL, Shape.SCALAR);
        Node branch = tf.op("RefSwitch").input(variable).input(condition).add();
        Output negative = tf.call("Neg", branch.output(0));
        Output doubled = tf.call("Mul", branch.output(1), tf.constant(2f));
        Node merged = tf.op("Merge").inputs(List.of(negative, doubled)).add();
        Node references = tf.op("RefMerge")
                .inputs(List.of(branch.output(0), branch.output(1)))
                .add();
        Output read = tf.call("Identity", references.output(0));
        try (Session session = Session.open(graph)) {
            session.run(assign);
            for (boolean which : new boolean[] {false, true}) {
                Map<Output, Tensor> feeds = Map.of(condition, Tensor.scalar(which));
                assertThat(session.run(merged.output(0), feeds).toFloatArray())
                        .containsExactly(which ? new float[] {6, 8} : new float[] {-3, -4});
                assertThat(session.run(merged.output(1), feeds).scalarInt()).isEqualTo(which ? 1 : 0);
                assertThat(session.run(read, feeds).toFloatArray()).containsExactly(3f, 4f);
                assertThatThrownBy(() -> session.run(which ? negative : doubled, feeds))
                        .isInstanceOf(InvalidArgumentException.class)
                        .hasMessageContaining("does not have value");
            }
        }
    }

    @Test
    void aParameterOfTheOtherBranchIsZero() {
        Output fake = tf.op("FakeParam")
                .attr("dtype", DType.FLOAT32)
                .attr("shape", Shape.of(3))
                .add()
                .output(0);
        try (Session session = Session.open(graph)) {
            assertThat(session.run(fake).toFloatArray()).containsExactly(0f, 0f, 0f);
        }
    }
}
