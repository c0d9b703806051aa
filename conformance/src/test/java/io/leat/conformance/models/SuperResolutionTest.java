package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.Model;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A network that doubles a picture gives the quality known for it. */
@ExtendWith(ModelsPage.class)
final class SuperResolutionTest {
    private static final String MODEL = "data/models/fsrcnn/";

    /**
     * 30.06 decibels are reached between the luma that video has (ITU-R BT.601, 16 to 235), neither rounded nor clipped,
     * and what the network makes of its means over squares of two by two pixels, over the whole picture.
     */
    @Test
    @KnownAnswer(models = "fsrcnn", answer = "30.06 dB on a picture halved by means over 2 x 2 pixels")
    void doublesAButterfly() throws IOException {
        BufferedImage picture = Objects.requireNonNull(
                ImageIO.read(Shared.path(MODEL + "butterfly.png").toFile()));
        int width = picture.getWidth();
        int height = picture.getHeight();
        double[] luma = new double[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = luma(picture.getRGB(i % width, i / width));
        }
        float[] half = new float[luma.length / 4];
        for (int i = 0; i < half.length; i++) {
            int at = i / (width / 2) * 2 * width + i % (width / 2) * 2;
            half[i] = (float) ((luma[at] + luma[at + 1] + luma[at + width] + luma[at + width + 1]) / 4 / 255);
        }
        try (Model model = Model.load(Shared.path(MODEL + "FSRCNN-small_x2.pb"))) {
            Tensor small = Tensor.of(Shape.of(1, height / 2, width / 2, 1), half);
            Tensor large = Objects.requireNonNull(
                    model.call(Map.of("IteratorGetNext", small)).get("NCHW_output"));
            assertThat(large.shape()).isEqualTo(Shape.of(1, 1, height, width));
            assertThat(decibels(luma, large.toFloatArray())).isCloseTo(30.06, within(0.005));
        }
    }

    private static double luma(int rgb) {
        return 16 + (65.481 * (rgb >> 16 & 255) + 128.553 * (rgb >> 8 & 255) + 24.966 * (rgb & 255)) / 255;
    }

    /** The peak signal-to-noise ratio; {@code actual} is 1 where {@code expected} is 255. */
    private static double decibels(double[] expected, float[] actual) {
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            double d = actual[i] * 255.0 - expected[i];
            squares += d * d;
        }
        return 10 * Math.log10(255.0 * 255.0 * expected.length / squares);
    }
}
