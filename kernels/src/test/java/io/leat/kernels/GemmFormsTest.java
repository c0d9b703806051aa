package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scalar form and the narrower vectors compute the same products. */
class GemmFormsTest {
    @ParameterizedTest
    @ValueSource(strings = {"off", "128", "256"})
    void plainLoopsAgree(String form) {
        Forms.call(form, GemmTest.class, "checkShapes", 100);
    }

    @Test
    void blockedProductsHaveTheSameBitsInAllForms() {
        for (int seed = 0; seed < 6; seed++) {
            Object expected = blocked(seed);
            for (String form : new String[] {"off", "128", "256"}) {
                assertThat(Forms.call(form, GemmFormsTest.class, "blocked", seed))
                        .as("seed %d, %s", seed, form)
                        .isEqualTo(expected);
            }
        }
    }

    /** A product in which no form sums lane by lane. */
    static float[] blocked(int seed) {
        Random random = new Random(seed);
        int m = 17 + random.nextInt(100);
        int n = 17 + random.nextInt(100);
        int k = 1 + random.nextInt(1000);
        boolean transA = random.nextBoolean();
        boolean transB = random.nextBoolean();
        float[] a = new float[m * k];
        float[] b = new float[k * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = random.nextFloat() - 0.5f;
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = random.nextFloat() - 0.5f;
        }
        float[] c = new float[m * n];
        for (int i = 0; i < 2; i++) {
            Gemm.sgemm(
                    transA,
                    transB,
                    m,
                    n,
                    k,
                    a,
                    0,
                    transA ? m : k,
                    b,
                    0,
                    transB ? k : n,
                    i > 0,
                    c,
                    0,
                    n,
                    Parallel.SERIAL);
        }
        return c;
    }
}
