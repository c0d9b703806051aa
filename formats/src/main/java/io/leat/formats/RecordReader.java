package io.leat.formats;

import io.leat.formats.bytes.MaskedCrc;
import io.leat.tensor.DataLossException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.ResourceExhaustedException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the records of a TFRecord file, one after the other, and verifies their checksums. */
public final class RecordReader implements AutoCloseable {
    private final InputStream in;
    private final String source;
    private long offset;

    private RecordReader(InputStream in, String source) {
        this.in = in;
        this.source = source;
    }

    /**
     * @throws NotFoundException if there is no such file
     */
    public static RecordReader open(Path path, RecordCompression compression) throws IOException {
        InputStream file;
        try {
            file = Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(path + "; No such file or directory", null, e);
        }
        try {
            return new RecordReader(
                    new BufferedInputStream(
                            switch (compression) {
                                case NONE -> file;
                                case GZIP -> new GZIPInputStream(file);
                                case ZLIB -> new InflaterInputStream(file);
                            },
                            1 << 16),
                    path.toString());
        } catch (EOFException | ZipException e) {
            file.close();
            throw new DataLossException(path + ": corrupt " + compression + " data: " + e.getMessage(), null, e);
        }
    }

    /** Reads an uncompressed file. */
    public static RecordReader open(Path path) throws IOException {
        return open(path, RecordCompression.NONE);
    }

    /** Where the next record starts, in the uncompressed bytes. */
    public long offset() {
        return offset;
    }

    /**
     * The next record, or null at the end.
     *
     * @throws DataLossException if it is corrupt or cut off; then {@link #offset()} still says where it starts, and
     *     nothing more can be read
     */
    public byte @Nullable [] next() throws IOException {
        try {
            byte[] header = in.readNBytes(12);
            if (header.length == 0) {
                return null;
            }
            if (header.length < 12) {
                throw truncated();
            }
            ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            long length = numbers.getLong(0);
            if (numbers.getInt(8) != MaskedCrc.of(header, 0, 8)) {
                throw new DataLossException(
                        source + ": corrupted record at " + offset + " (Is this even a TFRecord file?)");
            }
            if (length < 0 || length > Integer.MAX_VALUE - 16) {
                throw new DataLossException(source + ": a record of " + length + " bytes at " + offset);
            }
            byte[] data = in.readNBytes((int) length);
            byte[] footer = in.readNBytes(4);
            if (data.length < length || footer.length < 4) {
                throw truncated();
            }
            int stored = ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (stored != MaskedCrc.of(data, 0, data.length)) {
                throw new DataLossException(source + ": corrupted record at " + offset);
            }
            offset += length + 16;
            return data;
        } catch (EOFException | ZipException e) {
            throw new DataLossException(source + ": corrupted record at " + offset + ": " + e.getMessage(), null, e);
        } catch (OutOfMemoryError e) {
            throw new ResourceExhaustedException(source + ": no memory for the record at " + offset, null, e);
        }
    }

    private DataLossException truncated() {
        return new DataLossException(source + ": truncated record at " + offset);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
