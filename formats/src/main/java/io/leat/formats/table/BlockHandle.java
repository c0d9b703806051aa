package io.leat.formats.table;

import io.leat.formats.bytes.ByteCursor;
import io.leat.formats.bytes.ByteSink;

/**
 * Where a block stands in a table file.
 *
 * @param size without the trailer of {@link #TRAILER} bytes that follows the block
 */
record BlockHandle(long offset, long size) {
    /** The block's compression in one byte, then the masked CRC of block and that byte in four. */
    static final int TRAILER = 5;

    static BlockHandle read(ByteCursor in) {
        return new BlockHandle(in.varint64(), in.varint64());
    }

    void write(ByteSink out) {
        out.varint(offset);
        out.varint(size);
    }
}
