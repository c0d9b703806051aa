package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Sizes;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** A tensor cut along {@code split_dim} into parts of the sizes {@code size_splits}, one of which may be -1: the rest. */
@OpSpec(
        "SplitV(value: T, size_splits: Tlen, split_dim: int32) -> (output: num_split * T); num_split: int >= 1; T: type; "
                + "Tlen: {int8, int32, int64} = DT_INT64")
public final class SplitV extends Op {
    @Endpoint("split")
    public static List<Output> of(Ops tf, Operand value, int axis, int... sizes) {
        return tf.op("SplitV")
                .input(value)
                .input(tf.constant(sizes))
                .input(tf.constant(axis))
                .attr("num_split", sizes.length)
                .add()
                .outputs();
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        Shape sizes = c.shape(1);
        if (sizes.hasRank() && (sizes.rank() != 1 || sizes.dim(0) != Shape.ANY && sizes.dim(0) != c.outputs())) {
            throw new InvalidArgumentException("size of the split_tensor must be 1-D and have the same elements as "
                    + "outputs got " + sizes.rank() + " -D and " + sizes.size() + " elements");
        }
        Long axis = c.integer(2);
        if (!in.hasRank()) {
            return;
        }
        if (axis == null) {
            for (int i = 0; i < c.outputs(); i++) {
                c.output(i, Shape.ofRank(in.rank()));
            }
            return;
        }
        int at = axis(axis, in.rank());
        long[] known = c.integers(1);
        long[] parts = known == null ? null : parts(known, in.dim(at));
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, in.withDim(at, parts == null ? Shape.ANY : parts[i]));
        }
    }

    private static int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new InvalidArgumentException(
                    "-input rank(-" + rank + ") <= split_dim < input rank (" + rank + "), but got " + axis);
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    /** The sizes with the -1 replaced, as far as {@code size} is known. */
    private static long[] parts(long[] sizes, long size) {
        long[] out = sizes.clone();
        long sum = 0;
        int open = -1;
        for (int i = 0; i < out.length; i++) {
            if (out[i] == -1) {
                if (open >= 0) {
                    throw new InvalidArgumentException("There can only be one -1 in the input.");
                }
                open = i;
            } else if (out[i] < 0) {
                throw new InvalidArgumentException("Split size at index " + i + " must be >= 0. Got: " + out[i]);
            } else {
                sum = Sizes.sum(sum, out[i]);
            }
        }
        if (size == Shape.ANY) {
            return out;
        }
        if (open < 0 ? sum != size : sum > size) {
            throw new InvalidArgumentException("Determined shape must either match input shape along split_dim exactly "
                    + "if fully specified, or be less than the size of the input along split_dim if not fully "
                    + "specified.  Got: " + sum);
        }
        if (open >= 0) {
            out[open] = size - sum;
        }
        return out;
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        int axis = axis(c.integers(2)[0], in.rank());
        long[] parts = parts(c.integers(1), in.dim(axis));
        int outer = (int) in.slice(0, axis).size();
        int row = (int) in.from(axis).size();
        int inner = (int) in.from(axis + 1).size();
        Elements x = Elements.of(c.input(0));
        int at = 0;
        for (int k = 0; k < parts.length; k++) {
            int run = (int) parts[k] * inner;
            Elements y = Elements.allocate(c.outputDType(k), in.withDim(axis, parts[k]));
            for (int o = 0; o < outer; o++) {
                x.copyRange(o * row + at, y, o * run, run);
            }
            at += run;
            c.output(k, y.tensor());
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor sizes = c.constant(1);
        Tensor axis = c.constant(2);
        if (sizes == null || axis == null) {
            return false;
        }
        int at = axis(Constants.integers(axis)[0], c.shape(0).rank());
        int begin = 0;
        for (int k = 0; k < c.outputs(); k++) {
            int n = (int) c.outputShape(k).dim(at);
            c.output(k, Stretch.of(c, c.input(0), at, begin, n, 1));
            begin += n;
        }
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        List<Output> parts = new ArrayList<>();
        for (int i = 0; i < b.node().outputCount(); i++) {
            parts.add(b.dy(i));
        }
        b.dx(
                0,
                parts.size() == 1
                        ? parts.getFirst()
                        : b.tf().op("ConcatV2")
                                .inputs(parts)
                                .input(b.input(2))
                                .add()
                                .output(0));
    }
}
