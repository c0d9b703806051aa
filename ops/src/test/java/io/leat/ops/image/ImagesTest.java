package io.leat.ops.image;

import static io.leat.ops.Plain.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.ops.Plain;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final Offset<Double> CLOSE = within(1e-5);

    /** Red, a light green, black, grey. */
    private static final Tensor COLORS = floats(Shape.of(4, 3), 1, 0, 0, 0.5, 1, 0.5, 0, 0, 0, 0.5, 0.5, 0.5);

    private static final Tensor HSV = floats(Shape.of(4, 3), 0, 1, 1, 1 / 3.0, 0.5, 1, 0, 0, 0, 0, 0, 0.5);

    @Test
    void colorsAndBack() {
        assertThat(Plain.op("RGBToHSV").in(COLORS).values()).containsExactly(Plain.values(HSV), CLOSE);
        assertThat(Plain.op("HSVToRGB").in(HSV).values()).containsExactly(Plain.values(COLORS), CLOSE);
        assertThatThrownBy(Plain.op("RGBToHSV").in(floats(Shape.of(2), 0, 0))::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("input must have 3 channels but instead has 2 channels.");
    }

    @Test
    void adjustments() {
        Tensor image = COLORS.reshape(Shape.of(2, 2, 3));
        double[] turned = Plain.op("AdjustHue").in(image, Tensor.scalar(1 / 3f)).values();
        assertThat(new double[] {turned[0], turned[1], turned[2]}).containsExactly(new double[] {0, 1, 0}, CLOSE);
        double[] grey =
                Plain.op("AdjustSaturation").in(image, Tensor.scalar(0f)).values();
        assertThat(new double[] {grey[0], grey[1], grey[2]}).containsExactly(new double[] {1, 1, 1}, CLOSE);
        Tensor pair = floats(Shape.of(1, 2, 1), 2, 4);
        assertThat(Plain.op("AdjustContrastv2").in(pair, Tensor.scalar(2f)).values())
                .containsExactly(1, 5);
    }

    @Test
    void boxesAreCutOutAndResized() {
        Tensor image = Plain.counting(DType.UINT8, 2, 2, 2, 1);
        Tensor boxes = floats(Shape.of(3, 4), 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2);
        Plain crop = Plain.op("CropAndResize").in(image, boxes, Tensor.vector(0, 1, 0), Tensor.vector(2, 2));
        assertThat(crop.attr("extrapolation_value", -1f).values())
                .containsExactly(0, 1, 2, 3, 7, 6, 5, 4, 0, -1, -1, -1);
        Plain center = Plain.op("CropAndResize").in(image, boxes, Tensor.vector(0, 1, 0), Tensor.vector(1, 1));
        assertThat(center.values()).containsExactly(1.5, 5.5, 3);
    }

    @Test
    void boxesOfNoImage() {
        Tensor image = Plain.counting(DType.FLOAT32, 1, 2, 2, 1);
        Tensor box = floats(Shape.of(1, 4), 0, 0, 1, 1);
        assertThatThrownBy(Plain.op("CropAndResize").in(image, box, Tensor.vector(1), Tensor.vector(2, 2))::run)
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("box_index has values outside [0, batch_size)");
        assertThatThrownBy(Plain.op("CropAndResize").in(image, box, Tensor.vector(0), Tensor.vector(2, 0))::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("crop dimensions must be positive");
    }

    @Test
    void patches() {
        Plain patches = Plain.op("ExtractImagePatches")
                .in(Plain.counting(DType.INT32, 1, 2, 3, 1))
                .ints("ksizes", 1, 2, 2, 1)
                .ints("strides", 1, 1, 2, 1)
                .ints("rates", 1, 1, 1, 1);
        patches.attr("padding", "VALID");
        assertThat(patches.inferred(0)).isEqualTo(Shape.of(1, 1, 1, 4));
        assertThat(patches.values()).containsExactly(0, 1, 3, 4);
        patches.attr("padding", "SAME");
        assertThat(patches.inferred(0)).isEqualTo(Shape.of(1, 2, 2, 4));
        assertThat(patches.values()).containsExactly(0, 1, 3, 4, 2, 0, 5, 0, 3, 4, 0, 0, 5, 0, 0, 0);
    }
}
