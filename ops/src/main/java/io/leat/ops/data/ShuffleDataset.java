package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import java.security.SecureRandom;

/** The dataset in random order: each element comes from a buffer of {@code buffer_size} that is filled up before it. The
 * order for the seeds is TensorFlow's; another one each time unless {@code reshuffle_each_iteration} is false.
 */
@OpSpec("ShuffleDataset(input_dataset: variant, buffer_size: int64, seed: int64, seed2: int64) -> (handle: variant); "
        + "reshuffle_each_iteration: bool = true; output_types: list(type) >= 1; "
        + "output_shapes: list(shape) >= 1; metadata: string = ''")
public final class ShuffleDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        long size = scalar(c, 1, "buffer_size");
        long seed = scalar(c, 2, "seed");
        long seed2 = scalar(c, 3, "seed2");
        if (size <= 0) {
            throw new InvalidArgumentException("buffer_size must be greater than zero.");
        }
        if (seed == 0 && seed2 == 0) {
            var entropy = new SecureRandom();
            seed = entropy.nextLong();
            seed2 = entropy.nextLong();
        }
        if (!c.attrs().bool("reshuffle_each_iteration")) {
            long first = seed;
            long second = seed2;
            return TupleDataset.of(
                    c.attrs(), () -> new ShufflePass(from.recipe().start(), size, first, second));
        }
        var seeds = new ShufflePass.Samples(seed, seed2);
        return TupleDataset.of(
                c.attrs(), () -> new ShufflePass(from.recipe().start(), size, seeds.next(), seeds.next()));
    }
}
