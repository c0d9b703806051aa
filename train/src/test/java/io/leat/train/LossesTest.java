package io.leat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.ops.Tf;
import io.leat.runtime.Session;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LossesTest {
    private final Graph graph = Graph.create();
    private final Tf tf = Tf.of(graph);

    private void check(Output loss, double expected) {
        assertThat(loss.shape()).isEqualTo(Shape.SCALAR);
        try (Session session = Session.open(graph)) {
            assertThat((double) session.run(loss).scalarFloat()).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void crossEntropies() {
        Output logits = tf.constant(Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 0f, 0f, 5f));
        double first = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 2;
        double second = Math.log(2 + Math.exp(5));
        check(Losses.sparseSoftmaxCrossEntropy(tf.constant(1, 0), logits), (first + second) / 2);
        Output probabilities = tf.constant(Tensor.of(Shape.of(2, 3), 0f, 1f, 0f, 1f, 0f, 0f));
        check(Losses.softmaxCrossEntropy(probabilities, logits), (first + second) / 2);
        check(Losses.sparseSoftmaxCrossEntropy(tf.constant(1, 0), logits, tf.constant(0f, 3f)), 3 * second);
        Output x = tf.constant(2f, -3f);
        check(
                Losses.sigmoidCrossEntropy(tf.constant(1f, 0.25f), x),
                (Math.log1p(Math.exp(-2)) + (0.75 + Math.log1p(Math.exp(-3)))) / 2);
    }

    @Test
    void differences() {
        Output y = tf.constant(1f, 0f, 1f);
        Output p = tf.constant(0.5f, 0.25f, 3f);
        check(Losses.meanSquaredError(y, p), (0.25 + 0.0625 + 4) / 3);
        check(Losses.absoluteDifference(y, p), (0.5 + 0.25 + 2) / 3);
        check(Losses.absoluteDifference(y, p, tf.constant(2f)), 2 * (0.5 + 0.25 + 2) / 3);
        check(Losses.absoluteDifference(y, p, tf.constant(0f, 0f, 0f)), 0);
        check(Losses.huber(y, p, 1, null), (0.125 + 0.03125 + 1.5) / 3);
        check(Losses.hinge(y, p), (0.5 + 1.25 + 0) / 3);
        Output q = tf.constant(0.5f, 0.25f, 0.75f);
        check(Losses.log(y, q), -(Math.log(0.5) + Math.log(0.75) + Math.log(0.75)) / 3);
    }

    @Test
    void schedules() {
        Output step = tf.constant(25);
        check(Schedules.exponentialDecay(0.1, step, 10, 0.5, false), 0.1 * Math.pow(0.5, 2.5));
        check(Schedules.exponentialDecay(0.1, step, 10, 0.5, true), 0.1 * 0.25);
        check(Schedules.naturalExpDecay(0.1, step, 10, 0.5, false), 0.1 * Math.exp(-1.25));
        check(Schedules.inverseTimeDecay(0.1, step, 10, 0.5, false), 0.1 / 2.25);
        check(Schedules.polynomialDecay(0.1, step, 100, 0.02, 2), 0.08 * 0.75 * 0.75 + 0.02);
        check(Schedules.polynomialDecay(0.1, step, 10, 0.02, 2), 0.02);
        check(Schedules.cosineDecay(0.1, step, 100, 0.1), 0.1 * (0.9 * 0.5 * (1 + Math.cos(Math.PI / 4)) + 0.1));
        double[] values = {1, 0.5, 0.25};
        check(Schedules.piecewiseConstant(step, new double[] {25, 30}, values), 1);
        check(Schedules.piecewiseConstant(step, new double[] {24, 30}, values), 0.5);
        check(Schedules.piecewiseConstant(step, new double[] {3, 4}, values), 0.25);
    }

    @Test
    void metrics() {
        var accuracy = new Accuracy();
        assertThat(accuracy.value()).isNaN();
        accuracy.add(Tensor.of(Shape.of(2, 2), 1f, 2f, 3f, 3f), Tensor.vector(1, 0));
        accuracy.add(Tensor.of(Shape.of(1, 2), 1f, 2f), Tensor.vector(0L));
        assertThat(accuracy.value()).isCloseTo(2 / 3.0, within(1e-12));
        var mean = new Mean();
        mean.add(1, 3);
        mean.add(5);
        assertThat(mean.value()).isEqualTo(2);
    }
}
