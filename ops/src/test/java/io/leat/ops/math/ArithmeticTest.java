package io.leat.ops.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Elementwise arithmetic where integers, signs, NaN or 0 make a difference; values from TensorFlow 2.18. */
class ArithmeticTest {
    private static final float NAN = Float.NaN;
    private static final float INF = Float.POSITIVE_INFINITY;

    private static int[] ints(String op, int[] a, int[] b) {
        return Evaluator.op(op, Tensor.vector(a), Tensor.vector(b)).toIntArray();
    }

    private static float[] floats(String op, float[] a, float[] b) {
        return Evaluator.op(op, Tensor.vector(a), Tensor.vector(b)).toFloatArray();
    }

    @Test
    void integerQuotientsAndRemainders() {
        int[] a = {7, -7, 7, -7};
        int[] b = {2, 2, -2, -2};
        assertThat(ints("Div", a, b)).containsExactly(3, -3, -3, 3);
        assertThat(ints("TruncateDiv", a, b)).containsExactly(3, -3, -3, 3);
        assertThat(ints("FloorDiv", a, b)).containsExactly(3, -4, -4, 3);
        assertThat(ints("FloorMod", a, b)).containsExactly(1, 1, -1, -1);
        assertThat(ints("Mod", a, b)).containsExactly(1, -1, 1, -1);
        assertThat(ints("TruncateMod", a, b)).containsExactly(1, -1, 1, -1);
    }

    @Test
    void integersAreNotDividedByZero() {
        for (String op : List.of("Div", "TruncateDiv", "FloorDiv", "FloorMod", "Mod", "TruncateMod")) {
            assertThatThrownBy(() -> ints(op, new int[] {1, 1}, new int[] {1, 0}))
                    .as(op)
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("Integer division by zero");
        }
    }

    @Test
    void floatRemaindersFollowTheDivisor() {
        assertThat(floats("FloorMod", new float[] {1, -0f, 5, -5, NAN}, new float[] {0, -2, -INF, 3, 1}))
                .containsExactly(NAN, -0f, -INF, 1, NAN);
        assertThat(floats("FloorDiv", new float[] {1, 5, -7}, new float[] {0, -INF, 2}))
                .containsExactly(INF, -0f, -4);
        assertThat(floats("TruncateDiv", new float[] {-7, 7}, new float[] {2, 2}))
                .containsExactly(-3, 3);
    }

    @Test
    void powers() {
        assertThat(ints("Pow", new int[] {2, -3, 0, 7}, new int[] {10, 3, 0, 1}))
                .containsExactly(1024, -27, 1, 7);
        assertThat(floats("Pow", new float[] {1, NAN, -1, -8}, new float[] {NAN, 0, INF, 3}))
                .containsExactly(1, 1, 1, -512);
        assertThatThrownBy(() -> ints("Pow", new int[] {2}, new int[] {-1}))
                .hasMessageContaining("Integers to negative integer powers are not allowed");
    }

    @Test
    void zeroWinsOverNanWhereTheNameSaysSo() {
        float[] x = {NAN, INF, 3};
        float[] zero = {0, 0, 0};
        assertThat(floats("MulNoNan", x, zero)).containsExactly(0, 0, 0);
        assertThat(floats("DivNoNan", x, zero)).containsExactly(0, 0, 0);
        assertThat(floats("Xlogy", zero, new float[] {0, NAN, -1})).containsExactly(0, 0, 0);
        assertThat(floats("Xdivy", zero, new float[] {0, NAN, -1})).containsExactly(0, 0, 0);
        assertThat(floats("Xlog1py", zero, new float[] {-1, NAN, -2})).containsExactly(0, 0, 0);
        assertThat(floats("SqrtGrad", zero, new float[] {0, 1, -1})).containsExactly(0, INF, -INF);
    }

    @Test
    void nanIsTheGreatestAndTheLeast() {
        assertThat(floats("Maximum", new float[] {NAN, 1, 2}, new float[] {1, NAN, 3}))
                .containsExactly(NAN, NAN, 3);
        assertThat(floats("Minimum", new float[] {NAN, 1, 2}, new float[] {1, NAN, 3}))
                .containsExactly(NAN, NAN, 2);
        assertThat(Evaluator.op("Sign", Tensor.vector(NAN, -0f, -2)).toFloatArray())
                .containsExactly(NAN, 0, -1);
    }

    @Test
    void roundsHalvesToEven() {
        Tensor x = Tensor.vector(0.5f, 1.5f, -0.5f, 2.5f, -1.5f);
        assertThat(Evaluator.op("Round", x).toFloatArray()).containsExactly(0, 2, -0f, 2, -2);
        assertThat(Evaluator.op("Rint", x).toFloatArray()).containsExactly(0, 2, -0f, 2, -2);
    }

    @Test
    void unsignedIntegersCompareAndShiftAsUnsigned() {
        Tensor high = Tensors.uint64(Shape.of(2), -1, 1);
        Tensor low = Tensors.uint64(Shape.of(2), 1, -1);
        assertThat(Evaluator.op("Less", high, low).toBooleanArray()).containsExactly(false, true);
        assertThat(Evaluator.op("Maximum", high, low)).is(Evaluator.like(Tensors.uint64(Shape.of(2), -1, -1)));
        assertThat(Evaluator.op("RightShift", high, Tensors.uint64(Shape.of(2), 63, -1)))
                .is(Evaluator.like(Tensors.uint64(Shape.of(2), 1, 0)));
        assertThat(ints("RightShift", new int[] {-8, -8, 8}, new int[] {1, 99, -1}))
                .containsExactly(-4, -1, 8);
        assertThat(ints("LeftShift", new int[] {1, 1}, new int[] {31, 40}))
                .containsExactly(Integer.MIN_VALUE, Integer.MIN_VALUE);
    }

    @Test
    void countsBitsWithinTheDtype() {
        Tensor bytes = Tensors.int8(Shape.of(3), (byte) -1, (byte) 5, (byte) 0);
        assertThat(Evaluator.op("PopulationCount", bytes))
                .is(Evaluator.like(Tensors.uint8(Shape.of(3), (byte) 8, (byte) 2, (byte) 0)));
    }

    @Test
    void joinsStrings() {
        Tensor joined = Evaluator.op("Add", Tensor.vector("a", "b"), Tensor.scalar("x"));
        assertThat(joined.toStringArray()).containsExactly("ax", "bx");
        assertThat(Evaluator.op("Equal", Tensor.vector("a", "b"), Tensor.scalar("b"))
                        .toBooleanArray())
                .containsExactly(false, true);
    }

    @Test
    void complexNumbers() {
        Tensor z = Tensors.complex128(Shape.of(2), 3, 4, -1, 0);
        assertThat(Evaluator.op("Sqrt", z).isClose(Tensors.complex128(Shape.of(2), 2, 1, 0, 1), 1e-15, 1e-15))
                .isTrue();
        assertThat(Evaluator.op("SquaredDifference", z, Tensors.complex128(Shape.of(1), 0, 0)))
                .is(Evaluator.like(Tensors.complex128(Shape.of(2), 25, 0, 1, 0)));
        assertThat(Evaluator.op("Equal", z, z).toBooleanArray()).containsExactly(true, true);
        assertThat(Evaluator.op("Conj", z)).is(Evaluator.like(Tensors.complex128(Shape.of(2), 3, -4, -1, -0.0)));
    }

    @Test
    void incompatibleShapesMayMeanNotEqual() {
        var lenient = Map.of("incompatible_shape_error", Attr.of(false));
        Tensor two = Tensor.vector(1, 2);
        Tensor three = Tensor.vector(1, 2, 3);
        assertThat(Evaluator.op("Equal", lenient, two, three)).is(Evaluator.like(Tensor.scalar(false)));
        assertThat(Evaluator.op("NotEqual", lenient, two, three)).is(Evaluator.like(Tensor.scalar(true)));
        assertThatThrownBy(() -> Evaluator.op("Equal", two, three)).hasMessageContaining("Incompatible shapes");
    }

    @Test
    void sixteenBitQuotientsAreRoundedBeforeTheFraction() {
        Tensor a = Tensor.of(DType.BFLOAT16, Shape.of(1), 54.25);
        Tensor b = Tensor.of(DType.BFLOAT16, Shape.of(1), 9.0625);
        assertThat(54.25 / 9.0625).isLessThan(6);
        assertThat(Evaluator.op("TruncateDiv", a, b).realAt(0)).isEqualTo(6);
        assertThat(Evaluator.op("FloorDiv", a, b).realAt(0)).isEqualTo(6);
    }
}
