package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Locale;

/** {@code basename-?????-of-00003}: the pattern of the names of all 3 shards; a scalar. */
@OpSpec("ShardedFilespec(basename: string, num_shards: int32) -> (filename: string)")
public final class ShardedFilespec extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.shape(1, 0);
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
                Tensor.scalar(String.format(Locale.ROOT, "%s-?????-of-%05d", Files.text(c.input(0), 0), c.ints(1)[0])));
    }
}
