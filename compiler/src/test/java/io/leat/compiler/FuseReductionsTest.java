package io.leat.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Origin;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.ErrorSite;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuseReductionsTest {
    private record Named(String name) implements Origin {
        @Override
        public String type() {
            return "Test";
        }

        @Override
        public ErrorSite errorSite() {
            return new ErrorSite("Test", name, List.of(), null);
        }
    }

    private final CoreProgram.Builder b = new CoreProgram.Builder();

    private static Scalar in(int i) {
        return Scalar.input(i, DType.FLOAT32);
    }

    private Value difference(Shape shape, Value x, Value y) {
        Scalar body = in(0).minus(in(1)).square();
        return b.emit(new CoreOp.Map(List.of(body)), DType.FLOAT32, shape, new Named("map"), x, y);
    }

    private Value reduce(ReduceKind kind, Shape shape, Value x, int... axes) {
        return b.emit(new CoreOp.Reduce(kind, axes, false), DType.FLOAT32, shape, new Named("reduce"), x);
    }

    private static Tensor random(Random random, Shape shape) {
        float[] data = new float[(int) shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextFloat() * 0.5f;
        }
        return Tensor.of(shape, data);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReduceKind.class,
            names = {"SUM", "MEAN", "MAX", "MIN"})
    void combinesWhatAMapComputes(ReduceKind kind) {
        Shape full = Shape.of(3, 1, 70, 100);
        Value x = b.input(DType.FLOAT32, full);
        Value y = b.input(DType.FLOAT32, Shape.of(100));
        Value rows = reduce(kind, Shape.of(3, 1), difference(full, x, y), 2, 3);
        Value all = reduce(kind, Shape.SCALAR, difference(full, x, y), 0, 1, 2, 3);
        CoreProgram plain = b.build(List.of(rows, all));
        CoreProgram fused = FuseReductions.run(plain).verify();
        assertThat(fused.instructions()).hasSize(2).allMatch(i -> i.op() instanceof CoreOp.Library);
        assertThat(fused.instructions().getFirst().origin().parts())
                .extracting(Origin::name)
                .containsExactly("map", "reduce");
        var random = new Random(5);
        Tensor[] feeds = {random(random, full), random(random, Shape.of(100))};
        Tensor[] expected = MakePlan.run(plain).run(feeds, new TestRun());
        Plan plan = MakePlan.run(fused);
        for (int run = 0; run < 2; run++) {
            Tensor[] actual = plan.run(feeds, new TestRun());
            for (int k = 0; k < 2; k++) {
                float[] is = actual[k].toFloatArray();
                float[] should = expected[k].toFloatArray();
                assertThat(is).hasSameSizeAs(should);
                for (int i = 0; i < is.length; i++) {
                    assertThat(is[i]).isCloseTo(should[i], within(Math.abs(should[i]) * 1e-6f));
                }
            }
        }
    }

    @Test
    void leavesWhatIsReadTwiceOrSmallOrReducedInFront() {
        Shape full = Shape.of(200, 100);
        Value x = b.input(DType.FLOAT32, full);
        Value y = b.input(DType.FLOAT32, full);
        Value kept = difference(full, x, y);
        Value ofKept = reduce(ReduceKind.SUM, Shape.of(200), kept, 1);
        Value columns = reduce(ReduceKind.SUM, Shape.of(100), difference(full, x, y), 0);
        Shape small = Shape.of(20, 100);
        Value z = b.input(DType.FLOAT32, small);
        Value ofSmall = reduce(ReduceKind.SUM, Shape.of(20), difference(small, z, z), 1);
        CoreProgram plain = b.build(List.of(kept, ofKept, columns, ofSmall));
        assertThat(FuseReductions.run(plain).verify().instructions()).isEqualTo(plain.instructions());
    }
}
