package io.leat.ops.image;

import static io.leat.ops.Plain.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.Plain;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResizeTest {
    private static final Tensor ROW = floats(Shape.of(1, 1, 2, 1), 0, 8);
    private static final Tensor FOUR = Tensor.vector(1, 4);

    @Test
    void bilinear() {
        assertThat(Plain.op("ResizeBilinear").in(ROW, FOUR).values()).containsExactly(0, 4, 8, 8);
        assertThat(Plain.op("ResizeBilinear")
                        .in(ROW, FOUR)
                        .attr("half_pixel_centers", true)
                        .values())
                .containsExactly(0, 2, 6, 8);
        assertThat(Plain.op("ResizeBilinear")
                        .in(ROW, Tensor.vector(1, 3))
                        .attr("align_corners", true)
                        .values())
                .containsExactly(0, 4, 8);
    }

    @Test
    void nearest() {
        Tensor bytes = Tensor.of(DType.UINT8, Shape.of(1, 1, 2, 1), 3, 200);
        assertThat(Plain.op("ResizeNearestNeighbor").in(bytes, FOUR).values()).containsExactly(3, 3, 200, 200);
        assertThat(Plain.op("ResizeNearestNeighbor")
                        .in(bytes, Tensor.vector(1, 3))
                        .attr("align_corners", true)
                        .values())
                .containsExactly(3, 200, 200);
    }

    @Test
    void area() {
        Tensor x = floats(Shape.of(1, 1, 3, 1), 3, 6, 9);
        assertThat(Plain.op("ResizeArea").in(x, Tensor.vector(1, 2)).values())
                .containsExactly(new double[] {4, 8}, within(1e-5));
    }

    /** Cubic interpolation reproduces a straight line away from the borders. */
    @Test
    void bicubic() {
        Tensor x = Plain.counting(DType.FLOAT32, 1, 1, 8, 1);
        double[] y = Plain.op("ResizeBicubic")
                .in(x, Tensor.vector(1, 16))
                .attr("half_pixel_centers", true)
                .values();
        for (int i = 4; i < 12; i++) {
            assertThat(y[i]).isCloseTo((i + 0.5) / 2 - 0.5, within(1e-5));
        }
    }

    /** Resizing is linear, so that its gradient has the same products with anything. */
    @Test
    void gradientsAreAdjoint() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String op : new String[] {"ResizeBilinear", "ResizeBicubic", "ResizeNearestNeighbor"}) {
            for (String corners : new String[] {"", "align_corners", "half_pixel_centers"}) {
                int h = 1 + random.nextInt(6);
                int w = 1 + random.nextInt(6);
                Tensor x = Plain.random(random, 2, 4, 3, 2);
                Plain forward = Plain.op(op).in(x, Tensor.vector(h, w));
                double[] g = Plain.values(Plain.random(random, 2, h, w, 2));
                Shape shape = Shape.of(2, h, w, 2);
                Plain back = op.equals("ResizeNearestNeighbor")
                        ? Plain.op(op + "Grad").in(Plain.doubles(shape, g), Tensor.vector(4, 3))
                        : Plain.op(op + "Grad").in(floats(shape, g), x);
                if (!corners.isEmpty()) {
                    forward.attr(corners, true);
                    back.attr(corners, true);
                }
                double expected = Plain.dot(forward.run(), Plain.doubles(shape, g));
                assertThat(Plain.dot(x, back.run())).as("%s, seed %d", op, seed).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @Test
    void shapesAreInferredFromWhatIsKnown() {
        Ops tf = Graph.create().ops();
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY, 7, 7, 3));
        Output size = tf.placeholder("size", DType.INT32, Shape.of(2));
        assertThat(ResizeBilinear.of(tf, x, tf.constant(4, 5)).shape()).isEqualTo(Shape.of(Shape.ANY, 4, 5, 3));
        assertThat(ResizeBilinear.of(tf, x, size).shape()).isEqualTo(Shape.of(Shape.ANY, Shape.ANY, Shape.ANY, 3));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        rejected(Plain.op("ResizeBilinear").in(ROW, Tensor.vector(0, 1)), "output dimensions must be positive");
        rejected(Plain.op("ResizeBilinear").in(ROW, Tensor.vector(1)), "shape_t must have two elements[1]");
        rejected(Plain.op("ResizeArea").in(floats(Shape.of(1, 0, 2, 1)), FOUR), "input image must be of non-zero size");
        rejected(
                Plain.op("ResizeBicubic")
                        .in(ROW, FOUR)
                        .attr("align_corners", true)
                        .attr("half_pixel_centers", true),
                "If half_pixel_centers is True, align_corners must be False.");
        rejected(
                Plain.op("ResizeBilinearGrad").in(ROW, ROW.reshape(Shape.of(2))),
                "original_image must be 4-dimensional");
    }

    private static void rejected(Plain op, String message) {
        assertThatThrownBy(op::run).isInstanceOf(InvalidArgumentException.class).hasMessageContaining(message);
    }
}
