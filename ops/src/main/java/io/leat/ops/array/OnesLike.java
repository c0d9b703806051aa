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
import io.leat.ir.Scalar;
import io.leat.tensor.Tensor;

/** Ones in the shape and dtype of the input. */
@OpSpec("OnesLike(x: T) -> (y: T); T: {bfloat16, half, float, double, int8, uint8, int16, uint16, int32, uint32, "
        + "int64, uint64, complex64, complex128, bool}")
public final class OnesLike extends Op {
    @Endpoint("onesLike")
    public static Output of(Ops tf, Operand x) {
        return tf.call("OnesLike", x);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        if (c.shape(0).isScalar()) {
            c.value(0, Tensor.full(c.outputDType(0), c.shape(0), 1));
        }
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.full(c.outputDType(0), c.shape(0), 1));
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(0))) {
            return false;
        }
        c.output(0, c.mapTo(c.shape(0), Scalar.constant(1L, c.dtype(0))));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // constant: no gradient
    }
}
