package io.leat.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarInterpreterTest {
    private static Scalar in(int index, DType type) {
        return Scalar.input(index, type);
    }

    private static Tensor one(Scalar body, Tensor... inputs) {
        return ScalarInterpreter.of(List.of(body)).evaluate(inputs).getFirst();
    }

    private static Tensor bytes(DType type, int... values) {
        byte[] b = new byte[values.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) values[i];
        }
        return Raw.wrap(type, Shape.of(b.length), b);
    }

    @Test
    void broadcasts() {
        Tensor column = Tensor.of(Shape.of(2, 1), 10f, 20f);
        Tensor row = Tensor.of(Shape.of(3), 1f, 2f, 3f);
        Tensor y = one(in(0, DType.FLOAT32).plus(in(1, DType.FLOAT32)), column, row);
        assertThat(y.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(y.toFloatArray()).containsExactly(11, 12, 13, 21, 22, 23);
    }

    @Test
    void smallIntegersWrap() {
        Scalar a = in(0, DType.UINT8);
        Scalar b = in(1, DType.UINT8);
        Tensor x = bytes(DType.UINT8, 250, 3, 255);
        Tensor y = bytes(DType.UINT8, 10, 250, 16);
        assertThat(Raw.bytes(one(a.plus(b), x, y))).containsExactly(4, (byte) 253, 15);
        assertThat(Raw.bytes(one(a.dividedBy(b), x, y))).containsExactly(25, 0, 15);
        assertThat(Raw.bytes(one(a.lt(b), x, y))).containsExactly(0, 1, 0);
        assertThat(Raw.bytes(one(a.apply(BinaryFunction.SHIFT_RIGHT, b), x, y))).containsExactly(1, 0, 1);
        assertThat(one(a.neg().cast(DType.INT32), x).toIntArray()).containsExactly(6, 253, 1);
    }

    @Test
    void divisionsRoundAsTheyPromise() {
        Scalar a = in(0, DType.INT32);
        Scalar b = in(1, DType.INT32);
        Tensor x = Tensor.vector(-7, 7, Integer.MIN_VALUE);
        Tensor y = Tensor.vector(2, -2, -1);
        assertThat(one(a.dividedBy(b), x, y).toIntArray()).containsExactly(-3, -3, Integer.MIN_VALUE);
        assertThat(one(a.apply(BinaryFunction.FLOOR_DIVIDE, b), x, y).toIntArray())
                .containsExactly(-4, -4, Integer.MIN_VALUE);
        assertThat(one(a.apply(BinaryFunction.FLOOR_MOD, b), x, y).toIntArray()).containsExactly(1, -1, 0);
        assertThat(one(a.apply(BinaryFunction.TRUNCATE_MOD, b), x, y).toIntArray())
                .containsExactly(-1, 1, 0);
        assertThatThrownBy(() -> one(a.dividedBy(b), x, Tensor.scalar(0)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("Integer division by zero");
        assertThatThrownBy(() -> one(a.pow(b), x, y)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void halvesRoundAfterEachNode() {
        Scalar x = in(0, DType.FLOAT16);
        Tensor t = Raw.wrap(DType.FLOAT16, Shape.of(1), new short[] {Halves.toFloat16(2048)});
        Tensor y = one(x.plus(1).plus(1).minus(x), t);
        assertThat(Raw.shorts(y)).containsExactly(Halves.toFloat16(0));
        Scalar b = in(0, DType.BFLOAT16);
        Tensor u = Raw.wrap(DType.BFLOAT16, Shape.of(1), new short[] {Halves.toBfloat16(256)});
        assertThat(Raw.shorts(one(b.plus(1), u))).containsExactly(Halves.toBfloat16(256));
    }

    @Test
    void castsSaturateAndWrap() {
        Tensor x = Tensor.of(Shape.of(6), -1.5, 3e9, 1e30, Double.NaN, 300.7, 1.5e19);
        Scalar v = in(0, DType.FLOAT64);
        assertThat(one(v.cast(DType.INT32), x).toIntArray())
                .containsExactly(-1, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 300, Integer.MAX_VALUE);
        assertThat(Raw.bytes(one(v.cast(DType.UINT8), x))).containsExactly(-1, -1, -1, 0, 44, -1);
        assertThat(Raw.ints(one(v.cast(DType.UINT32), x))).containsExactly(-1, (int) 3_000_000_000L, -1, 0, 300, -1);
        assertThat(Raw.longs(one(v.cast(DType.UINT64), x)))
                .containsExactly(-1, 3_000_000_000L, -1, 0, 300, Long.parseUnsignedLong("15000000000000000000"));
        assertThat(Raw.bytes(one(v.cast(DType.BOOL), x))).containsOnly(1);
        Scalar u = in(0, DType.UINT64);
        Tensor big = Raw.wrap(DType.UINT64, Shape.of(1), new long[] {-1});
        assertThat(one(u.cast(DType.FLOAT32), big).toFloatArray()).containsExactly(0x1p64f);
    }

    @Test
    void nanGoesThroughMinimumAndComparesAsIeeeSays() {
        Scalar a = in(0, DType.FLOAT32);
        Tensor x = Tensor.vector(Float.NaN, 1f);
        assertThat(one(a.max(0), x).toFloatArray()).containsExactly(Float.NaN, 1);
        assertThat(Raw.bytes(one(a.ne(a), x))).containsExactly(1, 0);
        assertThat(Raw.bytes(one(a.ge(a), x))).containsExactly(0, 1);
        assertThat(one(a.apply(UnaryFunction.IS_FINITE).select(a, a.constant(7)), x)
                        .toFloatArray())
                .containsExactly(7, 1);
    }

    @Test
    void substitutesInputs() {
        Scalar x = in(0, DType.FLOAT32);
        Scalar body = x.times(in(1, DType.FLOAT32)).plus(x);
        Scalar inner = in(0, DType.FLOAT32).exp();
        List<Scalar> replaced = Scalars.substitute(List.of(body), List.of(inner, inner.constant(2)));
        assertThat(ScalarPrinter.print(replaced)).isEqualTo("""
                map(x0: float)
                  t0 = exp(x0)
                  y0: float = t0 * 2.0 + t0
                """);
        assertThat(Scalars.inputCount(List.of(body))).isEqualTo(2);
        assertThatThrownBy(() -> Scalars.substitute(List.of(body), List.of(inner)))
                .isInstanceOf(InternalException.class);
    }

    @Test
    void illegalNodesCannotBeMade() {
        assertThatThrownBy(() -> in(0, DType.INT32).exp()).isInstanceOf(InternalException.class);
        assertThatThrownBy(() -> in(0, DType.BOOL).plus(1)).isInstanceOf(InternalException.class);
        assertThatThrownBy(() -> in(0, DType.FLOAT32).and(in(1, DType.FLOAT32))).isInstanceOf(InternalException.class);
    }
}
