package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.ReducedShape;
import io.leat.ops.family.Reduction;
import io.leat.tensor.raw.Elements;

/** The product of the elements along some axes; of nothing 1. Integers wrap. */
@OpSpec("Prod(input: T, reduction_indices: Tidx) -> (output: T); keep_dims: bool = false; T: numbertype; "
        + "Tidx: {int32, int64} = DT_INT32")
public final class Prod extends Reduction {
    /** The product along {@code axes}, an integer vector or scalar; the axes stay as 1 when {@code keepDims}. */
    @Endpoint("math.reduceProd")
    public static Output of(Ops tf, Operand input, Operand axes, boolean keepDims) {
        return tf.op("Prod")
                .input(input)
                .input(axes)
                .attr("keep_dims", keepDims)
                .add()
                .output(0);
    }

    /** The product of all elements. */
    @Endpoint("math.reduceProd")
    public static Output of(Ops tf, Operand input) {
        return of(tf, input, ReducedShape.allAxes(tf, input.output()), false);
    }

    @Override
    protected ReduceKind kind() {
        return ReduceKind.PROD;
    }

    @Override
    protected void reduce(Elements x, int[] elements, Elements y, int at) {
        if (x.dtype().isInteger()) {
            long product = 1;
            for (int e : elements) {
                product *= x.integer(e);
            }
            y.setInteger(at, product);
            return;
        }
        double[] product = ComplexFunctions.of(1, 0);
        for (int e : elements) {
            product = x.dtype().isComplex()
                    ? ComplexFunctions.multiply(product[0], product[1], x.real(e), x.imag(e))
                    : ComplexFunctions.of(product[0] * x.real(e), 0);
        }
        y.set(at, product[0], product[1]);
    }

    @Override
    protected void gradient(Backprop b) {
        ProdGradient.of(b);
    }
}
