package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The FarmHash fingerprints of strings modulo {@code num_buckets}. */
@OpSpec("StringToHashBucketFast(input: string) -> (output: int64); num_buckets: int >= 1")
public final class StringToHashBucketFast extends HashBucket {
    @Endpoint("strings.toHashBucketFast")
    public static Output of(Ops tf, Operand input, long numBuckets) {
        return tf.op("StringToHashBucketFast")
                .input(input)
                .attr("num_buckets", numBuckets)
                .add()
                .output(0);
    }

    @Override
    protected Hash hash(Attrs attrs) {
        return FarmHash::of;
    }
}
