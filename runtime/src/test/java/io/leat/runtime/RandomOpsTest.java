package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.ops.random.Dropout;
import io.leat.ops.random.RandomNumbers;
import io.leat.ops.state.Init;
import io.leat.ops.state.Variables;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random ops through a session give the numbers of TensorFlow (graph seed 1, op seed 2). */
class RandomOpsTest {
    private final Graph graph = Graph.create().seed(1);
    private final Ops tf = graph.ops();

    private Output seeded(String op, DType dtype, int n) {
        return tf.op(op)
                .input(tf.constant(new int[] {n}))
                .attr("dtype", dtype)
                .attr("seed", 1)
                .attr("seed2", 2)
                .add()
                .output(0);
    }

    private Tensor once(Output y) {
        try (var session = Session.open(graph)) {
            return session.run(y);
        }
    }

    private static double[] reals(Tensor t) {
        Elements e = Elements.of(t);
        return IntStream.range(0, e.size()).mapToDouble(e::real).toArray();
    }

    @Test
    void normalNumbers() {
        assertThat(once(seeded("RandomStandardNormal", DType.FLOAT32, 5)).toFloatArray())
                .containsExactly(-1.04677927f, 0.83970457f, 1.23583639f, 2.06378531f, 0.30374271f);
        assertThat(once(seeded("TruncatedNormal", DType.FLOAT32, 5)).toFloatArray())
                .containsExactly(
                        new float[] {-1.0467793f, 0.8397046f, 1.2358364f, 0.3037427f, 0.3886909f}, within(1e-6f));
    }

    @Test
    void uniformNumbersOfAllDtypes() {
        assertThat(reals(once(seeded("RandomUniform", DType.FLOAT16, 4))))
                .containsExactly(new double[] {0.20214844, 0.45605469, 0.80273438, 0.46582031}, within(1e-8));
        assertThat(once(seeded("RandomUniform", DType.FLOAT64, 2)).toDoubleArray())
                .containsExactly(new double[] {0.2511744980841868, 0.4431667702009385}, within(1e-15));
        Output ints = tf.op("RandomUniformInt")
                .input(tf.constant(new int[] {5}))
                .input(tf.constant(0))
                .input(tf.constant(100))
                .attr("seed", 1)
                .attr("seed2", 2)
                .add()
                .output(0);
        assertThat(once(ints).toIntArray()).containsExactly(99, 15, 2, 9, 31);
    }

    @Test
    void theStreamGoesOnInASessionAndBeginsAnewInTheNext() {
        Output y = RandomNumbers.uniform(tf, Shape.of(2), DType.FLOAT32);
        for (int i = 0; i < 2; i++) {
            try (var session = Session.open(graph)) {
                assertThat(session.run(y).toFloatArray())
                        .containsExactly(new float[] {0.8126965f, 0.0785747f}, within(1e-7f));
                assertThat(session.run(y).toFloatArray())
                        .containsExactly(new float[] {0.8489425f, 0.0983248f}, within(1e-7f));
            }
        }
    }

    @Test
    void shuffledAndDrawnNumbers() {
        Output range = tf.constant(IntStream.range(0, 10).toArray());
        Output shuffled = tf.op("RandomShuffle")
                .input(range)
                .attr("seed", 1)
                .attr("seed2", 2)
                .add()
                .output(0);
        assertThat(once(shuffled).toIntArray()).containsExactly(9, 0, 8, 6, 1, 3, 7, 2, 4, 5);
        Output classes = tf.op("Multinomial")
                .input(tf.constant(Tensor.of(Shape.of(1, 3), 0f, 1f, 2f)))
                .input(tf.constant(8))
                .attr("seed", 1)
                .attr("seed2", 2)
                .add()
                .output(0);
        assertThat(once(classes).toLongArray()).containsExactly(1, 2, 1, 1, 2, 2, 2, 2);
        Output gamma = tf.op("RandomGamma")
                .input(tf.constant(new int[] {3}))
                .input(tf.constant(2f))
                .attr("seed", 1)
                .attr("seed2", 2)
                .add()
                .output(0);
        assertThat(once(gamma).toFloatArray())
                .containsExactly(new float[] {0.3561859f, 1.0441701f, 1.8044789f}, within(1e-6f));
        Output poisson = tf.op("RandomPoissonV2")
                .input(tf.constant(new int[] {5}))
                .input(tf.constant(3f))
                .attr("dtype", DType.FLOAT32)
                .attr("seed", 1)
                .attr("seed2", 2)
                .add()
                .output(0);
        assertThat(once(poisson).toFloatArray()).containsExactly(2f, 2f, 5f, 3f, 1f);
    }

    @Test
    void statelessNumbers() {
        Output shape = tf.constant(new int[] {4});
        Output seed = tf.constant(1, 2);
        Output uniform = tf.call("StatelessRandomUniform", shape, seed);
        assertThat(once(uniform).toFloatArray())
                .containsExactly(new float[] {0.84406042f, 0.19204533f, 0.99622321f, 0.16038740f}, within(1e-7f));
        assertThat(once(tf.call("StatelessRandomNormal", shape, seed)).toFloatArray())
                .containsExactly(new float[] {0.5441101f, 0.2073803f, 0.0735643f, 0.0464346f}, within(1e-6f));
        var key = tf.op("StatelessRandomGetKeyCounter").input(seed).add();
        Output alg = tf.op("StatelessRandomGetAlg").add().output(0);
        Output v2 = tf.call("StatelessRandomUniformV2", shape, key.output(0), key.output(1), alg);
        assertThat(once(v2).toFloatArray()).containsExactly(once(uniform).toFloatArray());
        Output gamma = tf.call("StatelessRandomGammaV2", tf.constant(3, 2), seed, tf.constant(2f, 3f));
        assertThat(gamma.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(once(gamma).toFloatArray()).hasSize(6);
    }

    @Test
    void wrongBoundsAndSizesAreRefused() {
        Output ints = RandomNumbers.uniformInt(tf, tf.constant(new int[] {2}), tf.constant(3), tf.constant(3));
        assertThatThrownBy(() -> once(ints))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Need minval < maxval, got 3 >= 3");
        Output x = tf.placeholder("dims", DType.INT32, Shape.UNKNOWN);
        Output y = RandomNumbers.uniform(tf, x, DType.FLOAT32);
        try (var session = Session.open(graph)) {
            assertThatThrownBy(() -> session.run(y, java.util.Map.of(x, Tensor.vector(-1))))
                    .isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> session.run(y, java.util.Map.of(x, Tensor.scalar(1))))
                    .isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void initialValuesHaveTheBoundsOfTheirFans() {
        Variable w = Variables.of(tf, "w", Init.glorotUniform(3, 3, 4, 8));
        Variable n = Variables.of(tf, "n", Init.heNormal(50, 40));
        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            double limit = Math.sqrt(6.0 / (9 * 4 + 9 * 8));
            double largest = 0;
            for (float v : session.run(w.value()).toFloatArray()) {
                assertThat((double) v).isBetween(-limit, limit);
                largest = Math.max(largest, Math.abs(v));
            }
            assertThat(largest).isGreaterThan(0.9 * limit);
            double squares = 0;
            for (float v : session.run(n.value()).toFloatArray()) {
                squares += v * v;
            }
            assertThat(squares / 2000).isCloseTo(2.0 / 50, within(0.004));
        }
        assertThat(graph.find("w/Initializer/random_uniform/RandomUniform")).isNotNull();
        assertThat(w.initialValue().node().name()).isEqualTo("w/Initializer/random_uniform");
    }

    @Test
    void dropoutDropsAndScales() {
        Output x = tf.constant(Tensor.full(DType.FLOAT32, Shape.of(1000), 1));
        float[] y = once(Dropout.of(tf, x, 0.25)).toFloatArray();
        int kept = 0;
        for (float v : y) {
            assertThat(v).isIn(0f, 1 / 0.75f);
            kept += v == 0 ? 0 : 1;
        }
        assertThat(kept).isBetween(700, 800);
        assertThat(Dropout.of(tf, x, 0)).isEqualTo(x);
    }
}
