package io.leat.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RowTest {
    private static final Limits LIMITS = new Limits(100, 20);

    @Test
    void ratiosAreToTheFastestPeerAndToTheFloor() {
        var row = row("matmul512", 4e6, 5e6, 2e6, 1e6, new Work(2e8, 0));
        assertThat(row.toFastest()).hasValue(4);
        assertThat(row.toFloor(LIMITS)).hasValue(2);
        assertThat(row.miss(Goal.of("matmul512")).orElseThrow()).isCloseTo(4 * 0.95, within(1e-12));
        assertThat(new Results(Map.of(1, LIMITS), List.of(), List.of(), false, List.of()).line(row))
                .isEqualTo("| matmul512 | 1 | 4.000 | 5.000 | 2.000 | 1.000 | 4.00 | 1.05 | 2.000 flops | 2.00 |");
    }

    @Test
    void matrixProductsAreNoSlowerThanTensorFlow() {
        var row = row("matmul512", 1.04e6, 3e6, 1e6, 2e6, new Work(0, 0));
        assertThat(row.miss(Goal.of("matmul512"))).hasValue(1.04);
        assertThat(row.toFloor(LIMITS)).isEmpty();
    }

    @Test
    void callsCountInMicroseconds() {
        var row = new Row(
                "dispatch",
                1,
                Map.of(Contender.LEAT, 500.0, Contender.LEAT_RUN, 6000.0, Contender.ONNX_RUNTIME, 100.0),
                Map.of(),
                "",
                new Work(0, 8));
        assertThat(row.miss(Goal.of("dispatch"))).hasValue(1.5);
    }

    @Test
    void withoutLeatThereIsNoRatio() {
        var row = new Row(
                "lstm",
                1,
                Map.of(Contender.TENSORFLOW, 1e6),
                Map.of(Contender.LEAT, "no such op"),
                "",
                new Work(0, 4e9));
        assertThat(row.toFastest()).isEmpty();
        assertThat(row.toFloor(LIMITS)).isEmpty();
        assertThat(row.work().floor(LIMITS)).isEqualTo(2e8);
        assertThat(row.work().boundByMemory(LIMITS)).isTrue();
        assertThat(new Results(Map.of(1, LIMITS), List.of(row), List.of(), false, List.of("cold")).text())
                .contains("- lstm, 1 thread, Leat: no such op\n- cold\n");
    }

    private static Row row(String name, double leat, double tf, double oneDnn, double ort, Work work) {
        return new Row(
                name,
                1,
                Map.of(
                        Contender.LEAT, leat,
                        Contender.TENSORFLOW, tf,
                        Contender.TENSORFLOW_ONEDNN, oneDnn,
                        Contender.ONNX_RUNTIME, ort),
                Map.of(),
                "",
                work);
    }
}
