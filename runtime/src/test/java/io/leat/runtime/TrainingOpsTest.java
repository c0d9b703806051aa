package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.ops.state.Init;
import io.leat.ops.state.Variables;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apply ops through a session: TensorFlow's formulas, and the dense form against the form by rows. */
class TrainingOpsTest {
    private static final double[] START = {0.5, -1.25, 2, 0.75, -0.5, 1};
    private static final double[] GRAD = {0.25, -0.5, 1, -2, 0.125, 0};

    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    private Variable variable(String name, DType dtype, double... values) {
        return Variables.of(tf, name, Init.of(Tensor.of(dtype, Shape.of(values.length / 2, 2), values)), dtype);
    }

    private static double[] filled(double value) {
        double[] all = new double[START.length];
        Arrays.fill(all, value);
        return all;
    }

    /** An op with its cells, its scalars and the gradient, in the order of the signature ("g" and "i" mark the last). */
    private Node apply(String op, List<Variable> cells, DType dtype, Object... others) {
        NodeBuilder b = tf.op(op);
        cells.forEach(v -> b.input(v.handle()));
        for (Object o : others) {
            if (o instanceof Number x) {
                b.input(tf.constant(x.doubleValue(), dtype));
            } else if (o instanceof Output x) {
                b.input(x);
            } else if (o.equals("g")) {
                b.input(tf.constant(Tensor.of(dtype, Shape.of(3, 2), GRAD)));
            } else {
                b.input(tf.constant(0, 1, 2));
            }
        }
        return b.add();
    }

    private List<double[]> steps(int n, List<Variable> cells, Node step) {
        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            for (int i = 0; i < n; i++) {
                session.run(List.of(), Map.of(), List.of(step));
            }
            List<double[]> out = new ArrayList<>();
            for (Variable v : cells) {
                Output wide = tf.op("Cast")
                        .input(v.value())
                        .attr("DstT", DType.FLOAT64)
                        .add()
                        .output(0);
                out.add(session.run(wide).toDoubleArray());
            }
            return out;
        }
    }

    @Test
    void adamFollowsTheFormula() {
        Variable w = variable("w", DType.FLOAT32, START);
        Variable m = variable("m", DType.FLOAT32, filled(0));
        Variable v = variable("v", DType.FLOAT32, filled(0));
        Node step =
                apply("ResourceApplyAdam", List.of(w, m, v), DType.FLOAT32, 0.9, 0.999, 0.01, 0.9, 0.999, 1e-8, "g");
        List<double[]> got = steps(2, List.of(w, m, v), step);
        double alpha = 0.01 * Math.sqrt(1 - 0.999) / (1 - 0.9);
        for (int i = 0; i < START.length; i++) {
            double x = START[i];
            double mean = 0;
            double square = 0;
            for (int t = 0; t < 2; t++) {
                mean += (GRAD[i] - mean) * 0.1;
                square += (GRAD[i] * GRAD[i] - square) * 0.001;
                x -= mean * alpha / (Math.sqrt(square) + 1e-8);
            }
            assertThat(got.get(0)[i]).isCloseTo(x, within(1e-6));
            assertThat(got.get(1)[i]).isCloseTo(mean, within(1e-6));
            assertThat(got.get(2)[i]).isCloseTo(square, within(1e-6));
        }
    }

    @Test
    void ftrlFollowsTheFormula() {
        Variable w = variable("w", DType.FLOAT64, START);
        Variable n = variable("n", DType.FLOAT64, filled(0.1));
        Variable z = variable("z", DType.FLOAT64, filled(0));
        Node step = apply("ResourceApplyFtrl", List.of(w, n, z), DType.FLOAT64, "g", 0.5, 0.1, 0.2, -0.5);
        List<double[]> got = steps(1, List.of(w, n, z), step);
        for (int i = 0; i < START.length; i++) {
            double sum = 0.1 + GRAD[i] * GRAD[i];
            double linear = GRAD[i] - (Math.sqrt(sum) - Math.sqrt(0.1)) / 0.5 * START[i];
            double x = Math.abs(linear) > 0.1 ? (0.1 * Math.signum(linear) - linear) / (Math.sqrt(sum) / 0.5 + 0.4) : 0;
            assertThat(got.get(0)[i]).isCloseTo(x, within(1e-12));
            assertThat(got.get(1)[i]).isCloseTo(sum, within(1e-12));
            assertThat(got.get(2)[i]).isCloseTo(linear, within(1e-12));
        }
    }

    /** Dense arguments for the op behind "Apply"; "G" stands for the gradient and, by rows, the indices. */
    private static Object[] arguments(String op) {
        return switch (op) {
            case "Momentum" -> new Object[] {2, 0.1, "g", "i", 0.9};
            case "Adagrad" -> new Object[] {2, 0.1, "g", "i"};
            case "AdagradV2" -> new Object[] {2, 0.1, 1e-3, "g", "i"};
            case "Adadelta" -> new Object[] {3, 0.1, 0.95, 1e-3, "g", "i"};
            case "RMSProp" -> new Object[] {3, 0.1, 0.9, 0.5, 1e-3, "g", "i"};
            case "CenteredRMSProp" -> new Object[] {4, 0.1, 0.9, 0.5, 10, "g", "i"};
            case "Ftrl" -> new Object[] {3, "g", "i", 0.1, 0.01, 0.02, -0.5};
            case "FtrlV2" -> new Object[] {3, "g", "i", 0.1, 0.01, 0.02, 0.03, -0.4};
            case "ProximalGradientDescent" -> new Object[] {1, 0.1, 0.01, 0.02, "g", "i"};
            case "ProximalAdagrad" -> new Object[] {2, 0.1, 0.01, 0.02, "g", "i"};
            default -> throw new AssertionError(op);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Momentum",
                "Adagrad",
                "AdagradV2",
                "Adadelta",
                "RMSProp",
                "CenteredRMSProp",
                "Ftrl",
                "FtrlV2",
                "ProximalGradientDescent",
                "ProximalAdagrad"
            })
    void rowsTakeTheStepsOfTheWhole(String op) {
        Object[] all = arguments(op);
        for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64, DType.FLOAT16)) {
            List<List<double[]>> results = new ArrayList<>();
            for (boolean sparse : new boolean[] {false, true}) {
                List<Variable> cells = new ArrayList<>();
                for (int i = 0; i < (Integer) all[0]; i++) {
                    cells.add(variable("c", dtype, i == 0 ? START : filled(0.5)));
                }
                Object[] others = Arrays.stream(all)
                        .skip(1)
                        .filter(o -> sparse || !o.equals("i"))
                        .toArray();
                Node step = apply((sparse ? "ResourceSparseApply" : "ResourceApply") + op, cells, dtype, others);
                results.add(steps(3, cells, step));
            }
            double tolerance = dtype == DType.FLOAT16 ? 1e-2 : dtype == DType.FLOAT32 ? 1e-6 : 1e-12;
            for (int i = 0; i < results.getFirst().size(); i++) {
                assertThat(results.get(1).get(i))
                        .as(op + " cell " + i)
                        .containsExactly(results.get(0).get(i), within(tolerance));
                assertThat(results.get(0).getFirst()).isNotEqualTo(START);
            }
        }
    }

    /** {@code update} turns the cells of one element and its gradient into the new cells. */
    private void followsTheFormula(
            String op, double[] slots, Object[] others, BiFunction<double[], Double, double[]> update) {
        List<Variable> cells = new ArrayList<>(List.of(variable("w", DType.FLOAT64, START)));
        for (double slot : slots) {
            cells.add(variable("slot", DType.FLOAT64, filled(slot)));
        }
        List<double[]> got = steps(2, cells, apply("ResourceApply" + op, cells, DType.FLOAT64, others));
        for (int i = 0; i < START.length; i++) {
            double[] x = new double[cells.size()];
            x[0] = START[i];
            System.arraycopy(slots, 0, x, 1, slots.length);
            x = update.apply(update.apply(x, GRAD[i]), GRAD[i]);
            for (int c = 0; c < x.length; c++) {
                assertThat(got.get(c)[i]).as(op + " cell " + c).isCloseTo(x[c], within(1e-12));
            }
        }
    }

    @Test
    void rarerOptimisersFollowTheirFormulas() {
        followsTheFormula("KerasMomentum", new double[] {0.5}, new Object[] {0.1, "g", 0.9}, (x, g) -> {
            double a = x[1] * 0.9 - g * 0.1;
            return new double[] {x[0] + a, a};
        });
        followsTheFormula("AdaMax", new double[] {0.5, 0.25}, new Object[] {0.9, 0.1, 0.9, 0.99, 1e-3, "g"}, (x, g) -> {
            double m = x[1] + (g - x[1]) * (1 - 0.9);
            double v = Math.max(0.99 * x[2], Math.abs(g));
            return new double[] {x[0] - 0.1 / (1 - 0.9) * (m / (v + 1e-3)), m, v};
        });
        followsTheFormula(
                "AdamWithAmsgrad",
                new double[] {0.5, 0.25, 0.75},
                new Object[] {0.9, 0.99, 0.1, 0.9, 0.99, 1e-3, "g"},
                (x, g) -> {
                    double m = x[1] + (g - x[1]) * (1 - 0.9);
                    double v = x[2] + (g * g - x[2]) * (1 - 0.99);
                    double largest = Math.max(x[3], v);
                    double alpha = 0.1 * Math.sqrt(1 - 0.99) / (1 - 0.9);
                    return new double[] {x[0] - m * alpha / (Math.sqrt(largest) + 1e-3), m, v, largest};
                });
        followsTheFormula("AddSign", new double[] {0.5}, new Object[] {0.1, 1, 0.7, 0.9, "g"}, (x, g) -> {
            double m = x[1] * 0.9 + g * (1 - 0.9);
            return new double[] {x[0] - 0.1 * (1 + 0.7 * Math.signum(g) * Math.signum(m)) * g, m};
        });
        followsTheFormula("PowerSign", new double[] {0.5}, new Object[] {0.1, 1, 0.7, 0.9, "g"}, (x, g) -> {
            double m = x[1] * 0.9 + g * (1 - 0.9);
            return new double[] {x[0] - 0.1 * Math.exp(0.7 * Math.signum(g) * Math.signum(m)) * g, m};
        });
        Output step = tf.constant(3.0, DType.INT64);
        followsTheFormula("AdagradDA", new double[] {0.5, 0.25}, new Object[] {"g", 0.1, 0.2, 0.3, step}, (x, g) -> {
            double sum = x[1] + g;
            double squares = x[2] + g * g;
            double bounded = Math.signum(sum) * Math.max(Math.abs(sum) - 0.2 * 3, 0);
            return new double[] {-0.1 * bounded / (0.3 * 3 * 0.1 + Math.sqrt(squares)), sum, squares};
        });
    }

    @Test
    void referenceVariablesAreTrainedToo() {
        Output v = tf.withName("v")
                .op("VariableV2")
                .attr("dtype", DType.FLOAT32)
                .attr("shape", Shape.of(2))
                .add()
                .output(0);
        Node assign = tf.call("Assign", v, tf.constant(1f, 2f)).node();
        Output trained = tf.call("ApplyGradientDescent", v, tf.constant(0.5f), tf.constant(1f, 2f));
        Output rows = tf.call(
                "SparseApplyProximalGradientDescent",
                v,
                tf.constant(1f),
                tf.constant(0f),
                tf.constant(0f),
                tf.constant(4f, 8f),
                tf.constant(1, 1));
        try (var session = Session.open(graph)) {
            session.run(List.of(), Map.of(), List.of(assign));
            assertThat(session.run(trained).toFloatArray()).containsExactly(0.5f, 1f);
            assertThat(session.run(rows).toFloatArray())
                    .as("equal indices take one step after the other")
                    .containsExactly(0.5f, -11f);
        }
    }

    @Test
    void wrongIndicesAndShapesAreRefused() {
        Variable w = variable("w", DType.FLOAT32, START);
        Variable a = variable("a", DType.FLOAT32, filled(0.1));
        Node bad = tf.op("ResourceSparseApplyAdagrad")
                .input(w.handle())
                .input(a.handle())
                .input(tf.constant(1f))
                .input(tf.constant(Tensor.zeros(DType.FLOAT32, Shape.of(1, 2))))
                .input(tf.constant(new int[] {3}))
                .add();
        assertThatThrownBy(() -> steps(1, List.of(w), bad))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Index 3 at offset 0 in indices is out of range");
        assertThatThrownBy(() -> tf.op("ResourceApplyGradientDescent")
                        .input(w.handle())
                        .input(tf.constant(1f))
                        .input(tf.constant(1f, 2f))
                        .add())
                .isInstanceOf(InvalidArgumentException.class);
    }
}
