package io.leat.ops.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reductions, scans and segments; values from TensorFlow 2.18. */
class ReductionsTest {
    private static final Tensor ZERO = Tensor.vector(0);

    @Test
    void meansOfIntegersAreTruncated() {
        assertThat(Evaluator.op("Mean", Tensor.vector(-3, -4), ZERO)).is(Evaluator.like(Tensor.scalar(-3)));
        assertThat(Evaluator.op("Mean", Tensor.vector(Integer.MAX_VALUE, Integer.MAX_VALUE), ZERO))
                .is(Evaluator.like(Tensor.scalar(Integer.MAX_VALUE)));
        Tensor bytes = Tensors.int8(Shape.of(2), (byte) 100, (byte) 100);
        assertThat(Evaluator.op("Mean", bytes, ZERO)).is(Evaluator.like(Tensors.int8(Shape.SCALAR, (byte) 100)));
        assertThat(Evaluator.op("EuclideanNorm", Tensor.vector(3, 4, 5), ZERO)).is(Evaluator.like(Tensor.scalar(7)));
        assertThat(Evaluator.op("EuclideanNorm", bytes, ZERO)).is(Evaluator.like(Tensors.int8(Shape.SCALAR, (byte) 5)));
    }

    @Test
    void ofNothing() {
        Tensor none = Tensor.zeros(DType.FLOAT32, Shape.of(0));
        assertThat(Evaluator.op("Mean", none, ZERO)).is(Evaluator.like(Tensor.scalar(Float.NaN)));
        assertThat(Evaluator.op("Max", none, ZERO)).is(Evaluator.like(Tensor.scalar(Float.NEGATIVE_INFINITY)));
        assertThat(Evaluator.op("Prod", none, ZERO)).is(Evaluator.like(Tensor.scalar(1f)));
        Tensor noInts = Tensor.zeros(DType.INT32, Shape.of(0));
        assertThat(Evaluator.op("Max", noInts, ZERO)).is(Evaluator.like(Tensor.scalar(Integer.MIN_VALUE)));
        assertThat(Evaluator.op("Min", noInts, ZERO)).is(Evaluator.like(Tensor.scalar(Integer.MAX_VALUE)));
    }

    @Test
    void positionsPassOverNan() {
        for (Tensor x : List.of(Tensor.vector(Float.NaN, 1f, 2f), Tensor.vector(1f, Float.NaN, 2f))) {
            assertThat(Evaluator.op("ArgMax", x, Tensor.scalar(0))).is(Evaluator.like(Tensor.scalar(2L)));
        }
        Tensor only = Tensor.vector(Float.NaN, Float.NEGATIVE_INFINITY);
        assertThat(Evaluator.op("ArgMax", only, Tensor.scalar(0))).is(Evaluator.like(Tensor.scalar(0L)));
        assertThatThrownBy(() -> Evaluator.op("ArgMax", Tensor.zeros(DType.FLOAT32, Shape.of(2, 0)), Tensor.scalar(1)))
                .hasMessageContaining("Reduction axis 1 is empty in shape [2,0]");
        assertThatThrownBy(() -> Evaluator.op("ArgMax", only, Tensor.scalar(3)))
                .hasMessageContaining("Expected dimension in the range [-1, 1), but got 3");
    }

    @Test
    void scans() {
        Tensor x = Tensor.vector(1, 2, 3);
        Map<String, Attr> both = Map.of("exclusive", Attr.of(true), "reverse", Attr.of(true));
        assertThat(Evaluator.op("Cumsum", x, Tensor.scalar(0)).toIntArray()).containsExactly(1, 3, 6);
        assertThat(Evaluator.op("Cumsum", both, x, Tensor.scalar(0)).toIntArray())
                .containsExactly(5, 3, 0);
        assertThat(Evaluator.op("Cumprod", both, x, Tensor.scalar(-1)).toIntArray())
                .containsExactly(6, 3, 1);
        assertThatThrownBy(() -> Evaluator.op("Cumsum", x, Tensor.scalar(1)))
                .hasMessageContaining("ScanOp: Expected scan axis in the range [-1, 1), but got 1");
    }

    @Test
    void segmentsWithGaps() {
        Tensor x = Tensor.vector(1f, 2f);
        Tensor ids = Tensor.vector(1, 3);
        assertThat(Evaluator.op("SegmentMax", x, ids).toFloatArray()).containsExactly(0, 1, 0, 2);
        assertThat(Evaluator.op("SegmentProd", x, ids).toFloatArray()).containsExactly(1, 1, 1, 2);
        assertThat(Evaluator.op("SegmentMean", Tensor.vector(-1, -4), Tensor.vector(1, 1))
                        .toIntArray())
                .containsExactly(0, -2);
        assertThat(Evaluator.op("UnsortedSegmentMax", x, Tensor.vector(1, -1), Tensor.scalar(3))
                        .toFloatArray())
                .containsExactly(-Float.MAX_VALUE, 1, -Float.MAX_VALUE);
    }

    @Test
    void segmentsThatAreWrong() {
        Tensor x = Tensor.vector(1f, 2f);
        assertThatThrownBy(() -> Evaluator.op("SegmentSum", x, Tensor.vector(1, 0)))
                .hasMessageContaining("segment ids are not increasing");
        assertThatThrownBy(() -> Evaluator.op("SegmentSum", x, Tensor.vector(-1, 0)))
                .hasMessageContaining("Segment id -1 out of range [0, 1)");
        assertThatThrownBy(() -> Evaluator.op("UnsortedSegmentSum", x, Tensor.vector(1, 5), Tensor.scalar(3)))
                .hasMessageContaining("segment_ids[1] = 5 is out of range [0, 3)");
        assertThatThrownBy(() -> Evaluator.op("UnsortedSegmentSum", x, Tensor.vector(1, 1), Tensor.scalar(-3)))
                .hasMessageContaining("Input num_segments == -3 must not be negative.");
    }

    @Test
    void counts() {
        Tensor values = Tensor.vector(0, 1, 5, 1);
        Tensor none = Tensor.zeros(DType.FLOAT32, Shape.of(0));
        assertThat(Evaluator.op("Bincount", values, Tensor.scalar(3), none).toFloatArray())
                .containsExactly(1, 2, 0);
        Tensor rows = Tensor.of(Shape.of(2, 2), 0, 0, 1, 2);
        assertThat(Evaluator.op("DenseBincount", Map.of("binary_output", Attr.of(true)), rows, Tensor.scalar(3), none))
                .is(Evaluator.like(Tensor.of(Shape.of(2, 3), 1f, 0, 0, 0, 1, 1)));
        assertThat(Evaluator.op(
                                "HistogramFixedWidth",
                                Tensor.vector(-1f, 0f, 1.5f, 2f, 5f, 15f),
                                Tensor.vector(0f, 5f),
                                Tensor.scalar(5))
                        .toIntArray())
                .containsExactly(2, 1, 1, 0, 2);
    }

    @Test
    void gradientsOfReductions() {
        Tensor x = NumericGradient.random(0.5, 2, 2, 3, 2);
        for (String op : List.of("Sum", "Mean", "Prod", "Max", "Min", "EuclideanNorm")) {
            for (int[] axes : new int[][] {{1}, {-1, 0}, {}}) {
                NumericGradient.check(
                        (tf, in) -> tf.call(op, in.get(0), tf.constant(Tensor.of(Shape.of(axes.length), axes))), x);
            }
        }
    }

    @Test
    void theGradientOfAProductIsRightAtZeros() {
        Tensor x = Tensor.of(Shape.of(3, 3), 0.0, 2, 3, 0, 0, 4, 1, 2, 3);
        NumericGradient.check((tf, in) -> tf.call("Prod", in.get(0), tf.constant(new int[] {1})), x);
        Tensor y = Tensor.vector(0.0, 2, 3, 4);
        NumericGradient.check((tf, in) -> tf.call("SegmentProd", in.get(0), tf.constant(new int[] {0, 0, 2, 2})), y);
    }

    @Test
    void gradientsOfScansAndSegments() {
        Tensor x = NumericGradient.random(0.5, 2, 4, 3);
        for (String op : List.of("Cumsum", "Cumprod", "CumulativeLogsumexp")) {
            NumericGradient.check((tf, in) -> tf.call(op, in.get(0), tf.constant(1)), x);
        }
        for (String kind : List.of("Sum", "Prod", "Max", "Min", "Mean")) {
            NumericGradient.check(
                    (tf, in) -> tf.call("Segment" + kind, in.get(0), tf.constant(new int[] {0, 0, 2, 2})), x);
        }
        for (String kind : List.of("Sum", "Prod")) {
            NumericGradient.check(
                    (tf, in) -> tf.call(
                            "UnsortedSegment" + kind, in.get(0), tf.constant(new int[] {0, 2, -1, 0}), tf.constant(4)),
                    x);
        }
    }
}
