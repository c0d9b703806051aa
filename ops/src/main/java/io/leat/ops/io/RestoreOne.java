package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a tensor, or a part of it, from the files of a checkpoint. */
abstract class RestoreOne extends Op {
    @Override
    protected void infer(Inference c) {
        for (int i = 0; i < c.inputs(); i++) {
            c.shape(i, 0);
        }
    }

    @Override
    protected void compute(Compute c) {
        for (int i = 0; i < c.inputs(); i++) {
            if (!c.shape(i).isScalar()) {
                throw new InvalidArgumentException("Input " + i + " must be a string scalar; got shape " + c.shape(i));
            }
        }
        String pattern = Files.text(c.input(0), 0);
        String name = Files.text(c.input(1), 0);
        Files.Part part = Files.Part.parse(c.inputs() > 2 ? Files.text(c.input(2), 0) : "");
        try {
            c.output(0, read(c, pattern, name, part));
        } catch (IOException e) {
            throw Files.failed(e);
        }
    }

    private static Tensor read(Compute c, String pattern, String name, Files.Part part) throws IOException {
        List<String> files = FilePattern.matches(pattern, c.run().files());
        if (files.isEmpty()) {
            throw new NotFoundException("Unsuccessful TensorSliceReader constructor: Failed to find any matching files "
                    + "for " + pattern);
        }
        NotFoundException missing =
                new NotFoundException("Tensor name \"" + name + "\" not found in checkpoint files " + pattern);
        for (String file : files) {
            Tensor found = read(
                    CheckpointIo.find().open(Files.readableCheckpoint(c, file)), name, part, c.outputDType(0), missing);
            if (found != null) {
                return found;
            }
        }
        throw missing;
    }

    private static @Nullable Tensor read(
            CheckpointIo.Reader reader, String name, Files.Part part, DType wanted, NotFoundException missing)
            throws IOException {
        DType dtype;
        try {
            dtype = reader.dtype(name);
        } catch (NotFoundException e) {
            missing.addSuppressed(e);
            return null;
        }
        if (dtype != wanted) {
            throw new InvalidArgumentException("tensor_name = " + name + "; expected dtype " + wanted.signatureName()
                    + " does not equal original dtype " + dtype.signatureName());
        }
        if (part.shape() != null && !part.shape().equals(reader.shape(name))) {
            throw new InvalidArgumentException(
                    "Shape in shape_and_slice spec does not match the shape in the save file: " + part.shape()
                            + ", save file shape: " + reader.shape(name));
        }
        return reader.read(name, part.slice());
    }
}
