package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FmaChainsTest {
    @Test
    void everyChainTakesEveryRound() {
        float[] values = new float[FmaChains.CHAINS];
        for (int c = 0; c < values.length; c++) {
            values[c] = 0.1f * c;
        }
        float[] expected = values.clone();
        double operations = FmaChains.run(1000, 0.999f, 1e-3f, values);
        FmaChains.scalar(1000, 0.999f, 1e-3f, expected);
        assertThat(values).containsExactly(expected);
        assertThat(operations).isEqualTo(2.0 * FmaChains.CHAINS * 1000 * VectorSupport.floatLanes());
    }
}
