package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class BoxMullerTest {
    /** The checksum of glibc's {@code logf} and {@code sincosf}, printed by {@code tools/golden/libm.c}. */
    private static final int LIBM = 0x9FC57753;

    @Test
    void floatFunctionsHaveTheBitsOfTheCLibraryForEveryArgument() {
        CRC32 crc = new CRC32();
        ByteBuffer buffer = ByteBuffer.allocate(3 * 4 << 10).order(ByteOrder.LITTLE_ENDIAN);
        float[] pair = new float[2];
        for (int sample = 0; sample < 1 << 23; sample++) {
            BoxMuller.unitPair(sample, pair, 0);
            buffer.putFloat(BoxMuller.log(Math.max(sample * 0x1p-23f, 1e-7f)));
            buffer.putFloat(pair[0]);
            buffer.putFloat(pair[1]);
            if (!buffer.hasRemaining()) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        assertThat((int) crc.getValue()).isEqualTo(LIBM);
    }

    @Test
    void pairsFollowTheFormula() {
        float[] pair = new float[2];
        double[] wide = new double[2];
        for (int i = 0; i < 1000; i++) {
            int u = i * 0x9E3779B9;
            int v = i * 0x85EBCA6B;
            BoxMuller.pair(u, v, pair, 0);
            double radius = Math.sqrt(-2 * Math.log(Math.max((u & 0x7FFFFF) / (double) (1 << 23), 1e-7)));
            double angle = 2 * Math.PI * (v & 0x7FFFFF) / (1 << 23);
            assertThat((double) pair[0]).isCloseTo(radius * Math.sin(angle), within(5e-6));
            assertThat((double) pair[1]).isCloseTo(radius * Math.cos(angle), within(5e-6));
            BoxMuller.pair(u, v, v, u, wide, 0);
            assertThat(Math.hypot(wide[0], wide[1]))
                    .isCloseTo(Math.sqrt(-2 * Math.log(Math.max(RandomUniform.real(u, v), 1e-7))), within(1e-12));
        }
    }
}
