package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VectorFormTest {

    @Test
    void comesIntoUseOnceItIsFast() {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        AtomicInteger runs = new AtomicInteger();
        VectorForm form = VectorForm.compiledFirst(10_000, (x, y, z, n) -> {
            assertThat(2 * n).isLessThanOrEqualTo(x.length);
            assertThat(z).hasSameSizeAs(x);
            runs.incrementAndGet();
        });
        assertThat(form.ready(100)).isFalse();
        VectorForm.settle();
        assertThat(runs).as("little work does not call for it").hasValue(0);
        assertThat(form.ready(1_000_000)).isFalse();
        VectorForm.settle();
        assertThat(runs.get()).isPositive();
        assertThat(form.ready(1)).isTrue();
    }

    @Test
    void theScalarFormStaysWhereTheVectorFormIsUnavailable() {
        assumeTrue(!VectorSupport.AVAILABLE, "the Vector API is there");
        VectorForm form = VectorForm.compiledFirst(10_000, (x, y, z, n) -> {
            throw new AssertionError("never called");
        });
        assertThat(form.ready(1_000_000)).isFalse();
        VectorForm.settle();
        assertThat(form.ready(1_000_000)).isFalse();
    }

    /** The change from one form to the other does not show in the results. */
    @Test
    void bothFormsGiveTheSameBits() {
        float[] x = new float[10_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 5000) * 0.01f;
        }
        float[] before = new float[x.length];
        float[] after = new float[x.length];
        Elementary.exp(x, 0, before, 0, x.length);
        float sumBefore = Elementary.sum(x, 0, x.length);
        VectorForm.settle();
        Elementary.exp(x, 0, after, 0, x.length);
        assertThat(after).isEqualTo(before);
        assertThat(Elementary.sum(x, 0, x.length)).isEqualTo(sumBefore);
    }
}
