package io.leat.formats.table;

import io.leat.formats.bytes.ByteCursor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks the entries of one block, in the order of their keys; each key shares a prefix with the one before. */
final class Block {
    private final ByteCursor in;
    private byte[] key = {};
    private byte[] value = {};

    /**
     * @param data the block without its trailer, decompressed: entries, restart offsets, the number of these
     */
    Block(byte[] data, String source, long sourceOffset) {
        var tail = new ByteCursor(data, Math.max(0, data.length - 4), data.length, source, sourceOffset);
        long restarts = tail.fixed32() & 0xffffffffL;
        long end = data.length - 4 - 4 * restarts;
        if (end < 0) {
            throw tail.corrupt("a block of " + data.length + " bytes with " + restarts + " restart points");
        }
        in = new ByteCursor(data, 0, (int) end, source, sourceOffset);
    }

    /** Steps to the next entry; false after the last. */
    boolean next() {
        if (!in.hasRemaining()) {
            return false;
        }
        int shared = in.varintUpTo(key.length);
        int unshared = in.varintUpTo(in.remaining());
        int valueLength = in.varintUpTo(in.remaining());
        byte[] k = Arrays.copyOf(key, shared + unshared);
        in.copyTo(k, shared, unshared);
        key = k;
        value = in.bytes(valueLength);
        return true;
    }

    byte[] key() {
        return key;
    }

    byte[] value() {
        return value;
    }

    /** The value of the first entry whose key is at least {@code wanted}, or null when there is none. */
    byte @Nullable [] firstAtLeast(byte[] wanted) {
        while (next()) {
            if (Arrays.compareUnsigned(key, wanted) >= 0) {
                return value;
            }
        }
        return null;
    }
}
