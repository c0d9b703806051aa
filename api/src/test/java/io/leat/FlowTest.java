package io.leat;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.FunctionMaker;
import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.train.GradientDescent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops, branches and functions of graphs built in Java. */
class FlowTest {
    private final Graph graph = Graph.create();
    private final Tf tf = Tf.of(graph);

    private static Output gradient(Output y, Output x) {
        return requireNonNull(
                Gradients.in(y.graph().ops()).dense(List.of(y), List.of(x)).getFirst());
    }

    private float run(Output y, Output x, float value) {
        try (var session = Session.open(graph)) {
            return session.run(y, Map.of(x, Tensor.scalar(value))).scalarFloat();
        }
    }

    private Output scalar() {
        return tf.placeholder("x", DType.FLOAT32, Shape.SCALAR);
    }

    /** y is x cubed above 1, and 2 x below. */
    @ParameterizedTest
    @CsvSource({"2, 8, 12, 12", "0.5, 1, 2, 0"})
    void branchesHaveGradients(float at, float value, float slope, float curvature) {
        Output x = scalar();
        Output one = tf.constant(1f);
        Output y = tf.cond(
                        graph.ops().call("Greater", x, one),
                        t -> List.of(x.times(x).times(x)),
                        t -> List.of(x.times(2)))
                .getFirst();
        Output dy = gradient(y, x);
        assertThat(run(y, x, at)).isEqualTo(value);
        assertThat(run(dy, x, at)).isEqualTo(slope);
        assertThat(run(gradient(dy, x), x, at)).isEqualTo(curvature);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 7})
    void casesAreChosen(int index) {
        Output x = scalar();
        Output y = tf.switchCase(
                        tf.constant(index),
                        List.of(t -> List.of(x.plus(1)), t -> List.of(x.times(x)), t -> List.of(x.neg())))
                .getFirst();
        float[] values = {4, 9, -3};
        float[] slopes = {1, 6, -1};
        int chosen = index < 0 || index > 2 ? 2 : index;
        assertThat(run(y, x, 3)).isEqualTo(values[chosen]);
        assertThat(run(gradient(y, x), x, 3)).isEqualTo(slopes[chosen]);
    }

    private Output power(Output x, int n) {
        return tf.whileLoop(
                        List.of(tf.constant(0), tf.constant(1f)),
                        (t, v) -> t.call("Less", v.get(0), t.constant(n)),
                        (t, v) -> List.of(v.get(0).plus(1), v.get(1).times(x)))
                .get(1);
    }

    @Test
    void loopsHaveGradientsOfAnyOrder() {
        Output x = scalar();
        Output y = power(x, 5);
        Output first = gradient(y, x);
        Output second = gradient(first, x);
        assertThat(run(y, x, 2)).isEqualTo(32);
        assertThat(run(first, x, 2)).isEqualTo(80);
        assertThat(run(second, x, 2)).isEqualTo(160);
    }

    @Test
    void loopsThatDoNotRunPassGradientsOn() {
        Output x = scalar();
        Output y = tf.whileLoop(
                        List.of(x),
                        (t, v) -> t.call("Less", v.get(0), t.constant(0f)),
                        (t, v) -> List.of(v.get(0).times(v.get(0))))
                .getFirst();
        assertThat(run(y, x, 3)).isEqualTo(3);
        assertThat(run(gradient(y, x), x, 3)).isEqualTo(1);
    }

    @Test
    void loopsAndBranchesNest() {
        Output x = scalar();
        Output y = tf.whileLoop(
                        List.of(tf.constant(0), x), (t, v) -> t.call("Less", v.get(0), t.constant(3)), (t, v) -> {
                            Output even = t.call("Equal", t.call("FloorMod", v.get(0), t.constant(2)), t.constant(0));
                            Output next = Tf.of(t)
                                    .cond(
                                            even,
                                            b -> List.of(Tf.of(b)
                                                    .whileLoop(
                                                            List.of(b.constant(0), v.get(1)),
                                                            (c, w) -> c.call("LessEqual", w.get(0), v.get(0)),
                                                            (c, w) -> List.of(
                                                                    w.get(0).plus(1),
                                                                    w.get(1).times(x)))
                                                    .get(1)),
                                            b -> List.of(v.get(1).times(v.get(1))))
                                    .getFirst();
                            return List.of(v.get(0).plus(1), next);
                        })
                .get(1);
        // x, then x^2, squared, then times x three times
        assertThat(run(y, x, 2)).isEqualTo(128);
        assertThat(run(gradient(y, x), x, 2)).isEqualTo(7 * 64);
    }

    @Test
    void variablesOfLoopsMayGrow() {
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(1));
        Output y = tf.whileLoop(
                        List.of(x),
                        (t, v) -> t.call("Less", t.call("Size", v.getFirst()), t.constant(5)),
                        (t, v) -> List.of(t.op("ConcatV2")
                                .inputs(List.of(v.getFirst(), x.times(2)))
                                .input(t.constant(0))
                                .add()
                                .output(0)))
                .getFirst();
        assertThat(y.shape()).isEqualTo(Shape.of(Shape.ANY));
        try (var session = Session.open(graph)) {
            Map<Output, Tensor> feeds = Map.of(x, Tensor.vector(3f));
            assertThat(session.run(y, feeds).toFloatArray()).containsExactly(3, 6, 6, 6, 6);
            assertThat(session.run(gradient(y, x), feeds).toFloatArray()).containsExactly(9);
        }
    }

    @Test
    void variablesTrainInLoops() {
        var w = tf.variable("w", Init.constant(0.5));
        Output y = tf.whileLoop(
                        List.of(tf.constant(0), tf.constant(1f)),
                        (t, v) -> t.call("Less", v.get(0), t.constant(3)),
                        (t, v) -> List.of(v.get(0).plus(1), v.get(1).times(w).plus(1)))
                .get(1);
        Node train = GradientDescent.rate(0.001).minimize(y.minus(15).square());
        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            for (int i = 0; i < 100; i++) {
                session.run(train);
            }
            assertThat(session.run(w).scalarFloat()).isCloseTo(2, offset(1e-3f)); // 1 + 2 + 4 + 8
        }
    }

    @Test
    void functionsCallThemselves() {
        Attr.Function self = new Attr.Function("factorial", Attrs.EMPTY);
        List<DType> ints = List.of(DType.INT32);
        List<Shape> scalars = List.of(Shape.SCALAR);
        FunctionMaker.make(
                        graph,
                        ints,
                        scalars,
                        (t, n) -> Tf.of(t)
                                .cond(
                                        t.call("Less", n.getFirst(), t.constant(2)),
                                        b -> List.of(b.constant(1)),
                                        b -> List.of(n.getFirst()
                                                .times(call(
                                                        b, self, n.getFirst().minus(1))))))
                .add("factorial", List.of(), false);
        try (var session = Session.open(graph)) {
            assertThat(session.run(call(graph.ops(), self, tf.constant(10))).scalarInt())
                    .isEqualTo(3628800);
        }
    }

    private static Output call(Ops t, Attr.Function f, Output x) {
        return t.op("PartitionedCall")
                .inputs(List.of(x))
                .attr("f", f)
                .attr("Tout", Attr.of(new DType[] {DType.INT32}))
                .add()
                .output(0);
    }

    @Test
    void callsHaveGradients() {
        Output x = scalar();
        Attr.Function f = FunctionMaker.make(
                        graph,
                        List.of(DType.FLOAT32),
                        List.of(Shape.SCALAR),
                        (t, in) -> List.of(in.getFirst().times(in.getFirst()).times(in.getFirst())))
                .add("cube", List.of(), false);
        Output y = graph.ops()
                .op("PartitionedCall")
                .inputs(List.of(x))
                .attr("f", f)
                .attr("Tout", Attr.of(new DType[] {DType.FLOAT32}))
                .add()
                .output(0);
        Output dy = gradient(y, x);
        assertThat(run(y, x, 3)).isEqualTo(27);
        assertThat(run(dy, x, 3)).isEqualTo(27);
        assertThat(run(gradient(dy, x), x, 3)).isEqualTo(18);
    }

    @Test
    void deadTensorsHaveNoValue() {
        Output x = scalar();
        Node s = graph.ops()
                .op("Switch")
                .input(x)
                .input(tf.constant(Tensor.scalar(true)))
                .add();
        assertThat(run(s.output(1).plus(1), x, 2)).isEqualTo(3);
        assertThatThrownBy(() -> run(s.output(0).plus(1), x, 2))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Retval[0] does not have value");
    }

    private Output enter(Output x) {
        return graph.ops()
                .op("Enter")
                .input(x)
                .attr("frame_name", "loop")
                .attr("is_constant", true)
                .add()
                .output(0);
    }

    @Test
    void whatIsFedIsInNoLoop() {
        Output x = scalar();
        Output inside = graph.ops().call("Neg", enter(x));
        assertThatThrownBy(() -> run(inside.plus(x), x, 2))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("has inputs from different frames");
    }

    /** As in TensorFlow: what has one value in the whole run can be fetched, wherever it is. */
    @Test
    void fetchesFromALoopWhatIsThereOnce() {
        Output x = scalar();
        Output enter = enter(x);
        assertThat(run(enter, x, 2)).isEqualTo(2);
        assertThat(run(graph.ops().call("Neg", enter), x, 2)).isEqualTo(-2);
        Output entered = graph.ops()
                .op("Enter")
                .input(x)
                .attr("frame_name", "doubling")
                .add()
                .output(0);
        Node merge = graph.ops()
                .op("Merge")
                .inputs(List.of(entered, entered))
                .opensLoop(true)
                .add();
        Output goesOn =
                graph.ops().call("LoopCond", graph.ops().call("Less", merge.output(0), tf.constant(Tensor.scalar(6f))));
        Node branches =
                graph.ops().op("Switch").input(merge.output(0)).input(goesOn).add();
        Output last = branches.output(0);
        Output going = branches.output(1);
        graph.connectBackEdge(merge, 1, graph.ops().call("NextIteration", going.times(2)));
        assertThat(run(graph.ops().call("Exit", last), x, 2)).isEqualTo(8);
        assertThat(run(last, x, 2)).isEqualTo(8);
        assertThat(run(going, x, 3)).isEqualTo(3);
        assertThatThrownBy(() -> run(going, x, 2))
                .isInstanceOf(InternalException.class)
                .hasMessageContaining("Retval[0] has already been set")
                .hasMessageContaining(going.name());
        assertThatThrownBy(() -> run(going, x, 7))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Retval[0] does not have value");
    }

    @Test
    void branchesAgreeInDtypes() {
        Output x = scalar();
        assertThatThrownBy(
                        () -> tf.cond(tf.constant(Tensor.scalar(true)), t -> List.of(x), t -> List.of(t.constant(1))))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("the branches return different dtypes");
    }
}
