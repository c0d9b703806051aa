package io.leat.ops.nn;

import static io.leat.ops.Plain.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.ops.Plain;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NormalizationTest {
    private static final Offset<Double> CLOSE = within(1e-5);

    /** One channel of mean 2 and variance 1. */
    private static final Tensor X = floats(Shape.of(2, 1, 1, 1), 1, 3);

    private static Tensor one(double value) {
        return floats(Shape.of(1), value);
    }

    private static Plain batchNorm(Tensor mean, Tensor variance) {
        return Plain.op("FusedBatchNormV3")
                .in(X, one(10), one(100), mean, variance)
                .attr("epsilon", 0f);
    }

    @Test
    void trainingTakesTheBatchsStatistics() {
        Tensor none = floats(Shape.of(0));
        Tensor[] out = batchNorm(none, none).outputs();
        assertThat(Plain.values(out[0])).containsExactly(90, 110);
        assertThat(Plain.values(out[1])).as("mean").containsExactly(2);
        assertThat(Plain.values(out[2])).as("unbiased variance").containsExactly(2);
        assertThat(Plain.values(out[3])).containsExactly(2);
        assertThat(Plain.values(out[4])).as("variance").containsExactly(1);
    }

    @Test
    void trainingMixesRunningEstimates() {
        Tensor[] out =
                batchNorm(one(6), one(10)).attr("exponential_avg_factor", 0.25f).outputs();
        assertThat(Plain.values(out[1])).containsExactly(0.75 * 6 + 0.25 * 2);
        assertThat(Plain.values(out[2])).containsExactly(0.75 * 10 + 0.25 * 2);
        assertThat(Plain.values(out[3])).containsExactly(2);
    }

    @Test
    void inferenceTakesGivenStatistics() {
        Tensor[] out = batchNorm(one(1), one(4)).attr("is_training", false).outputs();
        assertThat(Plain.values(out[0])).containsExactly(100, 110);
        assertThat(Plain.values(out[1])).containsExactly(1);
        assertThat(Plain.values(out[2])).containsExactly(4);
    }

    @Test
    void channelsMayComeFirst() {
        Tensor x = floats(Shape.of(1, 2, 1, 2), 1, 3, 10, 30);
        Tensor two = floats(Shape.of(2), 1, 1);
        Tensor zero = floats(Shape.of(2), 0, 0);
        Tensor none = floats(Shape.of(0));
        Plain norm = Plain.op("FusedBatchNormV3").in(x, two, zero, none, none).attr("data_format", "NCHW");
        assertThat(norm.attr("epsilon", 0f).values()).containsExactly(-1, 1, -1, 1);
    }

    @Test
    void statisticsOfNothingAreNaN() {
        Tensor none = floats(Shape.of(0));
        Tensor[] out = Plain.op("FusedBatchNorm")
                .in(floats(Shape.of(0, 1, 1, 1)), one(1), one(0), none, none)
                .outputs();
        assertThat(Plain.values(out[1])).containsExactly(Double.NaN);
    }

    /** Along a gradient that is constant, or that is x itself, a normalised batch does not change. */
    @Test
    void gradientOfTraining() {
        Tensor g = floats(Shape.of(2, 1, 1, 1), 5, 7);
        Tensor[] out = Plain.op("FusedBatchNormGrad")
                .in(g, X, one(10), one(2), one(1))
                .attr("epsilon", 0f)
                .outputs();
        assertThat(Plain.values(out[0])).containsExactly(new double[] {0, 0}, CLOSE);
        assertThat(Plain.values(out[1])).as("scale").containsExactly(2);
        assertThat(Plain.values(out[2])).as("offset").containsExactly(12);
        assertThat(out[3].shape()).isEqualTo(Shape.of(0));
    }

    @Test
    void gradientOfInference() {
        Tensor g = floats(Shape.of(2, 1, 1, 1), 5, 7);
        Tensor[] out = Plain.op("FusedBatchNormGradV2")
                .in(g, X, one(10), one(1), one(4))
                .attr("epsilon", 0f)
                .attr("is_training", false)
                .outputs();
        assertThat(Plain.values(out[0])).containsExactly(25, 35);
        assertThat(Plain.values(out[1])).containsExactly(7);
        assertThat(Plain.values(out[2])).containsExactly(12);
    }

    @Test
    void batchNormRejectsOtherShapes() {
        Plain wrong = Plain.op("FusedBatchNormV3").in(X, floats(Shape.of(2), 1, 1), one(0), one(0), one(1));
        assertThatThrownBy(wrong::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("scale must have the same number of elements as the channels of x, got 2 and 1");
        assertThatThrownBy(() -> wrong.inferred(0)).hasMessageContaining("Dimensions must be equal, but are 1 and 2");
    }

    @Test
    void ofOldGraphs() {
        Plain norm = Plain.op("BatchNormWithGlobalNormalization")
                .in(X, one(1), one(4), one(100), one(10))
                .attr("variance_epsilon", 0f);
        assertThat(norm.attr("scale_after_normalization", true).values()).containsExactly(100, 110);
        assertThat(norm.attr("scale_after_normalization", false).values()).containsExactly(100, 101);
    }

    @Test
    void localResponse() {
        Tensor x = floats(Shape.of(1, 1, 1, 3), 1, 2, 3);
        Plain lrn = Plain.op("LRN").in(x).integer("depth_radius", 1);
        double[] expected = {1 / Math.sqrt(6), 2 / Math.sqrt(15), 3 / Math.sqrt(14)};
        assertThat(lrn.values()).containsExactly(expected, CLOSE);
        Tensor y = lrn.run();
        double[] grad = Plain.op("LRNGrad")
                .in(floats(x.shape(), 1, 0, 0), x, y)
                .integer("depth_radius", 1)
                .values();
        double own = 1 / Math.sqrt(6);
        assertThat(grad).containsExactly(new double[] {own - own / 6, -2 * own / 6, 0}, CLOSE);
        assertThatThrownBy(lrn.integer("depth_radius", -1)::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("depth_radius = -1");
    }
}
