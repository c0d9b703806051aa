package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The SipHash of strings with a key of two numbers, modulo {@code num_buckets}. */
@OpSpec("StringToHashBucketStrong(input: string) -> (output: int64); num_buckets: int >= 1; key: list(int)")
public final class StringToHashBucketStrong extends HashBucket {
    @Override
    protected Hash hash(Attrs attrs) {
        long[] key = attrs.integers("key");
        if (key.length != 2) {
            throw new InvalidArgumentException("Key must have 2 elements");
        }
        return s -> SipHash.of(s, key[0], key[1]);
    }
}
