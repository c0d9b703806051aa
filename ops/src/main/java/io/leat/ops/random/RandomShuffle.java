package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The rows of {@code value}, its parts along the first dimension, in a random order. */
@OpSpec(value = "RandomShuffle(value: T) -> (output: T); seed: int = 0; seed2: int = 0; T: type", stateful = true)
public final class RandomShuffle extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        Tensor value = c.input(0);
        Shape shape = value.shape();
        int rows = shape.rank() == 0 ? 0 : (int) shape.dim(0);
        if (rows < 2 || value.size() == 0) {
            c.output(0, value);
            return;
        }
        int[] order = new int[rows];
        Philox start = Streams.of(c).reserveSamples(rows - 1);
        io.leat.kernels.RandomShuffle.permutation(start, order, 0, rows);
        int inner = (int) shape.from(1).size();
        Elements x = Elements.of(value);
        Elements y = Elements.allocate(value.dtype(), shape);
        for (int i = 0; i < rows; i++) {
            x.copyRange(order[i] * inner, y, i * inner, inner);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.RANDOM;
    }
}
