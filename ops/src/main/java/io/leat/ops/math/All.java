package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ops.family.ReducedShape;
import io.leat.ops.family.Reduction;
import io.leat.tensor.raw.Elements;

/** Whether all elements along some axes are true. */
@OpSpec("All(input: bool, reduction_indices: Tidx) -> (output: bool); keep_dims: bool = false; "
        + "Tidx: {int32, int64} = DT_INT32")
public final class All extends Reduction {
    /** Whether all elements are true along {@code axes}, an integer vector or scalar; the axes stay as 1 when {@code keepDims}. */
    @Endpoint("math.reduceAll")
    public static Output of(Ops tf, Operand input, Operand axes, boolean keepDims) {
        return tf.op("All")
                .input(input)
                .input(axes)
                .attr("keep_dims", keepDims)
                .add()
                .output(0);
    }

    /** Whether all elements are true of all elements. */
    @Endpoint("math.reduceAll")
    public static Output of(Ops tf, Operand input) {
        return of(tf, input, ReducedShape.allAxes(tf, input.output()), false);
    }

    @Override
    protected ReduceKind kind() {
        return ReduceKind.ALL;
    }

    @Override
    protected void reduce(Elements x, int[] elements, Elements y, int at) {
        boolean all = true;
        for (int e : elements) {
            all &= x.truth(e);
        }
        y.set(at, all);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
