package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Locale;

/** {@code basename-00001-of-00003}: the name of shard 1 of 3; a scalar. */
@OpSpec("ShardedFilename(basename: string, shard: int32, num_shards: int32) -> (filename: string)")
public final class ShardedFilename extends Op {
    @Override
    protected void infer(Inference c) {
        for (int i = 0; i < c.inputs(); i++) {
            c.shape(i, 0);
        }
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        for (int i = 0; i < c.inputs(); i++) {
            if (c.input(i).size() != 1) {
                throw new InvalidArgumentException("Input " + i + " must be a scalar, got shape " + c.shape(i));
            }
        }
        c.output(
                0,
                Tensor.scalar(String.format(
                        Locale.ROOT, "%s-%05d-of-%05d", Files.text(c.input(0), 0), c.ints(1)[0], c.ints(2)[0])));
    }
}
