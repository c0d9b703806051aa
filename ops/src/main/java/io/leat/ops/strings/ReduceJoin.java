package io.leat.ops.strings;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Strides;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strings along the dimensions {@code reduction_indices} joined, with {@code separator} between them; the first of
 * these dimensions is walked through fastest.
 */
@OpSpec("ReduceJoin(inputs: string, reduction_indices: int32) -> (output: string); keep_dims: bool = false; "
        + "separator: string = ''")
public final class ReduceJoin extends Op {
    @Endpoint("strings.reduceJoin")
    public static Output of(Ops tf, Operand inputs, Operand reductionIndices, boolean keepDims, String separator) {
        return tf.op("ReduceJoin")
                .input(inputs)
                .input(reductionIndices)
                .attr("keep_dims", keepDims)
                .attr("separator", separator)
                .add()
                .output(0);
    }

    private static int[] axes(long[] indices, int rank) {
        List<Integer> axes = new ArrayList<>();
        for (long i : indices) {
            if (i < -rank || i >= rank) {
                throw new OutOfRangeException(
                        "Invalid reduction dimension " + i + " for input with " + rank + " dimension(s)");
            }
            int axis = (int) (i < 0 ? i + rank : i);
            if (axes.contains(axis)) {
                throw new InvalidArgumentException("Duplicate reduction dimension " + axis);
            }
            axes.add(axis);
        }
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Shape reduced(Shape s, int[] axes, boolean keep) {
        Shape out = Shape.SCALAR;
        for (int d = 0; d < s.rank(); d++) {
            int axis = d;
            boolean gone = Arrays.stream(axes).anyMatch(a -> a == axis);
            if (!gone || keep) {
                out = out.concat(Shape.of(gone ? 1 : s.dim(d)));
            }
        }
        return out;
    }

    @Override
    protected void infer(Inference c) {
        long[] indices = c.integers(1);
        if (indices != null && c.shape(0).hasRank()) {
            Shape s = c.shape(0);
            c.output(0, reduced(s, axes(indices, s.rank()), c.attrs().bool("keep_dims")));
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape s = c.shape(0);
        int[] axes = axes(c.integers(1), s.rank());
        byte[] separator = c.attrs().text("separator").getBytes(StandardCharsets.UTF_8);
        byte[][] in = Raw.strings(c.input(0));
        long[] strides = s.strides();
        Shape kept = reduced(s, axes, true);
        Elements out =
                Elements.allocate(DType.STRING, reduced(s, axes, c.attrs().bool("keep_dims")));
        int[] first = Strides.block(s, new long[s.rank()], Strides.ones(s.rank()), kept);
        for (int i = 0; i < out.size(); i++) {
            var joined = new ByteArrayOutputStream();
            long n = 1;
            for (int a : axes) {
                n *= s.dim(a);
            }
            for (long k = 0; k < n; k++) {
                long at = first[i];
                long rest = k;
                for (int a : axes) {
                    at += rest % s.dim(a) * strides[a];
                    rest /= s.dim(a);
                }
                if (k > 0) {
                    joined.writeBytes(separator);
                }
                joined.writeBytes(in[(int) at]);
            }
            out.setString(i, joined.toByteArray());
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
