package io.leat.formats.checkpoint;

import io.leat.formats.bytes.ByteSink;
import io.leat.formats.bytes.ElementBytes;
import io.leat.formats.bytes.MaskedCrc;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Appends the bytes of tensors to a shard: what {@link ShardReader} reads. */
final class ShardWriter implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private long offset;

    ShardWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Where a tensor was put.
     *
     * @param crc masked
     */
    record Place(long offset, long size, int crc) {}

    Place write(Tensor t) throws IOException {
        var crc = new CRC32C();
        long start = offset;
        if (t.dtype() == DType.STRING) {
            writeStrings(Raw.strings(t), crc);
        } else {
            writeElements(Raw.array(t), crc);
        }
        return new Place(start, offset - start, MaskedCrc.of(crc));
    }

    private void writeElements(Object array, CRC32C crc) throws IOException {
        int width = ElementBytes.width(array);
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        int total = ElementBytes.length(array);
        for (int done = 0; done < total; ) {
            int count = Math.min(total - done, CHUNK / width);
            ElementBytes.put(buffer.clear(), array, done, count);
            crc.update(buffer.array(), 0, count * width);
            append(buffer.array(), count * width);
            done += count;
        }
    }

    private void writeStrings(byte[][] strings, CRC32C crc) throws IOException {
        var lengths = new ByteSink();
        var fixed = new ByteSink();
        for (byte[] s : strings) {
            lengths.varint(s.length);
            fixed.fixed32(s.length);
        }
        crc.update(fixed.array(), 0, fixed.size());
        fixed.reset();
        fixed.fixed32(MaskedCrc.of(crc));
        crc.update(fixed.array(), 0, 4);
        lengths.bytes(fixed.array(), 0, 4);
        append(lengths.array(), lengths.size());
        for (byte[] s : strings) {
            crc.update(s);
            append(s, s.length);
        }
    }

    private void append(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        offset += count;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
