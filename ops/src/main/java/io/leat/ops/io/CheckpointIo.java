package io.leat.ops.io;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What checkpoint ops need of checkpoint files. The module of the ops knows no file formats: an implementation is found
 * by {@link ServiceLoader}.
 */
public interface CheckpointIo {
    /**
     * A tensor to be saved.
     *
     * @param shape of the whole tensor that {@code value} is a part of, or null when it is the whole
     * @param slice which part, in TensorFlow's text; empty for the whole
     */
    record Item(String name, @Nullable Shape shape, String slice, Tensor value) {}

    /** A checkpoint that was opened. */
    interface Reader {
        DType dtype(String name);

        Shape shape(String name);

        /** The whole tensor, or where {@code slice} is not empty that part of it. */
        Tensor read(String name, String slice) throws IOException;
    }

    /** Opens a checkpoint of version 1 or 2. */
    Reader open(Path prefix) throws IOException;

    /** Writes a checkpoint of version 2. */
    void save(Path prefix, List<Item> items) throws IOException;

    /** Writes a checkpoint of version 1, which is one file. */
    void saveLegacy(Path file, List<Item> items) throws IOException;

    /** Makes one checkpoint of several, which are then deleted. */
    void merge(List<Path> prefixes, Path destination) throws IOException;

    /** @throws UnimplementedException if there is no implementation */
    static CheckpointIo find() {
        return Holder.FOUND.orElseThrow(
                () -> new UnimplementedException("no module that reads and writes checkpoints is there"));
    }

    /** Looked up once. */
    final class Holder {
        private static final Optional<CheckpointIo> FOUND = ServiceLoader.load(
                        CheckpointIo.class, CheckpointIo.class.getClassLoader())
                .findFirst();

        private Holder() {}
    }
}
