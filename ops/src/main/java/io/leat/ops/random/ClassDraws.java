package io.leat.ops.random;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.kernels.Philox;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Classes drawn from rows of unnormalised log-probabilities: {@code [rows, classes]} to {@code [rows, samples]}. */
abstract class ClassDraws extends Op {
    abstract Philox start(Compute c, int rows, int samples);

    @Override
    protected void infer(Inference c) {
        Shape logits = c.shape(0, 2);
        c.shape(1, 0);
        Long samples = c.integer(1);
        c.output(0, Shape.of(logits.dim(0), samples == null || samples < 0 ? Shape.ANY : samples));
    }

    @Override
    protected void compute(Compute c) {
        Shape logits = c.shape(0);
        if (logits.rank() != 2) {
            throw new InvalidArgumentException("logits should be a matrix, got shape " + logits);
        }
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("num_samples should be a scalar, got shape " + c.shape(1));
        }
        int samples = c.ints(1)[0];
        if (samples < 0) {
            throw new InvalidArgumentException("num_samples should be nonnegative, got " + samples);
        }
        if (logits.dim(1) <= 0) {
            throw new InvalidArgumentException("num_classes should be positive, got " + logits.dim(1));
        }
        int rows = (int) logits.dim(0);
        Tensor drawn = Raw.allocate(DType.INT64, Shape.of(rows, samples));
        if (drawn.size() > 0) {
            Philox start = start(c, rows, samples);
            double[] x = Numbers.doubles(c.input(0));
            io.leat.kernels.Multinomial.draw(
                    start, x, 0, rows, (int) logits.dim(1), samples, Raw.longs(drawn), 0, Streams.parallel(c));
        }
        c.output(0, Numbers.cast(drawn, c.outputDType(0)));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
