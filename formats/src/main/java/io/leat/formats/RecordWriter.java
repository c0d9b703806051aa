package io.leat.formats;

import io.leat.formats.bytes.MaskedCrc;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Writes a TFRecord file. */
public final class RecordWriter implements AutoCloseable {
    private final OutputStream out;

    private RecordWriter(OutputStream out) {
        this.out = out;
    }

    /** Starts a new file; one that was there is lost. */
    public static RecordWriter create(Path path, RecordCompression compression) throws IOException {
        return create(Files.newOutputStream(path), compression);
    }

    /** Starts a new uncompressed file; one that was there is lost. */
    public static RecordWriter create(Path path) throws IOException {
        return create(path, RecordCompression.NONE);
    }

    static RecordWriter create(OutputStream file, RecordCompression compression) throws IOException {
        return new RecordWriter(new BufferedOutputStream(
                switch (compression) {
                    case NONE -> file;
                    case GZIP -> new GZIPOutputStream(file, 512, true);
                    case ZLIB -> new DeflaterOutputStream(file, true);
                },
                1 << 16));
    }

    /** Appends a record. */
    public void write(byte[] record) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(record.length).putInt(MaskedCrc.of(header.array(), 0, 8));
        out.write(header.array());
        out.write(record);
        ByteBuffer footer = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        out.write(footer.putInt(MaskedCrc.of(record, 0, record.length)).array());
    }

    /** Hands everything written so far to the operating system: other readers of the file see it. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
