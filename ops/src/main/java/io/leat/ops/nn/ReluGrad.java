package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;
import io.leat.tensor.DType;

/** {@code gradients} where {@code features > 0}, elsewhere 0; the features may be those of {@code Relu} or its output. */
@OpSpec("ReluGrad(gradients: T, features: T) -> (backprops: T); T: realnumbertype")
public final class ReluGrad extends ActivationGrad {
    @Override
    double reference(double g, double x, Attrs attrs) {
        return x > 0 ? g : 0;
    }

    @Override
    long reference(long g, long x, DType type) {
        return x > 0 || type == DType.UINT64 && x != 0 ? g : 0;
    }

    @Override
    Scalar lower(Scalar g, Scalar x, Attrs attrs) {
        return x.gt(0).select(g, g.constant(0));
    }

    @Override
    protected void gradient(Backprop b) {
        passOn(b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
