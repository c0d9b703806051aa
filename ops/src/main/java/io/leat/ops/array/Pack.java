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
import java.util.ArrayList;
import java.util.List;

/** Tensors of equal shape stacked along a new dimension at {@code axis}. */
@OpSpec("Pack(values: N * T) -> (output: T); N: int >= 1; T: type; axis: int = 0")
public final class Pack extends Op {
    @Endpoint("stack")
    public static Output of(Ops tf, List<? extends Operand> values, long axis) {
        return tf.op("Pack").inputs(values).attr("axis", axis).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape all = c.shape(0);
        for (int i = 1; i < c.inputs(); i++) {
            all = all.merge(c.shape(i));
        }
        if (all.hasRank()) {
            c.output(0, packed(all, c.inputs(), c.attrs().integer("axis")));
        }
        if (all.rank() == 0 && c.dtype(0).isInteger()) {
            long[] dims = new long[c.inputs()];
            for (int i = 0; i < dims.length; i++) {
                Long known = c.integer(i);
                dims[i] = known == null ? Shape.ANY : known;
            }
            c.partialElements(0, dims);
        }
    }

    private static Shape packed(Shape in, int n, long axis) {
        int rank = in.rank() + 1;
        if (axis < -rank || axis >= rank) {
            throw new InvalidArgumentException("axis = " + axis + " not in [" + -rank + ", " + rank + ")");
        }
        int at = (int) (axis < 0 ? axis + rank : axis);
        long[] dims = new long[rank];
        for (int i = 0; i < rank; i++) {
            dims[i] = i == at ? n : in.dim(i < at ? i : i - 1);
        }
        return Shape.of(dims);
    }

    private static int axis(Shape out, long axis) {
        return (int) (axis < 0 ? axis + out.rank() : axis);
    }

    @Override
    protected void compute(Compute c) {
        for (int i = 1; i < c.inputs(); i++) {
            if (!c.shape(i).equals(c.shape(0))) {
                throw new InvalidArgumentException("Shapes of all inputs must match: values[0].shape = " + c.shape(0)
                        + " != values[" + i + "].shape = " + c.shape(i));
            }
        }
        Shape out = packed(c.shape(0), c.inputs(), c.attrs().integer("axis"));
        int axis = axis(out, c.attrs().integer("axis"));
        int inner = (int) out.from(axis + 1).size();
        int outer = (int) out.slice(0, axis).size();
        Elements y = Elements.allocate(c.outputDType(0), out);
        for (int k = 0; k < c.inputs(); k++) {
            Elements x = Elements.of(c.input(k));
            for (int o = 0; o < outer; o++) {
                x.copyRange(o * inner, y, (o * c.inputs() + k) * inner, inner);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        int axis = axis(c.outputShape(0), c.attrs().integer("axis"));
        Shape one = c.outputShape(0).withDim(axis, 1);
        List<Value> parts = new ArrayList<>();
        c.allInputs().forEach(v -> parts.add(c.reshape(v, one)));
        c.output(0, c.concat(axis, parts));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        List<Output> parts = b.tf().op("Unpack")
                .input(b.dy(0))
                .attr("num", b.node().inputCount())
                .attr("axis", b.attrs().integer("axis"))
                .add()
                .outputs();
        for (int i = 0; i < parts.size(); i++) {
            b.dx(i, parts.get(i));
        }
    }
}
