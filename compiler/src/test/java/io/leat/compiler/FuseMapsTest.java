package io.leat.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.ErrorSite;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuseMapsTest {
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

    private static Scalar in(int i) {
        return Scalar.input(i, DType.FLOAT32);
    }

    private Value map(Scalar body, Shape shape, Value... inputs) {
        return b.emit(new CoreOp.Map(List.of(body)), DType.FLOAT32, shape, ORIGIN, inputs);
    }

    private static long maps(CoreProgram p) {
        return p.instructions().stream()
                .map(Instruction::op)
                .filter(o -> o instanceof CoreOp.Map)
                .count();
    }

    private static Tensor[] run(CoreProgram p, Tensor... feeds) {
        return MakePlan.run(p).run(feeds, new TestRun());
    }

    @Test
    void joinsAChainIntoOneInstruction() {
        Shape s = Shape.of(3);
        Value x = b.input(DType.FLOAT32, s);
        Value y = map(in(0).times(in(0)), s, x);
        Value z = map(in(0).plus(in(1)), s, y, x);
        CoreProgram fused = FuseMaps.run(b.build(List.of(z))).verify();
        assertThat(fused.instructions()).hasSize(1);
        assertThat(run(fused, Tensor.vector(1f, 2f, 3f))[0].toFloatArray()).containsExactly(2f, 6f, 12f);
    }

    @Test
    void keepsWhatIsReadLaterAsAFurtherOutput() {
        Shape s = Shape.of(2);
        Value x = b.input(DType.FLOAT32, s);
        Value y = map(in(0).times(in(0)), s, x);
        Value z = map(in(0).plus(1), s, y);
        Value sum =
                b.emit(new CoreOp.Reduce(ReduceKind.SUM, new int[] {0}, false), DType.FLOAT32, Shape.SCALAR, ORIGIN, y);
        CoreProgram fused = FuseMaps.run(b.build(List.of(z, sum))).verify();
        assertThat(maps(fused)).isEqualTo(1);
        Tensor[] out = run(fused, Tensor.vector(1f, 2f));
        assertThat(out[0].toFloatArray()).containsExactly(2f, 5f);
        assertThat(out[1].scalarFloat()).isEqualTo(5f);
    }

    @Test
    void doesNotMoveAProducerBelowAnotherReader() {
        Shape s = Shape.of(2);
        Value x = b.input(DType.FLOAT32, s);
        Value y = map(in(0).times(in(0)), s, x);
        Value sum =
                b.emit(new CoreOp.Reduce(ReduceKind.SUM, new int[] {0}, false), DType.FLOAT32, Shape.SCALAR, ORIGIN, y);
        Value z = map(in(0).plus(in(1)), s, y, sum);
        CoreProgram fused = FuseMaps.run(b.build(List.of(z))).verify();
        assertThat(maps(fused)).isEqualTo(2);
        assertThat(run(fused, Tensor.vector(1f, 2f))[0].toFloatArray()).containsExactly(6f, 9f);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void fusedGivesTheBitsOfUnfused(long seed) {
        var random = new Random(seed);
        Shape full = Shape.of(2, 3);
        List<Value> values = new ArrayList<>();
        List<Shape> shapes = List.of(full, Shape.of(3), Shape.SCALAR, Shape.of(2, 1));
        Tensor[] feeds = new Tensor[shapes.size()];
        for (int i = 0; i < feeds.length; i++) {
            values.add(b.input(DType.FLOAT32, shapes.get(i)));
            float[] data = new float[(int) shapes.get(i).size()];
            for (int j = 0; j < data.length; j++) {
                data[j] = random.nextFloat() * 4 - 2;
            }
            feeds[i] = Tensor.of(shapes.get(i), data);
        }
        for (int n = 0; n < 40; n++) {
            Value p = values.get(random.nextInt(values.size()));
            Value q = values.get(random.nextInt(values.size()));
            Shape shape = p.shape().broadcast(q.shape());
            Scalar body = switch (random.nextInt(4)) {
                case 0 -> in(0).plus(in(1));
                case 1 -> in(0).times(in(1)).times(0.5);
                case 2 -> in(0).max(in(1));
                default -> in(0).minus(in(1)).times(in(0));
            };
            if (random.nextInt(6) == 0 && shape.rank() == 2) {
                Value whole = map(body, shape, p, q);
                int[] axes = {random.nextInt(2)};
                Shape reduced = shape.withDim(axes[0], 1);
                values.add(
                        b.emit(new CoreOp.Reduce(ReduceKind.SUM, axes, true), DType.FLOAT32, reduced, ORIGIN, whole));
            } else {
                values.add(map(body, shape, p, q));
            }
        }
        CoreProgram plain = b.build(values.subList(values.size() - 5, values.size()));
        CoreProgram fused = FuseMaps.run(RemoveDead.run(plain)).verify();
        assertThat(maps(fused)).as("seed %d", seed).isLessThan(maps(plain));
        Tensor[] expected = run(plain, feeds);
        for (int round = 0; round < 2; round++) {
            Tensor[] actual = run(fused, feeds);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i].toFloatArray()).as("seed %d", seed).isEqualTo(expected[i].toFloatArray());
            }
        }
    }
}
