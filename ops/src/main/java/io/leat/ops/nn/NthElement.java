package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** The n-th least element, or with {@code reverse} the n-th greatest, of each row of the last dimension, counted from 0. */
@OpSpec("NthElement(input: T, n: int32) -> (values: T); reverse: bool = false; T: realnumbertype")
public final class NthElement extends Op {
    /** The n-th least element of each row of the last dimension, counted from 0; the n-th greatest when {@code reverse}. */
    @Endpoint("nn.nthElement")
    public static Output of(Ops tf, Operand input, Operand n, boolean reverse) {
        return tf.op("NthElement")
                .input(input)
                .input(n)
                .attr("reverse", reverse)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0).withRankAtLeast(1);
        c.shape(1).withRank(0);
        Long n = c.integer(1);
        if (n != null) {
            if (n < 0) {
                throw new InvalidArgumentException("n must be non-negative, got " + n);
            }
            if (in.hasRank() && in.dim(-1) != Shape.ANY && in.dim(-1) <= n) {
                throw new InvalidArgumentException(
                        "Input must have last dimension > n = " + n + " but is " + in.dim(-1));
            }
        }
        c.output(0, in.slice(0, -1));
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException(
                    "N must be scalar but has rank " + c.shape(1).rank());
        }
        long n = c.integers(1)[0];
        if (n < 0) {
            throw new InvalidArgumentException("n must be non-negative but is " + n);
        }
        if (in.rank() < 1) {
            throw new InvalidArgumentException("Input must be at least rank 1 but is rank " + in.rank());
        }
        if (n >= in.dim(-1)) {
            throw new InvalidArgumentException("Input must have at least n+1 columns");
        }
        int columns = (int) in.dim(-1);
        int at = (int) (c.attrs().bool("reverse") ? n : columns - 1 - n);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), in.slice(0, -1));
        Integer[] order = new Integer[columns];
        for (int r = 0; r < y.size(); r++) {
            int start = r * columns;
            for (int j = 0; j < columns; j++) {
                order[j] = j;
            }
            Arrays.sort(order, (i, j) -> TopRows.descending(x, start + i, start + j));
            x.copy(start + order[at], y, r);
        }
        c.output(0, y.tensor());
    }

    /** Shared evenly by the elements equal to the result. */
    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output last = tf.constant(-1);
        Output equal = tf.call("Equal", tf.call("ExpandDims", b.output(0), last), b.input(0));
        Output indicators =
                SoftmaxCrossEntropyWithLogits.cast(tf, equal, b.dy(0).dtype());
        Output selected = SoftmaxRows.sumOfRows(tf, indicators);
        b.dx(0, tf.call("Div", indicators, selected).times(tf.call("ExpandDims", b.dy(0), last)));
    }
}
