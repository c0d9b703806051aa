package io.leat.formats.table;

import io.leat.formats.bytes.ByteSink;
import io.leat.formats.bytes.MaskedCrc;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes a sorted table that {@link TableReader} and TensorFlow read, byte for byte as TensorFlow writes the index of a
 * checkpoint: uncompressed blocks of 256 KiB, a full key every 16 entries.
 */
public final class TableWriter {
    private static final int BLOCK_SIZE = 256 << 10;
    private static final int RESTART_INTERVAL = 16;

    private final OutputStream out;
    private final BlockBuilder data = new BlockBuilder(RESTART_INTERVAL);
    private final BlockBuilder index = new BlockBuilder(1);
    private byte[] lastKey = {};
    private long offset;
    private boolean any;

    /** The handle of the last full block, until the next key shows how short its index key may be. */
    private @org.jspecify.annotations.Nullable BlockHandle pending;

    /**
     * @param out left open by {@link #finish}
     */
    public TableWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Appends an entry.
     *
     * @throws IllegalArgumentException if {@code key} is not after all earlier ones, bytewise and unsigned
     */
    public void add(byte[] key, byte[] value) throws IOException {
        if (any && Arrays.compareUnsigned(lastKey, key) >= 0) {
            throw new IllegalArgumentException("keys must ascend");
        }
        any = true;
        if (pending != null) {
            addIndex(separator(lastKey, key), pending);
            pending = null;
        }
        lastKey = key.clone();
        data.add(key, value);
        if (data.size() >= BLOCK_SIZE) {
            pending = writeBlock(data);
        }
    }

    /** Writes what is left, the index and the footer. */
    public void finish() throws IOException {
        if (!data.isEmpty()) {
            pending = writeBlock(data);
        }
        BlockHandle meta = writeBlock(new BlockBuilder(RESTART_INTERVAL));
        if (pending != null) {
            addIndex(successor(lastKey), pending);
        }
        BlockHandle where = writeBlock(index);
        var footer = new ByteSink();
        meta.write(footer);
        where.write(footer);
        footer.bytes(new byte[TableReader.FOOTER - 8 - footer.size()]);
        footer.fixed32((int) TableReader.MAGIC);
        footer.fixed32((int) (TableReader.MAGIC >>> 32));
        out.write(footer.array(), 0, footer.size());
    }

    private void addIndex(byte[] key, BlockHandle handle) {
        var value = new ByteSink();
        handle.write(value);
        index.add(key, value.toByteArray());
    }

    private BlockHandle writeBlock(BlockBuilder builder) throws IOException {
        ByteSink block = builder.finish();
        int size = block.size();
        block.write(0); // not compressed
        block.fixed32(MaskedCrc.of(block.array(), 0, size + 1));
        out.write(block.array(), 0, block.size());
        var handle = new BlockHandle(offset, size);
        offset += block.size();
        builder.reset();
        return handle;
    }

    /** A short key that is at least {@code a} and below {@code b}. */
    static byte[] separator(byte[] a, byte[] b) {
        int i = Arrays.mismatch(a, b);
        if (i < 0 || i >= a.length || i >= b.length) {
            return a; // one is a prefix of the other
        }
        int next = (a[i] & 0xff) + 1;
        if (next > 0xff || next >= (b[i] & 0xff)) {
            return a;
        }
        byte[] s = Arrays.copyOf(a, i + 1);
        s[i] = (byte) next;
        return s;
    }

    /** A short key that is at least {@code a}. */
    static byte[] successor(byte[] a) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] != (byte) 0xff) {
                byte[] s = Arrays.copyOf(a, i + 1);
                s[i]++;
                return s;
            }
        }
        return a;
    }
}
