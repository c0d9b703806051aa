package io.leat.ops.io;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The names of the files that fit the patterns, in order, those that fit several as often. Wildcards are {@code *}, {@code ?} and {@code [a-z]}. */
@OpSpec("MatchingFiles(pattern: string) -> (filenames: string)")
public final class MatchingFiles extends Op {
    @Endpoint("io.matchingFiles")
    public static Output of(Ops tf, Operand pattern) {
        return tf.call("MatchingFiles", pattern);
    }

    @Override
    protected void infer(Inference c) {
        if (c.shape(0).rank() > 1) {
            throw new InvalidArgumentException(
                    "Shape must be at most rank 1 but is rank " + c.shape(0).rank());
        }
        c.output(0, Shape.of(Shape.ANY));
    }

    /** Files come and go. */
    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() > 1) {
            throw new InvalidArgumentException(
                    "Input patterns tensor must be scalar or vector, but had shape: " + c.shape(0));
        }
        List<String> found = new ArrayList<>();
        try {
            for (int i = 0; i < c.input(0).size(); i++) {
                found.addAll(
                        FilePattern.matches(Files.text(c.input(0), i), c.run().files()));
            }
        } catch (IOException e) {
            throw Files.failed(e);
        }
        Collections.sort(found);
        c.output(0, Tensor.vector(found.toArray(new String[0])));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
