package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensors;
import java.io.IOException;

/** The bytes of a file, a scalar string. */
@OpSpec("ReadFile(filename: string) -> (contents: string)")
public final class ReadFile extends Op {
    @Endpoint("io.readFile")
    public static Output of(Ops tf, Operand filename) {
        return tf.call("ReadFile", filename);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.output(0, Shape.SCALAR);
    }

    /** Files change. */
    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        try {
            c.output(0, Tensors.strings(Shape.SCALAR, java.nio.file.Files.readAllBytes(Files.readable(c, 0))));
        } catch (IOException e) {
            throw Files.failed(e);
        }
    }
}
