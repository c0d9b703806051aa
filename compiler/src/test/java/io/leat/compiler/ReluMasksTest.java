package io.leat.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Origin;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.ErrorSite;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReluMasksTest {
    private static final Shape SHAPE = Shape.of(6);
    private static final Origin ORIGIN = new Origin() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public ErrorSite errorSite() {
            return new ErrorSite("Test", "test", List.of(), null);
        }
    };

    private final CoreProgram.Builder b = new CoreProgram.Builder();

    private static Scalar in(int i) {
        return Scalar.input(i, DType.FLOAT32);
    }

    private Value map(Scalar body, Value... inputs) {
        return b.emit(new CoreOp.Map(List.of(body)), DType.FLOAT32, SHAPE, ORIGIN, inputs);
    }

    @Test
    void aMaskReadsTheRectifiedValue() {
        Value v = b.input(DType.FLOAT32, SHAPE);
        Value g = b.input(DType.FLOAT32, SHAPE);
        Value r = map(in(0).max(0), v);
        Value d = map(in(1).gt(in(1).constant(0)).select(in(0), in(0).constant(0)), g, v);
        CoreProgram plain = b.build(List.of(r, d));
        CoreProgram masked = ReluMasks.run(plain).verify();
        assertThat(masked.instructions().getLast().inputs()).containsExactly(g, r);
        Tensor x = Tensor.vector(-1f, 0f, -0f, Float.NaN, 2f, Float.POSITIVE_INFINITY);
        Tensor y = Tensor.vector(1f, 2f, 3f, 4f, 5f, 6f);
        float[] expected = MakePlan.run(plain).run(new Tensor[] {x, y}, new TestRun())[1].toFloatArray();
        assertThat(MakePlan.run(masked).run(new Tensor[] {x, y}, new TestRun())[1].toFloatArray())
                .containsExactly(expected)
                .containsExactly(0f, 0f, 0f, 0f, 5f, 6f);
    }

    @Test
    void otherReadersKeepTheValue() {
        Value v = b.input(DType.FLOAT32, SHAPE);
        Value early = map(in(0).gt(in(0).constant(0)).select(in(0).constant(2), in(0).constant(3)), v);
        Value r = map(in(0).max(0), v);
        Value both = map(in(0).gt(in(0).constant(0)).select(in(0), in(0).constant(0)), v);
        Value other = map(in(0).gt(in(0).constant(1)).select(in(0).constant(2), in(0).constant(3)), v);
        CoreProgram plain = b.build(List.of(early, r, both, other));
        assertThat(ReluMasks.run(plain).verify().instructions()).isEqualTo(plain.instructions());
    }
}
