package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
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
import io.leat.tensor.raw.Elements;
import java.util.List;

/** The slices of a tensor along {@code axis}, which goes away: the inverse of {@code Pack}. */
@OpSpec("Unpack(value: T) -> (output: num * T); num: int >= 0; T: type; axis: int = 0")
public final class Unpack extends Op {
    /** The slices along {@code axis}, whose size must be known. */
    @Endpoint("unstack")
    public static List<Output> of(Ops tf, Operand value, long axis) {
        Shape s = value.output().shape();
        int at = axis(s, axis);
        return tf.op("Unpack")
                .input(value)
                .attr("num", s.dim(at))
                .attr("axis", axis)
                .add()
                .outputs();
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        if (!in.hasRank()) {
            return;
        }
        int axis = axis(in, c.attrs().integer("axis"));
        check(in, axis, c.attrs().integer("num"));
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, in.slice(0, axis).concat(in.from(axis + 1)));
        }
        Shape elements = c.partialValue(0);
        for (int i = 0; elements != null && in.rank() == 1 && i < elements.rank(); i++) {
            if (elements.dim(i) != Shape.ANY) {
                Elements e = Elements.allocate(c.outputDType(i), Shape.SCALAR);
                e.setInteger(0, elements.dim(i));
                c.value(i, e.tensor());
            }
        }
    }

    private static int axis(Shape in, long axis) {
        int rank = in.rank();
        if (axis < -rank || axis >= rank) {
            throw new InvalidArgumentException("axis = " + axis + " not in [" + -rank + ", " + rank + ")");
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    private static void check(Shape in, int axis, long num) {
        if (in.dim(axis) != Shape.ANY && in.dim(axis) != num) {
            throw new InvalidArgumentException("Input shape axis " + axis + " must equal " + num + ", got shape " + in);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        int axis = axis(in, c.attrs().integer("axis"));
        int num = c.attrs().intValue("num");
        check(in, axis, num);
        int inner = (int) in.from(axis + 1).size();
        int outer = (int) in.slice(0, axis).size();
        Elements x = Elements.of(c.input(0));
        for (int k = 0; k < num; k++) {
            Elements y = Elements.allocate(c.outputDType(k), in.slice(0, axis).concat(in.from(axis + 1)));
            for (int o = 0; o < outer; o++) {
                x.copyRange((o * num + k) * inner, y, o * inner, inner);
            }
            c.output(k, y.tensor());
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        Shape in = c.shape(0);
        int axis = axis(in, c.attrs().integer("axis"));
        int[] sizes = in.withDim(axis, 1).intDims();
        int[] strides = new int[sizes.length];
        java.util.Arrays.fill(strides, 1);
        for (int k = 0; k < c.outputs(); k++) {
            int[] begin = new int[sizes.length];
            begin[axis] = k;
            Value part = c.slice(c.input(0), begin, sizes, strides);
            c.output(k, c.reshape(part, c.outputShape(k)));
        }
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        List<Output> parts = new java.util.ArrayList<>();
        for (int i = 0; i < b.node().outputCount(); i++) {
            parts.add(b.dy(i));
        }
        b.dx(
                0,
                b.tf().op("Pack")
                        .inputs(parts)
                        .attr("axis", b.attrs().integer("axis"))
                        .add()
                        .output(0));
    }
}
