package io.leat.train;

import io.leat.formats.RecordCompression;
import io.leat.formats.RecordReader;
import io.leat.ops.data.RecordIo;
import io.leat.tensor.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gives the ops of datasets the record files of module formats. */
public final class RecordFiles implements RecordIo {
    @Override
    public Reader open(Path file, String compression) throws IOException {
        RecordReader records = RecordReader.open(file, kind(compression));
        return new Reader() {
            @Override
            public byte @Nullable [] next() throws IOException {
                return records.next();
            }

            @Override
            public void close() throws IOException {
                records.close();
            }
        };
    }

    private static RecordCompression kind(String text) {
        return switch (text) {
            case "" -> RecordCompression.NONE;
            case "GZIP" -> RecordCompression.GZIP;
            case "ZLIB" -> RecordCompression.ZLIB;
            default -> throw new InvalidArgumentException("Unknown compression type: " + text);
        };
    }
}
