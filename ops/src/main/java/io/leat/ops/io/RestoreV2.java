package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;

/** Reads tensors, or parts of them, from a checkpoint of version 1 or 2. */
@OpSpec(
        value = "RestoreV2(prefix: string, tensor_names: string, shape_and_slices: string) -> (tensors: dtypes); "
                + "dtypes: list(type) >= 1",
        stateful = true)
public final class RestoreV2 extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.shape(1, 1).merge(Shape.of(c.outputs()));
        c.shape(2, 1).merge(Shape.of(c.outputs()));
    }

    @Override
    protected void compute(Compute c) {
        int n = c.node().outputCount();
        Files.requireStrings(c, 1, n);
        Files.requireStrings(c, 2, n);
        try {
            CheckpointIo.Reader reader = CheckpointIo.find()
                    .open(Files.readableCheckpoint(c, Files.path(c, 0).toString()));
            for (int i = 0; i < n; i++) {
                c.output(i, read(reader, Files.text(c.input(1), i), Files.text(c.input(2), i), c.outputDType(i)));
            }
        } catch (IOException e) {
            throw Files.failed(e);
        }
    }

    private static Tensor read(CheckpointIo.Reader reader, String name, String shapeAndSlice, DType wanted)
            throws IOException {
        DType dtype = reader.dtype(name);
        if (dtype != wanted) {
            throw new InvalidArgumentException("tensor_name = " + name + "; expected dtype " + wanted.signatureName()
                    + " does not equal original dtype " + dtype.signatureName());
        }
        Files.Part part = Files.Part.parse(shapeAndSlice);
        if (part.shape() != null && !part.shape().equals(reader.shape(name))) {
            throw new InvalidArgumentException("tensor_name = " + name + "; shape in shape_and_slice spec "
                    + part.shape() + " does not match the shape stored in checkpoint: " + reader.shape(name));
        }
        return reader.read(name, part.slice());
    }
}
