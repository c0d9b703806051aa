package io.leat.ir;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.tensor.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarSimplifierTest {
    private static final Scalar X = Scalar.input(0, DType.FLOAT32);
    private static final Scalar I = Scalar.input(0, DType.INT32);
    private static final Scalar B = Scalar.input(0, DType.BOOL);

    private static String simplified(Scalar s) {
        String text = ScalarPrinter.print(ScalarSimplifier.simplify(List.of(s)));
        return text.substring(text.indexOf("= ") + 2).trim();
    }

    @Test
    void keepsWhatIsExact() {
        assertThat(simplified(X.times(1).neg().neg())).isEqualTo("x0");
        assertThat(simplified(X.plus(0))).isEqualTo("x0 + 0.0");
        assertThat(simplified(X.plus(-0.0))).isEqualTo("x0");
        assertThat(simplified(X.minus(0))).isEqualTo("x0");
        assertThat(simplified(X.dividedBy(4))).isEqualTo("x0 * 0.25");
        assertThat(simplified(X.dividedBy(3))).isEqualTo("x0 / 3.0");
        assertThat(simplified(X.times(-1).neg())).isEqualTo("x0");
        assertThat(simplified(X.minus(X))).isEqualTo("x0 - x0");
        assertThat(simplified(X.neg().abs().abs())).isEqualTo("abs(x0)");
        assertThat(simplified(I.plus(0).times(1))).isEqualTo("x0");
        assertThat(simplified(I.minus(I))).isEqualTo("0");
        assertThat(simplified(I.rint())).isEqualTo("x0");
        assertThat(simplified(B.not().not())).isEqualTo("x0");
        assertThat(simplified(B.not().select(X, X.neg()))).isEqualTo("select(x0, -x0, x0)");
        assertThat(simplified(B.and(Scalar.constant(1, DType.BOOL)).select(X, X)))
                .isEqualTo("x0");
        assertThat(simplified(X.cast(DType.FLOAT64).cast(DType.FLOAT32))).isEqualTo("x0");
        assertThat(simplified(I.cast(DType.FLOAT32).cast(DType.INT32))).isEqualTo("int32(float(x0))");
    }

    @Test
    void foldsConstantsButNotFailures() {
        Scalar three = Scalar.constant(3, DType.INT32);
        assertThat(simplified(X.times(three.times(three).cast(DType.FLOAT32)))).isEqualTo("x0 * 9.0");
        assertThat(simplified(three.dividedBy(0))).isEqualTo("3 / 0");
        assertThat(simplified(Scalar.constant(0.5, DType.FLOAT32).exp())).isEqualTo("exp(0.5)");
    }

    @Test
    void sharesEqualNodesAndSurvivesDeepOnes() {
        Scalar a = X;
        Scalar b = Scalar.input(0, DType.FLOAT32);
        for (int i = 0; i < 100_000; i++) {
            a = a.times(a).plus(0.5);
            b = b.times(b).plus(0.5);
        }
        List<Scalar> shared = ScalarSimplifier.share(List.of(a, b));
        assertThat(shared.get(0)).isSameAs(shared.get(1));
        assertThat(Scalars.topological(shared)).hasSize(200_002);
    }
}
