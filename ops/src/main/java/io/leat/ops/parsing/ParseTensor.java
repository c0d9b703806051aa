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
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** The tensor in a serialised {@code TensorProto}, a string scalar. */
@OpSpec("ParseTensor(serialized: string) -> (output: out_type); out_type: type")
public final class ParseTensor extends Op {
    @Endpoint("io.parseTensor")
    public static Output of(Ops tf, Operand serialized, DType outType) {
        return tf.op("ParseTensor")
                .input(serialized)
                .attr("out_type", outType)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        // nothing is known of the shape
    }

    @Override
    protected void compute(Compute c) {
        if (!c.shape(0).isScalar()) {
            throw new InvalidArgumentException("Expected `serialized` to be a scalar, got shape: " + c.shape(0));
        }
        Tensor t = ProtoIo.find().parse(Raw.strings(c.input(0))[0]);
        if (t.dtype() != c.outputDType(0)) {
            throw new InvalidArgumentException(
                    "Type mismatch between parsed tensor (" + t.dtype().signatureName() + ") and dtype ("
                            + c.outputDType(0).signatureName() + ")");
        }
        c.output(0, t);
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
