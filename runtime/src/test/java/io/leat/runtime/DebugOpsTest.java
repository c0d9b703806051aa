package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.debug.Assert;
import io.leat.ops.debug.CheckNumerics;
import io.leat.ops.debug.Print;
import io.leat.ops.debug.PrintSink;
import io.leat.ops.debug.PrintV2;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those of TensorFlow 2.21. */
class DebugOpsTest {
    private static final Tensor PAIRS = Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);

    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void listen() {
        PrintSink.set(lines::add);
    }

    @AfterEach
    void forget() {
        PrintSink.reset();
    }

    private Node assertion(Output condition, int summarize, Tensor... data) {
        List<Output> outputs = new ArrayList<>();
        for (Tensor t : data) {
            outputs.add(tf.constant(t));
        }
        return tf.op("Assert")
                .input(condition)
                .inputs(outputs)
                .attr("summarize", summarize)
                .add();
    }

    private void failsWith(String text, int summarize, Tensor... data) {
        Node node = assertion(tf.constant(Tensor.scalar(false)), summarize, data);
        try (var session = Session.open(graph)) {
            assertThatThrownBy(() -> session.run(node))
                    .isInstanceOfSatisfying(
                            InvalidArgumentException.class,
                            e -> assertThat(e.reason()).isEqualTo("assertion failed: " + text));
        }
    }

    @Test
    void aFailedAssertionShowsItsData() {
        failsWith("[msg] [1 2 3...]", 3, Tensor.scalar("msg"), Tensor.vector(1, 2, 3, 4));
        failsWith("[1.5] [0.1 1e-07 1e+10]", 5, Tensor.scalar(1.5f), Tensor.vector(0.1f, 1e-7f, 1e10f));
        failsWith("[1 0]", 3, Tensor.vector(true, false));
        failsWith("[nan inf]", 3, Tensor.vector(Float.NaN, Float.POSITIVE_INFINITY));
        failsWith("[]", 3, Tensor.zeros(DType.FLOAT32, Shape.of(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "2,[[1 2]...]",
        "3,[[1 2][3...]...]",
        "5,[[1 2][3 4][5...]...]",
        "6,[[1 2][3 4][5 6]]",
        "-1,[[1 2][3 4][5 6]]"
    })
    void rowsHaveBracketsOfTheirOwn(int summarize, String text) {
        failsWith(text, summarize, PAIRS);
    }

    @Test
    void anAssertionThatHoldsIsSilentAndOneThatFailsStopsWhatFollows() {
        Output condition = tf.placeholder("condition", DType.BOOL, Shape.SCALAR);
        Node check = Assert.of(tf, condition, List.of(tf.constant("no")));
        Output after = tf.withControlDependencies(List.of(check)).call("Identity", tf.constant(1f));
        try (var session = Session.open(graph)) {
            assertThat(session.run(after, Map.of(condition, Tensor.scalar(true)))
                            .scalarFloat())
                    .isEqualTo(1f);
            assertThatThrownBy(() -> session.run(after, Map.of(condition, Tensor.scalar(false))))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("assertion failed: [no]")
                    .hasMessageContaining("DebugOpsTest.java");
        }
    }

    @Test
    void printsInTheFirstRunsOfASession() {
        Output x = tf.constant(1f, 2f);
        Output printed = tf.op("Print")
                .input(x)
                .inputs(List.of(x, tf.constant(Tensor.of(Shape.of(2), "s", "t")), tf.constant(PAIRS)))
                .attr("message", "m: ")
                .attr("first_n", 2)
                .add()
                .output(0);
        try (var session = Session.open(graph)) {
            for (int i = 0; i < 3; i++) {
                assertThat(session.run(printed).toFloatArray()).containsExactly(1f, 2f);
            }
        }
        String line = "m: [1 2][s t][[1 2][3...]...]";
        assertThat(lines).containsExactly(line, line);
    }

    @Test
    void printsAlwaysByDefault() {
        Output printed = Print.of(tf, tf.constant(1), List.of(tf.constant(7)), "x ");
        Node line = PrintV2.of(tf, tf.constant("hello"));
        try (var session = Session.open(graph)) {
            for (int i = 0; i < 3; i++) {
                session.run(List.of(printed), Map.of(), List.of());
            }
            session.run(line);
        }
        assertThat(lines).containsExactly("x [7]", "x [7]", "x [7]", "hello");
    }

    @ParameterizedTest
    @CsvSource({"NaN,1,NaN", "Infinity,1,Inf", "-Infinity,1,Inf", "NaN,Infinity,Inf and NaN"})
    void numbersThatAreNoneAreNamed(float a, float b, String what) {
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(2));
        Output checked = CheckNumerics.of(tf, x, "oops");
        try (var session = Session.open(graph)) {
            assertThat(session.run(checked, Map.of(x, Tensor.vector(1f, 2f))).toFloatArray())
                    .containsExactly(1f, 2f);
            assertThatThrownBy(() -> session.run(checked, Map.of(x, Tensor.vector(a, b))))
                    .isInstanceOfSatisfying(
                            InvalidArgumentException.class,
                            e -> assertThat(e.reason()).isEqualTo("oops : Tensor had " + what + " values"));
        }
    }
}
