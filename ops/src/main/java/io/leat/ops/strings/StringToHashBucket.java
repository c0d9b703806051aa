package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.graph.OpSpec;

/** A hash of strings modulo {@code num_buckets}: the one of TensorFlow's first versions. */
@OpSpec("StringToHashBucket(string_tensor: string) -> (output: int64); num_buckets: int >= 1")
public final class StringToHashBucket extends HashBucket {
    private static final long FACTOR = 0xc6a4a7935bd1e995L;
    private static final long SEED = 0xDECAFCAFFEL;

    @Override
    protected Hash hash(Attrs attrs) {
        return StringToHashBucket::murmur;
    }

    private static long murmur(byte[] s) {
        long h = SEED ^ s.length * FACTOR;
        int at = 0;
        for (; at + 8 <= s.length; at += 8) {
            long k = FarmHash.word(s, at) * FACTOR;
            h = (h ^ (k ^ k >>> 47) * FACTOR) * FACTOR;
        }
        if (at < s.length) {
            for (int i = at; i < s.length; i++) {
                h ^= (s[i] & 0xffL) << 8 * (i - at);
            }
            h *= FACTOR;
        }
        h = (h ^ h >>> 47) * FACTOR;
        return h ^ h >>> 47;
    }
}
