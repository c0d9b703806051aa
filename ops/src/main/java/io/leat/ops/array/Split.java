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
import io.leat.ir.Value;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** A tensor cut along {@code split_dim} into {@code num_split} equal parts. */
@OpSpec("Split(split_dim: int32, value: T) -> (output: num_split * T); num_split: int >= 1; T: type")
public final class Split extends Op {
    @Endpoint("split")
    public static List<Output> of(Ops tf, int axis, Operand value, long parts) {
        return tf.op("Split")
                .input(tf.constant(axis))
                .input(value)
                .attr("num_split", parts)
                .add()
                .outputs();
    }

    @Override
    protected void infer(Inference c) {
        Long axis = c.integer(0);
        Shape in = c.shape(1);
        Shape out = !in.hasRank()
                ? Shape.UNKNOWN
                : axis == null
                        ? Shape.ofRank(in.rank())
                        : part(in, axis, c.attrs().integer("num_split"));
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, out);
        }
    }

    private static Shape part(Shape in, long axis, long parts) {
        int at = axis(axis, in.rank());
        long d = in.dim(at);
        if (d != Shape.ANY && d % parts != 0) {
            throw new InvalidArgumentException("Number of ways to split should evenly divide the split dimension, but "
                    + "got split_dim " + at + " (size = " + d + ") and num_split " + parts);
        }
        return in.withDim(at, d == Shape.ANY ? Shape.ANY : d / parts);
    }

    private static int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new InvalidArgumentException(
                    "-input rank(-" + rank + ") <= split_dim < input rank (" + rank + "), but got " + axis);
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(1);
        int axis = axis(c.integers(0)[0], in.rank());
        int parts = c.attrs().intValue("num_split");
        Shape out = part(in, axis, parts);
        int outer = (int) in.slice(0, axis).size();
        int run = (int) out.from(axis).size();
        Elements x = Elements.of(c.input(1));
        for (int k = 0; k < parts; k++) {
            Elements y = Elements.allocate(c.outputDType(k), out);
            for (int o = 0; o < outer; o++) {
                x.copyRange((o * parts + k) * run, y, o * run, run);
            }
            c.output(k, y.tensor());
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor axis = c.constant(0);
        if (axis == null) {
            return false;
        }
        Value x = c.input(1);
        int at = axis(Constants.integers(axis)[0], x.shape().rank());
        int[] sizes = c.outputShape(0).intDims();
        int[] ones = new int[sizes.length];
        java.util.Arrays.fill(ones, 1);
        for (int k = 0; k < c.outputs(); k++) {
            int[] begin = new int[sizes.length];
            begin[at] = k * sizes[at];
            c.output(k, c.slice(x, begin, sizes, ones));
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
                1,
                parts.size() == 1
                        ? parts.getFirst()
                        : b.tf().op("ConcatV2")
                                .inputs(parts)
                                .input(b.input(0))
                                .add()
                                .output(0));
    }
}
