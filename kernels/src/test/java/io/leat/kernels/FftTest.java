package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 12, 16, 31, 64, 97, 100, 128, 360})
    void isTheSumOfItsDefinition(int n) {
        var random = new Random(n);
        double[] re = random.doubles(n, -1, 1).toArray();
        double[] im = random.doubles(n, -1, 1).toArray();
        double[] yRe = re.clone();
        double[] yIm = im.clone();
        Fft fft = Fft.of(n);
        fft.forward(yRe, yIm);
        for (int k = 0; k < n; k++) {
            double x = 0;
            double y = 0;
            for (int i = 0; i < n; i++) {
                double angle = -2 * Math.PI * ((long) i * k % n) / n;
                x += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
                y += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
            }
            assertThat(yRe[k]).isCloseTo(x, within(1e-12 * n));
            assertThat(yIm[k]).isCloseTo(y, within(1e-12 * n));
        }
        fft.inverse(yRe, yIm);
        assertThat(yRe).containsExactly(re, within(1e-12));
        assertThat(yIm).containsExactly(im, within(1e-12));
    }
}
