package io.leat.formats.checkpoint;

import io.leat.formats.bytes.ByteCursor;
import io.leat.formats.bytes.ElementBytes;
import io.leat.formats.bytes.MaskedCrc;
import io.leat.formats.bytes.Sizes;
import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.ResourceExhaustedException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Reads one tensor's bytes out of a shard. */
final class ShardReader implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final FileChannel file;
    private final Path path;
    private final String name;
    private final long offset;
    private final long size;
    private final int storedCrc;
    private final ByteOrder order;

    ShardReader(Path path, String name, long offset, long size, int storedCrc, ByteOrder order) throws IOException {
        try {
            file = FileChannel.open(path);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(path + "; No such file or directory", null, e);
        }
        this.path = path;
        this.name = name;
        this.offset = offset;
        this.size = size;
        this.storedCrc = storedCrc;
        this.order = order;
    }

    /**
     * @throws DataLossException if the region lies outside the file, has a size that does not fit the shape, or another
     *     checksum
     */
    Tensor read(DType dtype, Shape shape) throws IOException {
        long length = file.size();
        if (offset < 0 || size < 0 || offset > length - size) {
            throw corrupt("the file of " + length + " bytes does not hold " + size + " bytes there");
        }
        return switch (dtype) {
            case STRING -> readStrings(shape);
            case RESOURCE, VARIANT ->
                throw new UnimplementedException(
                        "reading '" + name + "', a " + dtype.signatureName() + ", from a checkpoint");
            default -> readElements(dtype, shape);
        };
    }

    private Tensor readElements(DType dtype, Shape shape) throws IOException {
        long elements = Sizes.elements(shape, "'" + name + "'");
        if (elements != size / dtype.bytes() || size % dtype.bytes() != 0) {
            throw corrupt("Invalid size in bundle entry: stored size " + size + "; expected " + elements
                    + " elements of " + dtype.bytes() + " bytes");
        }
        Object array = Sizes.newArray(dtype, shape, "'" + name + "'");
        int total = ElementBytes.length(array);
        int width = ElementBytes.width(array);
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(order);
        var crc = new CRC32C();
        for (int done = 0; done < total; ) {
            int count = Math.min(total - done, CHUNK / width);
            fill(buffer.clear().limit(count * width), offset + (long) done * width);
            crc.update(buffer.flip());
            ElementBytes.get(buffer.rewind(), array, done, count);
            done += count;
        }
        checkCrc(crc);
        return Raw.wrap(dtype, shape, array);
    }

    /** All lengths as varints, the masked CRC of these (as 32-bit numbers, 64-bit if they need it), then all bytes. */
    private Tensor readStrings(Shape shape) throws IOException {
        long elements = Sizes.elements(shape, "'" + name + "'");
        if (elements > size) {
            throw corrupt("Invalid size in bundle entry: " + size + " bytes for " + elements + " strings");
        }
        if (size > Integer.MAX_VALUE - 16) {
            throw new ResourceExhaustedException("'" + name + "' has more than 2 GiB of strings");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) size);
        fill(buffer, offset);
        var in = new ByteCursor(buffer.array(), 0, (int) size, path.toString(), offset);
        byte[][] strings = (byte[][]) Sizes.newArray(DType.STRING, shape, "'" + name + "'");
        int[] lengths = new int[strings.length];
        var crc = new CRC32C();
        ByteBuffer number = ByteBuffer.allocate(4).order(order);
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.varintUpTo((int) size);
            crc.update(number.putInt(0, lengths[i]).rewind());
        }
        int storedLengthCrc = order == ByteOrder.LITTLE_ENDIAN ? in.fixed32() : Integer.reverseBytes(in.fixed32());
        if (storedLengthCrc != MaskedCrc.of(crc)) {
            throw corrupt("The length checksum does not match: expected " + MaskedCrc.hex(storedLengthCrc) + " but got "
                    + MaskedCrc.hex(MaskedCrc.of(crc)));
        }
        crc.update(number.putInt(0, storedLengthCrc).rewind());
        for (int i = 0; i < lengths.length; i++) {
            strings[i] = in.bytes(lengths[i]);
            crc.update(strings[i]);
        }
        checkCrc(crc);
        if (in.hasRemaining()) {
            throw corrupt(in.remaining() + " bytes after the last string");
        }
        return Raw.wrap(DType.STRING, shape, strings);
    }

    private void checkCrc(CRC32C crc) {
        if (MaskedCrc.of(crc) != storedCrc) {
            throw corrupt("Checksum does not match: stored " + MaskedCrc.hex(MaskedCrc.unmask(storedCrc))
                    + " vs. calculated on the restored bytes " + MaskedCrc.hex((int) crc.getValue()));
        }
    }

    private void fill(ByteBuffer buffer, long at) throws IOException {
        int start = buffer.position();
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position() - start) < 0) {
                throw corrupt("the file ended");
            }
        }
    }

    private DataLossException corrupt(String what) {
        return new DataLossException(
                "TensorBundle at " + path + ", '" + name + "' at offset " + offset + " (" + size + " bytes): " + what);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
