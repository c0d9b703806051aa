package io.leat.formats.table;

import io.leat.formats.bytes.ByteSink;
import java.util.Arrays;

/** Builds one block of a table: what {@link Block} reads. */
final class BlockBuilder {
    private final int restartInterval;
    private final ByteSink entries = new ByteSink();
    private final ByteSink restarts = new ByteSink();
    private byte[] lastKey = {};
    private int sinceRestart;

    /**
     * @param restartInterval after how many entries a key is written in full again
     */
    BlockBuilder(int restartInterval) {
        this.restartInterval = restartInterval;
        reset();
    }

    void add(byte[] key, byte[] value) {
        int shared = 0;
        if (sinceRestart < restartInterval) {
            int mismatch = Arrays.mismatch(lastKey, key);
            shared = mismatch < 0 ? key.length : mismatch;
        } else {
            restarts.fixed32(entries.size());
            sinceRestart = 0;
        }
        entries.varint(shared);
        entries.varint(key.length - shared);
        entries.varint(value.length);
        entries.bytes(key, shared, key.length - shared);
        entries.bytes(value);
        lastKey = key;
        sinceRestart++;
    }

    boolean isEmpty() {
        return entries.size() == 0;
    }

    /** The size that the block would have now. */
    int size() {
        return entries.size() + restarts.size() + 4;
    }

    /** The whole block; the builder must be {@link #reset} before it is used again. */
    ByteSink finish() {
        int count = restarts.size() / 4;
        entries.bytes(restarts.array(), 0, restarts.size());
        entries.fixed32(count);
        return entries;
    }

    void reset() {
        entries.reset();
        restarts.reset();
        restarts.fixed32(0);
        sinceRestart = 0;
        lastKey = new byte[0];
    }
}
