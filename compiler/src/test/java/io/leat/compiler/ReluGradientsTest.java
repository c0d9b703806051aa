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

class ReluGradientsTest {
    private static final Shape S = Shape.of(6);

    private static final Origin ORIGIN = new Origin() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public String type() {
            return "Test";
        }

        @Override
        public ErrorSite errorSite() {
            return new ErrorSite("Test", "test", List.of(), null);
        }
    };

    private final CoreProgram.Builder b = new CoreProgram.Builder();
    private final Value x = b.input(DType.FLOAT32, S);
    private final Value g = b.input(DType.FLOAT32, S);

    private static Scalar in(int i) {
        return Scalar.input(i, DType.FLOAT32);
    }

    private Value map(Scalar body, Value... inputs) {
        return b.emit(new CoreOp.Map(List.of(body)), DType.FLOAT32, S, ORIGIN, inputs);
    }

    @Test
    void theGradientReadsTheRectifiedValue() {
        Value y = map(in(0).max(0), x);
        Value d = map(in(1).gt(0).select(in(0), in(0).constant(0)), g, x);
        CoreProgram plain = b.build(List.of(y, d));
        CoreProgram rewritten = ReluGradients.run(plain).verify();
        assertThat(rewritten.instructions().getLast().inputs()).containsExactly(g, y);
        Tensor values = Tensor.vector(-1f, 0f, -0f, 2f, Float.NaN, Float.POSITIVE_INFINITY);
        Tensor gradient = Tensor.vector(1f, 2f, 3f, 4f, 5f, 6f);
        Tensor[] feeds = {values, gradient};
        float[] expected = MakePlan.run(plain).run(feeds, new TestRun())[1].toFloatArray();
        assertThat(MakePlan.run(rewritten).run(feeds, new TestRun())[1].toFloatArray())
                .isEqualTo(expected)
                .containsExactly(0f, 0f, 0f, 4f, 0f, 6f);
    }

    @Test
    void othersStay() {
        Value y = map(in(0).max(1), x);
        Value d = map(in(1).gt(0).select(in(0), in(0).constant(0)), g, x);
        CoreProgram plain = b.build(List.of(y, d));
        assertThat(ReluGradients.run(plain).instructions()).isEqualTo(plain.instructions());
    }
}
