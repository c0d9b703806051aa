package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** {@code num} evenly spaced numbers from {@code start} to {@code stop}, both included. All three inputs are scalars. */
@OpSpec("LinSpace(start: T, stop: T, num: Tidx) -> (output: T); "
        + "T: {bfloat16, half, float, double}; Tidx: {int32, int64} = DT_INT32")
public final class LinSpace extends Op {
    @Endpoint("linspace")
    public static Output of(Ops tf, Operand start, Operand stop, Operand num) {
        return tf.call("LinSpace", start, stop, num);
    }

    @Override
    protected void infer(Inference c) {
        for (int i = 0; i < 3; i++) {
            c.shape(i, 0);
        }
        Tensor num = c.constant(2);
        c.output(0, num == null ? Shape.ofRank(1) : Shape.of(count(num)));
    }

    private static long count(Tensor num) {
        if (num.size() != 1) {
            throw new InvalidArgumentException("num must be a scalar, not shape " + num.shape());
        }
        long n = Constants.integers(num)[0];
        if (n <= 0) {
            throw new InvalidArgumentException("Requires num > 0: " + n);
        }
        return n;
    }

    @Override
    protected void compute(Compute c) {
        String[] names = {"start", "stop"};
        for (int i = 0; i < 2; i++) {
            if (c.input(i).size() != 1) {
                throw new InvalidArgumentException(names[i] + " must be a scalar, not shape " + c.shape(i));
            }
        }
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(count(c.input(2))));
        double start = Elements.of(c.input(0)).real(0);
        double stop = Elements.of(c.input(1)).real(0);
        // The step is rounded to the dtype, and so is each multiple of it.
        Elements step = Elements.allocate(c.outputDType(0), Shape.SCALAR);
        Elements part = Elements.allocate(c.outputDType(0), Shape.SCALAR);
        int last = y.size() - 1;
        if (last > 0) {
            step.set(0, stop - start);
            step.set(0, step.real(0) / last);
        }
        for (int i = 0; i <= last; i++) {
            part.set(0, i * step.real(0));
            y.set(i, i == last && last > 0 ? stop : start + part.real(0));
        }
        c.output(0, y.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // TensorFlow has none
    }
}
