package io.leat.train;

import io.leat.formats.CheckpointReader;
import io.leat.formats.CheckpointWriter;
import io.leat.formats.LegacyCheckpointWriter;
import io.leat.formats.TensorSlice;
import io.leat.ops.io.CheckpointIo;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkpoint ops on the files of {@code formats}. */
public final class CheckpointFiles implements CheckpointIo {
    @Override
    public Reader open(Path prefix) throws IOException {
        CheckpointReader reader = CheckpointReader.open(prefix);
        return new Reader() {
            @Override
            public DType dtype(String name) {
                return reader.dtype(name);
            }

            @Override
            public Shape shape(String name) {
                return reader.shape(name);
            }

            @Override
            public Tensor read(String name, String slice) throws IOException {
                return slice.isEmpty() ? reader.read(name) : reader.read(name, TensorSlice.parse(slice));
            }
        };
    }

    @Override
    public void save(Path prefix, List<Item> items) throws IOException {
        makeFolder(prefix);
        try (CheckpointWriter writer = CheckpointWriter.create(prefix)) {
            for (Item item : items) {
                Shape shape = item.shape();
                if (shape == null) {
                    writer.add(item.name(), item.value());
                } else {
                    writer.addSlice(item.name(), shape, TensorSlice.parse(item.slice()), item.value());
                }
            }
            writer.finish();
        }
    }

    @Override
    public void saveLegacy(Path file, List<Item> items) throws IOException {
        makeFolder(file);
        LegacyCheckpointWriter writer = LegacyCheckpointWriter.create(file);
        for (Item item : items) {
            Shape shape = item.shape();
            Shape whole = shape == null ? item.value().shape() : shape;
            TensorSlice slice = shape == null ? TensorSlice.full(whole.rank()) : TensorSlice.parse(item.slice());
            writer.add(item.name(), whole, slice, item.value());
        }
        writer.finish();
    }

    @Override
    public void merge(List<Path> prefixes, Path destination) throws IOException {
        makeFolder(destination);
        try (CheckpointWriter writer = CheckpointWriter.create(destination)) {
            for (Path prefix : prefixes) {
                CheckpointReader reader = CheckpointReader.open(prefix);
                for (String name : reader.names()) {
                    copy(reader, name, writer);
                }
            }
            writer.finish();
        }
        for (Path prefix : prefixes) {
            if (!prefix.toAbsolutePath().equals(destination.toAbsolutePath())) {
                CheckpointReader.delete(prefix);
            }
        }
    }

    private static void copy(CheckpointReader reader, String name, CheckpointWriter writer) throws IOException {
        List<TensorSlice> slices = reader.slices(name);
        if (slices.isEmpty()) {
            writer.add(name, reader.read(name));
        }
        for (TensorSlice slice : slices) {
            writer.addSlice(name, reader.shape(name), slice, reader.read(name, slice));
        }
    }

    /** The last folder of the path; those above it must be there. */
    private static void makeFolder(Path prefix) throws IOException {
        Path folder = prefix.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
    }
}
