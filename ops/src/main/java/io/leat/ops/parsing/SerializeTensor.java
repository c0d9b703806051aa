package io.leat.ops.parsing;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.io.ProtoIo;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/** A tensor as a serialised {@code TensorProto}, a string scalar. */
@OpSpec("SerializeTensor(tensor: T) -> (serialized: string); T: type")
public final class SerializeTensor extends Op {
    @Endpoint("io.serializeTensor")
    public static Output of(Ops tf, Operand tensor) {
        return tf.call("SerializeTensor", tensor);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        byte[] message = ProtoIo.find().write(c.input(0));
        c.output(0, Raw.wrap(DType.STRING, Shape.SCALAR, new byte[][] {message}));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
