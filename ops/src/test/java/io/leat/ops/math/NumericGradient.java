package io.leat.ops.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.assertj.core.data.Offset;

/** Compares gradients with central differences, in float64, once with known and once with unknown shapes. */
final class NumericGradient {
    static final long SEED = 20250501;
    private static final double STEP = 1e-6;

    private NumericGradient() {}

    /** Numbers between the bounds, always the same. */
    static Tensor random(double from, double to, long... dims) {
        Random random = new Random(SEED);
        double[] x = new double[(int) Shape.of(dims).size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + (to - from) * random.nextDouble();
        }
        return Tensor.of(Shape.of(dims), x);
    }

    static void check(BiFunction<Ops, List<Output>, Output> f, Tensor... at) {
        for (boolean known : new boolean[] {true, false}) {
            check(f, known, at);
        }
    }

    private static void check(BiFunction<Ops, List<Output>, Output> f, boolean known, Tensor[] at) {
        Ops tf = Graph.create().ops();
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        for (int i = 0; i < at.length; i++) {
            Shape shape = known ? at[i].shape() : Shape.UNKNOWN;
            feeds.put(tf.placeholder("x" + i, at[i].dtype(), shape), at[i]);
        }
        List<Output> xs = new ArrayList<>(feeds.keySet());
        Output y = f.apply(tf, xs);
        Tensor weights = random(-1, 1, Evaluator.run(y, feeds).shape().dims());
        var gradients = Gradients.in(tf).gradYs(List.of(tf.constant(weights))).dense(List.of(y), xs);
        for (int i = 0; i < at.length; i++) {
            Tensor dx = Evaluator.run(Objects.requireNonNull(gradients.get(i)), feeds);
            assertThat(dx.shape()).isEqualTo(at[i].shape());
            double[] x = at[i].toDoubleArray();
            for (int e = 0; e < x.length; e++) {
                double above = weighted(y, weights, feeds, xs.get(i), moved(at[i], e, STEP));
                double below = weighted(y, weights, feeds, xs.get(i), moved(at[i], e, -STEP));
                assertThat(dx.toDoubleArray()[e])
                        .as("input %d, element %d, shapes known: %s, seed %d", i, e, known, SEED)
                        .isCloseTo((above - below) / (2 * STEP), Offset.offset(1e-5));
            }
        }
    }

    private static Tensor moved(Tensor t, int element, double by) {
        double[] x = t.toDoubleArray().clone();
        x[element] += by;
        return Tensor.of(t.shape(), x);
    }

    private static double weighted(Output y, Tensor weights, Map<Output, Tensor> feeds, Output x, Tensor value) {
        Map<Output, Tensor> other = new LinkedHashMap<>(feeds);
        other.put(x, value);
        Elements result = Elements.of(Evaluator.run(y, other));
        double sum = 0;
        for (int i = 0; i < result.size(); i++) {
            sum += result.real(i) * weights.toDoubleArray()[i];
        }
        return sum;
    }
}
