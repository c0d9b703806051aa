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
import io.leat.kernels.ThreadTeam;
import io.leat.tensor.DType;
import io.leat.tensor.ErrorSite;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Chains of products image by image give what the products give for all images at once. */
class ImageByImageTest {
    private static final int IMAGES = 5;
    private static final int CHANNELS = 16;
    private static final Shape LARGE = Shape.of(IMAGES, 100, 150, CHANNELS);

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

    /** Each element by its weight, plus its neighbour in the same image. */
    private record Neighbours(int images) implements ProductKernel {
        @Override
        public int weights() {
            return 1;
        }

        @Override
        public int preparedSize() {
            return 0;
        }

        @Override
        public ProductKernel ofOneImage() {
            return new Neighbours(1);
        }

        @Override
        public double operations() {
            return 1;
        }

        @Override
        public void prepare(Object weights, Object prepared, Parallel parallel) {
            throw new AssertionError("nothing to prepare");
        }

        @Override
        public void run(Object[] inputs, Object output, boolean prepared, Finish finish, Parallel parallel) {
            float[] x = (float[]) inputs[0];
            float[] w = (float[]) inputs[1];
            float[] y = (float[]) output;
            int image = x.length / images;
            for (int i = 0; i < x.length; i++) {
                int neighbour = i / image * image + (i % image + 1) % image;
                y[i] = x[i] * w[i % w.length] + x[neighbour];
            }
            finish.range(0, y.length);
        }
    }

    private final CoreProgram.Builder b = new CoreProgram.Builder();
    private final Value w = b.input(DType.FLOAT32, Shape.of(1, 1, 1, CHANNELS));
    private final Value offset = b.input(DType.FLOAT32, Shape.of(CHANNELS));

    private Value product(Value x, CoreOp.Map epilogue, Value... more) {
        var op = new CoreOp.Product("Neighbours", new Neighbours(IMAGES), false, epilogue);
        Value[] inputs = new Value[2 + more.length];
        inputs[0] = x;
        inputs[1] = w;
        System.arraycopy(more, 0, inputs, 2, more.length);
        return b.emit(op, DType.FLOAT32, x.shape(), ORIGIN, inputs);
    }

    private static CoreOp.Map sum() {
        return new CoreOp.Map(List.of(Scalar.input(0, DType.FLOAT32)
                .plus(Scalar.input(1, DType.FLOAT32))
                .max(0)));
    }

    private void check(int instructions, Value... results) {
        CoreProgram plain = b.build(List.of(results));
        CoreProgram split = ImageByImage.run(plain).verify();
        assertThat(split.instructions()).hasSize(instructions);
        Random random = new Random(instructions);
        Tensor[] feeds =
                plain.inputs().stream().map(v -> random(random, v.shape())).toArray(Tensor[]::new);
        Tensor[] expected = MakePlan.run(plain).run(feeds, new TestRun());
        Tensor[] actual = MakePlan.run(split).run(feeds, new TestRun());
        for (int i = 0; i < expected.length; i++) {
            assertThat(Raw.array(actual[i])).isEqualTo(Raw.array(expected[i]));
        }
    }

    private static Tensor random(Random random, Shape shape) {
        float[] data = new float[(int) shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) random.nextGaussian();
        }
        return Tensor.of(shape, data);
    }

    @Test
    void aChainBecomesOneInstruction() {
        Value x = b.input(DType.FLOAT32, LARGE);
        check(1, product(product(product(x, sum(), offset), null), sum(), offset));
    }

    @Test
    void whatIsReadTwiceOrFetchedEndsAChain() {
        Value x = b.input(DType.FLOAT32, LARGE);
        Value first = product(product(x, null), null);
        check(2, product(product(first, null), null), first);
    }

    @Test
    void anEpilogueThatReadsOtherImagesIsLeftAsItIs() {
        Value x = b.input(DType.FLOAT32, LARGE);
        check(2, product(product(product(x, sum(), offset), null), sum(), x));
    }

    @Test
    void smallImagesStayTogether() {
        Value x = b.input(DType.FLOAT32, Shape.of(IMAGES, 7, 7, CHANNELS));
        check(2, product(product(x, null), null));
    }

    @Test
    void threadsDoNotChangeTheResult() {
        Value x = b.input(DType.FLOAT32, LARGE);
        CoreProgram split = ImageByImage.run(b.build(List.of(product(product(x, null), sum(), offset))));
        Instruction chain = split.instructions().getFirst();
        Random random = new Random(7);
        Object[] inputs = chain.inputs().stream()
                .map(v -> Raw.array(random(random, v.shape())))
                .toArray();
        float[] serial = new float[(int) LARGE.size()];
        ((CoreOp.Library) chain.op()).kernel().run(inputs, new Object[] {serial}, Parallel.SERIAL);
        for (int threads : new int[] {2, 5}) {
            float[] result = new float[serial.length];
            try (var team = new ThreadTeam("images-test", threads)) {
                ((CoreOp.Library) chain.op()).kernel().run(inputs, new Object[] {result}, team);
            }
            assertThat(result).isEqualTo(serial);
        }
    }
}
