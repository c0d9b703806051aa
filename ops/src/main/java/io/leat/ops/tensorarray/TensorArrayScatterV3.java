package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Tracing;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** Makes the rows of {@code value} the elements of an array at {@code indices}. */
@OpSpec(
        value = "TensorArrayScatterV3(handle: resource, indices: int32, value: T, flow_in: float) "
                + "-> (flow_out: float); T: type",
        stateful = true)
public final class TensorArrayScatterV3 extends ArrayOp {
    /** The flow after the writes. */
    @Endpoint("tensorArray.scatter")
    public static Output of(Ops tf, Operand handle, Operand indices, Operand value, Operand flow) {
        return tf.call("TensorArrayScatterV3", handle, indices, value, flow);
    }

    @Override
    protected void infer(Inference c) {
        Shape indices = c.shape(1, 1);
        c.shape(3, 0);
        Shape value = c.shape(2);
        if (value.hasRank()) {
            indices.merge(value.withRankAtLeast(1).slice(0, 1));
            element(c).merge(value.withRankAtLeast(1).from(1));
        }
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        ElementArray array = array(c);
        Shape value = c.shape(2);
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("Expected indices to be a vector, but received shape: " + c.shape(1));
        }
        if (value.rank() < 1) {
            throw new InvalidArgumentException("Expected value to be at least a vector, but received shape: " + value);
        }
        int[] indices = c.ints(1);
        if (indices.length != value.dim(0)) {
            throw new InvalidArgumentException(
                    "Expected len(indices) == values.shape[0], but saw: " + indices.length + " vs. " + value.dim(0));
        }
        int max = -1;
        for (int i : indices) {
            max = Math.max(max, i);
        }
        int largest = max;
        array.mark(
                max + 1,
                false,
                size -> new InvalidArgumentException(
                        "Max scatter index must be < array size (" + largest + " vs. " + size + ")"));
        for (int i = 0; i < indices.length; i++) {
            array.write(indices[i], rows(c.input(2), i, i + 1).reshape(value.from(1)));
        }
        c.output(0, c.input(3));
    }

    /** What the array of gradients has there. */
    @Override
    protected void gradient(Backprop b) {
        Output dy = b.dy(0);
        GradientArray g = GradientArray.of(b, b.output(0), dy);
        b.dx(
                2,
                b.tf().op("TensorArrayGatherV3")
                        .input(g.handle())
                        .input(b.input(1))
                        .input(g.flow())
                        .attr("dtype", b.attrs().type("T"))
                        .add()
                        .output(0));
        b.dx(3, dy);
    }

    @Override
    protected boolean trace(Tracing t) {
        t.thing(0, TracedArray.class).scatter(t, t.ints(1), t.input(2));
        t.output(0, t.input(3));
        return true;
    }
}
