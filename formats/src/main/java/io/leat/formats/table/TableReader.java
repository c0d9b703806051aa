package io.leat.formats.table;

import io.leat.formats.bytes.ByteCursor;
import io.leat.formats.bytes.MaskedCrc;
import io.leat.tensor.DataLossException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sorted table of byte strings (an SSTable in LevelDB's layout): data blocks, a block that indexes them by key,
 * and a footer that says where that block is. All CRCs are verified.
 */
public final class TableReader implements AutoCloseable {
    /** The last eight bytes of every table. */
    static final long MAGIC = 0xdb4775248b80fb57L;

    /** Two block handles padded to 40 bytes, and {@link #MAGIC}. */
    static final int FOOTER = 48;

    private final FileChannel file;
    private final String name;
    private final long length;
    private final byte[] index;
    private final long indexOffset;

    private TableReader(FileChannel file, String name, long length, BlockHandle index) throws IOException {
        this.file = file;
        this.name = name;
        this.length = length;
        this.index = readBlock(index);
        this.indexOffset = index.offset();
    }

    /**
     * @throws DataLossException if the file is no table, or its index is corrupt
     */
    public static TableReader open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            long length = file.size();
            if (length < FOOTER) {
                throw new DataLossException(path + ": file is too short to be an sstable, " + length + " bytes");
            }
            byte[] footer = read(file, length - FOOTER, FOOTER, path.toString());
            var in = new ByteCursor(footer, path.toString());
            BlockHandle.read(in); // the meta-index, which is empty
            BlockHandle index = BlockHandle.read(in);
            var magic = new ByteCursor(footer, FOOTER - 8, FOOTER, path.toString(), length - FOOTER);
            if (magic.fixed32() != (int) MAGIC || magic.fixed32() != (int) (MAGIC >>> 32)) {
                throw magic.corrupt("not an sstable (bad magic number)");
            }
            return new TableReader(file, path.toString(), length, index);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Whether a file ends as a table does. */
    public static boolean isTable(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            if (file.size() < FOOTER) {
                return false;
            }
            byte[] end = read(file, file.size() - 8, 8, path.toString());
            return ByteBuffer.wrap(end).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong() == MAGIC;
        }
    }

    /** What is called with each entry of a table. */
    @FunctionalInterface
    public interface Visitor {
        void entry(byte[] key, byte[] value) throws IOException;
    }

    /**
     * Visits all entries in the order of their keys.
     *
     * @throws DataLossException if a block is corrupt or the keys are not in order
     */
    public void forEach(Visitor visitor) throws IOException {
        byte @Nullable [] last = null;
        var blocks = new Block(index, name, indexOffset);
        while (blocks.next()) {
            BlockHandle handle = BlockHandle.read(new ByteCursor(blocks.value(), name));
            var block = new Block(readBlock(handle), name, handle.offset());
            while (block.next()) {
                if (last != null && Arrays.compareUnsigned(last, block.key()) >= 0) {
                    throw new DataLossException(name + ": keys out of order in the block at offset " + handle.offset());
                }
                last = block.key();
                visitor.entry(block.key(), block.value());
            }
        }
    }

    /** The value of a key, or null when the table has no such key. */
    public byte @Nullable [] get(byte[] key) throws IOException {
        byte[] where = new Block(index, name, indexOffset).firstAtLeast(key);
        if (where == null) {
            return null;
        }
        BlockHandle handle = BlockHandle.read(new ByteCursor(where, name));
        var block = new Block(readBlock(handle), name, handle.offset());
        byte[] value = block.firstAtLeast(key);
        return value != null && Arrays.equals(block.key(), key) ? value : null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private byte[] readBlock(BlockHandle handle) throws IOException {
        if (handle.offset() < 0
                || handle.size() < 0
                || handle.size() > Integer.MAX_VALUE - 16
                || handle.offset() > length - FOOTER - BlockHandle.TRAILER - handle.size()) {
            throw new DataLossException(name + ": a block of " + handle.size() + " bytes at offset " + handle.offset()
                    + " lies outside the file of " + length + " bytes");
        }
        int size = (int) handle.size();
        byte[] data = read(file, handle.offset(), size + BlockHandle.TRAILER, name);
        int stored = new ByteCursor(data, size + 1, data.length, name, handle.offset()).fixed32();
        if (stored != MaskedCrc.of(data, 0, size + 1)) {
            throw new DataLossException(name + ": block checksum mismatch at offset " + handle.offset());
        }
        return switch (data[size]) {
            case 0 -> Arrays.copyOf(data, size);
            case 1 -> Snappy.decompress(new ByteCursor(data, 0, size, name, handle.offset()));
            default ->
                throw new DataLossException(
                        name + ": a block of unknown compression " + data[size] + " at offset " + handle.offset());
        };
    }

    private static byte[] read(FileChannel file, long offset, int count, String name) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new DataLossException(name + ": file ended at offset " + (offset + buffer.position()));
            }
        }
        return buffer.array();
    }
}
