package io.leat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Collections;
import io.leat.graph.Gradient;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps with given gradients, against the formulas written out for one number. */
class OptimizerTest {
    private static final float[] START = {1f, -2f, 3f};
    private static final float[][] GRADIENTS = {{0.5f, -1f, 0f}, {0.25f, 2f, -0.125f}, {-1f, 0.1f, 4f}};

    private final Graph graph = Graph.create();
    private final Tf tf = Tf.of(graph);
    private final Variable w = tf.variable("w", Init.of(Tensor.vector(START)));
    private final Output g = tf.placeholder("g", DType.FLOAT32, Shape.of(3));

    /** A formula with its state for one element. */
    private interface Formula {
        double next(double w, double g);
    }

    private void check(Optimizer optimizer, java.util.function.Supplier<Formula> formula, String... slots) {
        Node step = optimizer.applyGradients(List.of(new GradientAndVariable(new Gradient.Dense(g), w)));
        assertThat(graph.collections().get(Collections.GLOBAL_VARIABLES, Variable.class))
                .extracting(Variable::name)
                .containsAll(List.of(slots));
        List<Formula> formulas = List.of(formula.get(), formula.get(), formula.get());
        double[] expected = {START[0], START[1], START[2]};
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            for (float[] gradient : GRADIENTS) {
                session.run(List.of(), Map.of(g, Tensor.vector(gradient)), List.of(step));
                float[] now = session.run(w).toFloatArray();
                for (int i = 0; i < 3; i++) {
                    expected[i] = formulas.get(i).next(expected[i], gradient[i]);
                    assertThat((double) now[i])
                            .isCloseTo(expected[i], within(2e-6 * Math.max(1, Math.abs(expected[i]))));
                }
            }
        }
    }

    @Test
    void gradientDescent() {
        check(GradientDescent.rate(0.1), () -> (v, d) -> v - 0.1 * d);
    }

    @Test
    void momentum() {
        for (boolean nesterov : new boolean[] {false, true}) {
            Momentum m = Momentum.rate(0.1).momentum(0.8);
            check(
                    nesterov ? m.nesterov() : m,
                    () -> new Formula() {
                        private double a;

                        @Override
                        public double next(double v, double d) {
                            a = a * 0.8 + d;
                            return nesterov ? v - 0.1 * d - 0.1 * 0.8 * a : v - 0.1 * a;
                        }
                    },
                    "w/Momentum");
        }
    }

    @Test
    void adam() {
        check(
                Adam.rate(0.01).betas(0.8, 0.9).epsilon(1e-6),
                () -> new Formula() {
                    private double m;
                    private double s;
                    private int t;

                    @Override
                    public double next(double v, double d) {
                        t++;
                        m += (d - m) * (1 - 0.8);
                        s += (d * d - s) * (1 - 0.9);
                        double r = 0.01 * Math.sqrt(1 - Math.pow(0.9, t)) / (1 - Math.pow(0.8, t));
                        return v - r * m / (Math.sqrt(s) + 1e-6);
                    }
                },
                "w/Adam",
                "w/Adam_1",
                "beta1_power",
                "beta2_power");
    }

    @Test
    void adagrad() {
        check(
                Adagrad.rate(0.1),
                () -> new Formula() {
                    private double a = 0.1;

                    @Override
                    public double next(double v, double d) {
                        a += d * d;
                        return v - 0.1 * d / Math.sqrt(a);
                    }
                },
                "w/Adagrad");
    }

    @Test
    void rmsProp() {
        for (boolean centered : new boolean[] {false, true}) {
            RMSProp r = RMSProp.rate(0.01).decay(0.8).momentum(0.5).epsilon(1e-3);
            check(
                    centered ? r.centered() : r,
                    () -> new Formula() {
                        private double s = 1;
                        private double mean;
                        private double m;

                        @Override
                        public double next(double v, double d) {
                            s += (d * d - s) * (1 - 0.8);
                            mean += (d - mean) * (1 - 0.8);
                            double variance = centered ? s - mean * mean : s;
                            m = 0.5 * m + 0.01 * d / Math.sqrt(variance + 1e-3);
                            return v - m;
                        }
                    },
                    "w/RMSProp",
                    "w/RMSProp_1");
        }
    }

    /** Rows 2, 0 and 2 again: each optimiser must do what it does with the dense gradient that they add up to. */
    @Test
    void sparseGradientsOfAllRowsAreLikeDenseOnes() {
        List<Optimizer> all = List.of(
                GradientDescent.rate(0.1), Momentum.rate(0.1), Adam.rate(0.1), Adagrad.rate(0.1), RMSProp.rate(0.1));
        for (Optimizer o : all) {
            Graph own = Graph.create();
            Tf t = Tf.of(own);
            Variable dense = t.variable("dense", Init.of(Tensor.vector(START)));
            Variable sparse = t.variable("sparse", Init.of(Tensor.vector(START)));
            Output rows = t.constant(0.5f, 2f, 0.25f, -1f);
            var slices = new Gradient.IndexedSlices(rows, t.constant(2, 0, 2, 1), t.constant(new int[] {3}));
            Node step = o.applyGradients(List.of(
                    new GradientAndVariable(new Gradient.Dense(t.constant(2f, -1f, 0.75f)), dense),
                    new GradientAndVariable(slices, sparse)));
            try (Session session = Session.open(own)) {
                session.run(own.initializer());
                for (int i = 0; i < 3; i++) {
                    session.run(step);
                    assertThat(session.run(sparse).isClose(session.run(dense), 1e-5, 1e-6))
                            .as(o.name() + " step " + i)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void minimizesAndCounts() {
        Variable count = tf.variable("global_step", Init.of(Tensor.scalar(0L)), DType.INT64, false);
        Output loss = tf.math().reduceMean(w.output().square());
        Node step = GradientDescent.rate(0.5).minimize(loss, count);
        assertThat(step.name()).isEqualTo("GradientDescent");
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            float before = session.run(loss).scalarFloat();
            for (int i = 0; i < 5; i++) {
                session.run(step);
            }
            assertThat(session.run(loss).scalarFloat()).isLessThan(before / 4);
            assertThat(session.run(count).scalarLong()).isEqualTo(5);
        }
    }

    @Test
    void clipsGradients() {
        Output loss = tf.math().reduceSum(w.times(tf.constant(3f, 0f, 4f)));
        Node step = GradientDescent.rate(1).minimize(loss, gradients -> Clip.byGlobalNorm(gradients, 1));
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            session.run(step);
            assertThat(session.run(w).isClose(Tensor.vector(0.4f, -2f, 2.2f), 1e-6, 1e-6))
                    .isTrue();
            assertThat(session.run(Clip.byValue(w, -1, 0.5)).isClose(Tensor.vector(0.4f, -1f, 0.5f), 1e-6, 1e-6))
                    .isTrue();
        }
    }

    @Test
    void saysWhenThereIsNothingToLearn() {
        Output loss = tf.math().reduceSum(g);
        assertThatThrownBy(() -> Adam.rate(0.1).minimize(loss))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("No gradients provided for any variable")
                .hasMessageContaining("[w]");
        Graph empty = Graph.create();
        assertThatThrownBy(() -> Adam.rate(0.1).minimize(empty.ops().constant(1f)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("No variables to optimize.");
    }
}
