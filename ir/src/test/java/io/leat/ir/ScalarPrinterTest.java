package io.leat.ir;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.tensor.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarPrinterTest {
    private static final Scalar X = Scalar.input(0, DType.FLOAT32);
    private static final Scalar W = Scalar.input(1, DType.FLOAT32);

    @Test
    void namesWhatIsUsedTwice() {
        Scalar t = X.times(W).plus(0.5);
        Scalar flag = X.lt(0).and(W.ge(X)).not();
        assertThat(ScalarPrinter.print(
                        List.of(t.tanh().times(t), flag.select(X, t.neg()).cast(DType.UINT8))))
                .isEqualTo("""
                        map(x0: float, x1: float)
                          t0 = x0 * x1 + 0.5
                          y0: float = tanh(t0) * t0
                          y1: uint8 = uint8(select(!((x0 < 0.0) & (x1 >= x0)), x0, -t0))
                        """);
    }

    @Test
    void parenthesesAreThoseNeeded() {
        assertThat(ScalarPrinter.print(
                        List.of(X.minus(W.minus(X)).dividedBy(X.times(W)).neg())))
                .isEqualTo("""
                        map(x0: float, x1: float)
                          y0: float = -((x0 - (x1 - x0)) / (x0 * x1))
                        """);
    }

    @Test
    void constantsShowTheirValueInTheirDtype() {
        assertThat(ScalarPrinter.print(List.of(
                        Scalar.constant(-1L, DType.UINT64),
                        Scalar.constant(300L, DType.UINT8),
                        Scalar.constant(0.1, DType.BFLOAT16),
                        Scalar.constant(1, DType.BOOL))))
                .isEqualTo("""
                        map()
                          y0: uint64 = 18446744073709551615
                          y1: uint8 = 44
                          y2: bfloat16 = 0.100097656
                          y3: bool = true
                        """);
    }

    @Test
    void longExpressionsBecomeLines() {
        Scalar s = X;
        for (int i = 0; i < 40; i++) {
            s = s.plus(W).max(i);
        }
        assertThat(ScalarPrinter.print(List.of(s)).lines()).allMatch(line -> line.length() < 130);
    }
}
