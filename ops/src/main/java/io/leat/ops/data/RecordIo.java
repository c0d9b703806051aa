package io.leat.ops.data;

import io.leat.tensor.UnimplementedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What dataset ops need of record files. The module of the ops knows no file formats: an implementation is found by
 * {@link ServiceLoader}.
 */
public interface RecordIo {
    /** The records of a file that was opened. */
    interface Reader extends AutoCloseable {
        /** The next record, or null at the end. */
        byte @Nullable [] next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** @param compression {@code ""}, {@code "GZIP"} or {@code "ZLIB"} */
    Reader open(Path file, String compression) throws IOException;

    /** @throws UnimplementedException if there is no implementation */
    static RecordIo find() {
        return ServiceLoader.load(RecordIo.class, RecordIo.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new UnimplementedException("no module that reads record files is there"));
    }
}
