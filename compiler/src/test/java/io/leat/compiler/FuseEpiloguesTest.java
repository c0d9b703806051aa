package io.leat.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.ProductKernel;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.kernels.Finish;
import io.leat.kernels.Parallel;
import io.leat.tensor.DType;
import io.leat.tensor.ErrorSite;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products with epilogues give what the products and the maps give one after the other. */
class FuseEpiloguesTest {
    private static final Shape ROWS = Shape.of(301, 40);
    private static final Shape CHANNELS = Shape.of(1, 40);

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

    /** Doubles its first input, in parts of uneven sizes, and has weights that are prepared by negating them. */
    private static final ProductKernel SCALING = new ProductKernel() {
        @Override
        public int weights() {
            return 1;
        }

        @Override
        public int preparedSize() {
            return 1;
        }

        @Override
        public void prepare(Object weights, Object prepared, Parallel parallel) {
            ((float[]) prepared)[0] = -((float[]) weights)[0];
        }

        @Override
        public void run(Object[] inputs, Object output, boolean prepared, Finish finish, Parallel parallel) {
            float[] x = (float[]) inputs[0];
            float w = ((float[]) inputs[1])[0] * (prepared ? -1 : 1);
            int step = 7 * 40;
            for (int from = 0; from < x.length; from += step) {
                int to = Math.min(x.length, from + step);
                for (int i = from; i < to; i++) {
                    ((float[]) output)[i] = x[i] * w;
                }
                finish.range(from, to);
            }
        }
    };

    private final CoreProgram.Builder b = new CoreProgram.Builder();
    private final Value x = b.input(DType.FLOAT32, ROWS);
    private final Value w = b.input(DType.FLOAT32, Shape.of(1));
    private final Value residual = b.input(DType.FLOAT32, ROWS);
    private final Value mean = b.input(DType.FLOAT32, CHANNELS);
    private final Value factor = b.input(DType.FLOAT32, CHANNELS);
    private final Value offset = b.input(DType.FLOAT32, CHANNELS);

    private static Scalar in(int i) {
        return Scalar.input(i, DType.FLOAT32);
    }

    private Value product(Value weights) {
        var op = new CoreOp.Product("Scaling", SCALING, false, null);
        return b.emit(op, DType.FLOAT32, ROWS, ORIGIN, x, weights);
    }

    private Value map(Scalar body, Value... inputs) {
        return b.emit(new CoreOp.Map(List.of(body)), body.type(), ROWS, ORIGIN, inputs);
    }

    private static Tensor random(Random random, Shape shape) {
        float[] data = new float[(int) shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) random.nextGaussian();
        }
        return Tensor.of(shape, data);
    }

    /** Fuses all maps, and compares all results. */
    private void check(int products, Value... results) {
        CoreProgram plain = b.build(List.of(results));
        CoreProgram fused = FuseEpilogues.run(plain).verify();
        assertThat(fused.instructions()).hasSize(products).allMatch(i -> i.op() instanceof CoreOp.Product);
        var random = new Random(products);
        Tensor[] feeds =
                plain.inputs().stream().map(v -> random(random, v.shape())).toArray(Tensor[]::new);
        Tensor[] expected = MakePlan.run(plain).run(feeds, new TestRun());
        Plan plan = MakePlan.run(fused);
        for (int round = 0; round < 2; round++) {
            Tensor[] actual = plan.run(feeds, new TestRun());
            for (int i = 0; i < expected.length; i++) {
                assertThat(Raw.array(actual[i])).isEqualTo(Raw.array(expected[i]));
            }
        }
    }

    @Test
    void bias() {
        check(1, map(in(0).plus(in(1)), product(w), offset));
    }

    @Test
    void normalisationAndRectifier() {
        Scalar body = in(0).minus(in(1)).times(in(2)).plus(in(3)).max(0).min(1.5);
        check(1, map(body, product(w), mean, factor, offset));
    }

    @Test
    void residual() {
        Scalar body = in(4).plus(in(0).minus(in(1)).times(in(2)).plus(in(3))).max(0);
        check(1, map(body, product(w), mean, factor, offset, residual));
    }

    @Test
    void residualWithItsOwnNormalisation() {
        Scalar body = in(0).plus(in(1)).plus(in(2).minus(in(3)).times(in(4)));
        check(1, map(body, product(w), offset, residual, mean, factor));
    }

    @Test
    void anyExpression() {
        check(1, map(in(0).times(in(1)).tanh().times(in(0)), product(w), residual));
    }

    @Test
    void otherDtypeAndProductUsedTwice() {
        Value p = product(w);
        check(1, map(in(0).gt(in(1)), p, mean), p);
    }

    @Test
    void theLastOfTwoProductsTakesTheMap() {
        check(2, map(in(0).plus(in(1)).max(0), product(w), product(w)));
    }

    @Test
    void notWhereSomethingElseReadsTheProductBefore() {
        Value p = product(w);
        Value turned = b.emit(new CoreOp.Transpose(new int[] {1, 0}), DType.FLOAT32, Shape.of(40, 301), ORIGIN, p);
        Value y = map(in(0).plus(in(1)), p, offset);
        CoreProgram plain = b.build(List.of(turned, y));
        assertThat(FuseEpilogues.run(plain).instructions()).isEqualTo(plain.instructions());
    }

    @Test
    void constantWeightsArePreparedOnce() {
        Value constant = b.emit(new CoreOp.Constant(Tensor.vector(3f)), DType.FLOAT32, Shape.of(1), ORIGIN);
        Value y = map(in(0).plus(in(1)), product(constant), product(w));
        CoreProgram prepared =
                PrepareWeights.run(FuseEpilogues.run(b.build(List.of(y)))).verify();
        assertThat(prepared.instructions().stream().map(Instruction::op))
                .filteredOn(CoreOp.Prepare.class::isInstance)
                .hasSize(1);
        var random = new Random(1);
        Tensor[] feeds =
                prepared.inputs().stream().map(v -> random(random, v.shape())).toArray(Tensor[]::new);
        float[] result = MakePlan.run(prepared).run(feeds, new TestRun())[0].toFloatArray();
        float first = feeds[0].toFloatArray()[5];
        float second = feeds[1].toFloatArray()[0];
        assertThat(result[5]).isEqualTo(3 * first + second * first);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 64, 300})
    void matrixProducts(int rows) {
        Value a = b.input(DType.FLOAT32, Shape.of(rows, 70));
        Value right = b.emit(
                new CoreOp.Constant(random(new Random(7), Shape.of(40, 70))), DType.FLOAT32, Shape.of(40, 70), ORIGIN);
        Value p = b.emit(new CoreOp.MatMul(false, true), DType.FLOAT32, Shape.of(rows, 40), ORIGIN, a, right);
        Value y = b.emit(
                new CoreOp.Map(List.of(in(0).plus(in(1)).max(0))),
                DType.FLOAT32,
                Shape.of(rows, 40),
                ORIGIN,
                p,
                offset);
        CoreProgram plain = b.build(List.of(y));
        CoreProgram fused = PrepareWeights.run(FuseEpilogues.run(NameProducts.run(plain)));
        var random = new Random(rows);
        Tensor[] feeds =
                plain.inputs().stream().map(v -> random(random, v.shape())).toArray(Tensor[]::new);
        float[] expected = MakePlan.run(plain).run(feeds, new TestRun())[0].toFloatArray();
        float[] actual = MakePlan.run(fused).run(feeds, new TestRun())[0].toFloatArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-4f));
        }
    }
}
