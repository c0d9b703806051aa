package io.leat.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.kernels.VectorSupport;
import io.leat.tensor.DType;
import io.leat.tensor.ErrorSite;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The passes over matrix products, each against the program as it was. */
class ProductPassesTest {
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
    private final List<Tensor> feeds = new ArrayList<>();
    private final Random random = new Random(42);

    private Value input(long... dims) {
        Shape shape = Shape.of(dims);
        float[] data = new float[(int) shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextFloat() - 0.5f;
        }
        feeds.add(Tensor.of(shape, data));
        return b.input(DType.FLOAT32, shape);
    }

    private Value emit(CoreOp op, Shape shape, Value... inputs) {
        return b.emit(op, DType.FLOAT32, shape, ORIGIN, inputs);
    }

    private Value product(Value x, Value y, boolean tx, boolean ty) {
        Shape shape = Shape.of(x.shape().dim(tx ? 1 : 0), y.shape().dim(ty ? 0 : 1));
        return emit(new CoreOp.MatMul(tx, ty), shape, x, y);
    }

    private Value rows(Value x, int step) {
        int[] begin = new int[x.shape().rank()];
        begin[0] = step;
        int[] strides = {1, 1, 1};
        Value slice = emit(new CoreOp.Slice(begin, strides), x.shape().withDim(0, 1), x);
        return emit(new CoreOp.Reshape(), x.shape().from(1), slice);
    }

    private Value columns(Value x, int from, int size) {
        return emit(
                new CoreOp.Slice(new int[] {0, from}, new int[] {1, 1}),
                x.shape().withDim(1, size),
                x);
    }

    private Value beside(Value x, Value y) {
        Shape shape = x.shape().withDim(1, x.shape().dim(1) + y.shape().dim(1));
        return emit(new CoreOp.Concat(1), shape, x, y);
    }

    private Value sum(List<Value> terms) {
        Scalar body = Scalar.input(0, DType.FLOAT32);
        for (int i = 1; i < terms.size(); i++) {
            body = body.plus(Scalar.input(i, DType.FLOAT32));
        }
        return emit(new CoreOp.Map(List.of(body)), terms.getFirst().shape(), terms.toArray(Value[]::new));
    }

    private static long count(CoreProgram p, Class<? extends CoreOp> kind) {
        return p.instructions().stream()
                .map(Instruction::op)
                .filter(kind::isInstance)
                .count();
    }

    private CoreProgram same(UnaryOperator<CoreProgram> pass, Value... outputs) {
        CoreProgram plain = b.build(List.of(outputs));
        CoreProgram rewritten = RemoveDead.run(pass.apply(plain)).verify();
        Tensor[] in = feeds.toArray(Tensor[]::new);
        Tensor[] expected = MakePlan.run(plain).run(in, new TestRun());
        Tensor[] actual = MakePlan.run(rewritten).run(in, new TestRun());
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i].shape()).isEqualTo(expected[i].shape());
            float[] e = expected[i].toFloatArray();
            float[] a = actual[i].toFloatArray();
            for (int j = 0; j < e.length; j++) {
                assertThat(a[j]).as("output %d, element %d", i, j).isCloseTo(e[j], within(1e-4f));
            }
        }
        return rewritten;
    }

    @Test
    void copiesAreDropped() {
        Value x = input(2, 3);
        Value reduced = emit(new CoreOp.Reduce(ReduceKind.SUM, new int[] {}, false), x.shape(), x);
        Value sliced = columns(reduced, 0, 3);
        Value turned = emit(new CoreOp.Transpose(new int[] {0, 1}), x.shape(), sliced);
        Value back = emit(new CoreOp.Slice(new int[] {0, 2}, new int[] {1, -1}), x.shape(), turned);
        CoreProgram p = same(DropCopies::run, sum(List.of(back, turned)));
        assertThat(p.instructions()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void columnsThatNobodyReadsAreNotComputed(boolean transposed) {
        Value x = input(5, 7);
        Value y = transposed ? input(9, 7) : input(7, 9);
        Value c = product(x, y, false, transposed);
        Value again = product(input(4, 7), y, false, transposed);
        CoreProgram p = same(NarrowProducts::run, columns(c, 3, 4), columns(again, 3, 4), columns(x, 1, 2));
        assertThat(count(p, CoreOp.Slice.class))
                .as("the outputs are slices themselves")
                .isEqualTo(3);
        Value d = product(x, y, false, transposed);
        Value e = product(input(4, 7), y, false, transposed);
        Value whole = product(x, y, false, transposed);
        CoreProgram q = same(
                NarrowProducts::run,
                sum(List.of(columns(d, 3, 4), columns(d, 3, 4))),
                sum(List.of(columns(e, 3, 4))),
                sum(List.of(columns(whole, 3, 4), columns(whole, 4, 4))));
        assertThat(count(q, CoreOp.Slice.class))
                .as("one part, shared, and two of the whole")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void productsOfTheSameMatrixAreJoined(int form) {
        boolean transposed = form % 2 == 1;
        boolean first = form / 2 == 0;
        boolean alone = form / 2 == 2;
        Value x = input(4, 3, 5);
        int inner = alone ? 5 : 7;
        Value w = transposed ? input(6, inner) : input(inner, 6);
        List<Value> results = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Value step = rows(x, t);
            Value other = alone ? step : input(3, 2);
            Value left = alone ? step : first ? beside(step, other) : beside(other, step);
            results.add(product(left, w, false, transposed));
        }
        CoreProgram p = same(HoistProducts::run, sum(results), results.get(2));
        assertThat(count(p, CoreOp.Concat.class)).isZero();
        assertThat(count(p, CoreOp.MatMul.class)).isEqualTo(alone ? 1 : 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void sumsOfProductsAreOneInstruction(int form) {
        boolean tx = form % 2 == 1;
        boolean ty = form / 2 == 1;
        List<Value> terms = new ArrayList<>();
        for (int k = 1; k <= 5; k++) {
            terms.add(product(tx ? input(k, 4) : input(4, k), ty ? input(6, k) : input(k, 6), tx, ty));
        }
        Value total = sum(terms);
        List<Value> mixed = new ArrayList<>(List.of(input(4, 6), terms.getFirst()));
        mixed.add(product(input(4, 3), input(3, 6), false, false));
        mixed.add(product(input(4, 2), input(2, 6), false, false));
        CoreProgram p = same(SumProducts::run, total, sum(mixed));
        assertThat(count(p, CoreOp.ProductSum.class)).isEqualTo(2);
        assertThat(count(p, CoreOp.MatMul.class))
                .as("the one that is read twice")
                .isEqualTo(1);
    }

    @Test
    void weightsOfSeveralProductsArePreparedOnceInARun() {
        Value w = input(20, 40);
        Value computed = sum(List.of(w, w));
        Value first = product(input(30, 20), computed, false, false);
        Value second = product(input(50, 20), computed, false, false);
        Value other = product(input(30, 40), computed, false, true);
        CoreProgram p = same(q -> PrepareWeights.run(NameProducts.run(q)), first, second, other);
        if (VectorSupport.AVAILABLE) {
            assertThat(p.instructions())
                    .filteredOn(i -> i.op() instanceof CoreOp.Prepare)
                    .as("the transposed one is alone")
                    .hasSize(1)
                    .allSatisfy(
                            i -> assertThat(((CoreOp.Prepare) i.op()).kept()).isFalse());
        }
    }
}
