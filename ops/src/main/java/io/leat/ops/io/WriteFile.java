package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a scalar string to a file, whose folders are made if they are not there. */
@OpSpec(value = "WriteFile(filename: string, contents: string) -> ()", stateful = true)
public final class WriteFile extends Op {
    @Endpoint("io.writeFile")
    public static Node of(Ops tf, Operand filename, Operand contents) {
        return tf.op("WriteFile").input(filename).input(contents).add();
    }

    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.shape(1, 0);
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("Contents tensor must be scalar, but had shape: " + c.shape(1));
        }
        Path file = Files.writable(c, 0);
        try {
            Path folder = file.getParent();
            if (folder != null) {
                java.nio.file.Files.createDirectories(folder);
            }
            java.nio.file.Files.write(file, Raw.strings(c.input(1))[0]);
        } catch (IOException e) {
            throw Files.failed(e);
        }
    }
}
