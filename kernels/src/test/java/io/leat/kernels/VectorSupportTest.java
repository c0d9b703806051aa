package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorSupportTest {
    @Test
    void thePropertyLimitsTheVectors() {
        assertThat(VectorSupport.maxBits("off")).isZero();
        assertThat(VectorSupport.maxBits("128")).isEqualTo(128);
        assertThat(VectorSupport.maxBits("256")).isEqualTo(256);
        assertThat(VectorSupport.maxBits("")).isEqualTo(512);
        assertThat(VectorSupport.maxBits("on")).isEqualTo(512);
    }

    @Test
    void vectorsNeedTheOptimisingCompiler() {
        assertThat(VectorSupport.optimisingCompiler("mixed mode, sharing")).isTrue();
        assertThat(VectorSupport.optimisingCompiler("mixed mode, emulated-client, sharing"))
                .isFalse();
        assertThat(VectorSupport.optimisingCompiler("interpreted mode, sharing"))
                .isFalse();
    }

    @Test
    void formsDifferInTheirLanes() {
        assertThat(Forms.call("off", VectorSupportTest.class, "lanes", 0)).isEqualTo(101);
        assertThat(Forms.call("128", VectorSupportTest.class, "lanes", 0)).isEqualTo(402);
    }

    @SuppressWarnings("unused")
    static int lanes(int argument) {
        return 100 * VectorSupport.floatLanes() + VectorSupport.doubleLanes() + argument;
    }
}
