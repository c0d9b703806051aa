package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.AddableValue;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** Zeros in the shape and dtype of the input. */
@OpSpec("ZerosLike(x: T) -> (y: T); T: type")
public final class ZerosLike extends Op {
    @Endpoint("zerosLike")
    public static Output of(Ops tf, Operand x) {
        return tf.call("ZerosLike", x);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        Node.HandleInfo info = c.handle(0);
        if (info != null && c.dtype(0) == DType.VARIANT) {
            c.handle(0, info);
        }
        if (c.shape(0).isScalar() && Scalar.supports(c.outputDType(0))) {
            c.value(0, Raw.allocate(c.outputDType(0), c.shape(0)));
        }
    }

    @Override
    protected void compute(Compute c) {
        Elements y = Elements.allocate(c.outputDType(0), c.shape(0));
        for (int i = 0; c.outputDType(0) == DType.VARIANT && i < y.size(); i++) {
            y.setObject(i, AddableValue.of(Elements.of(c.input(0)).object(i)).zeros());
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(0))) {
            return false;
        }
        c.output(0, c.mapTo(c.shape(0), Scalar.constant(0L, c.dtype(0))));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // constant: no gradient
    }
}
