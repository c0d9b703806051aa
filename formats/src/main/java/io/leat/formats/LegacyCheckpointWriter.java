package io.leat.formats;

import io.leat.formats.bytes.Disk;
import io.leat.formats.checkpoint.LegacyRecords;
import io.leat.formats.table.TableWriter;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes a checkpoint of version 1, which is one file, for programs that read no other. What is added is kept until
 * {@link #finish}, which writes a temporary file beside it and then puts that in its place.
 */
public final class LegacyCheckpointWriter {
    private final Path file;
    private final Disk disk;
    private final LegacyRecords records = new LegacyRecords();

    private LegacyCheckpointWriter(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /** @param file its folder must exist */
    public static LegacyCheckpointWriter create(Path file) {
        return create(file, Disk.REAL);
    }

    static LegacyCheckpointWriter create(Path file, Disk disk) {
        return new LegacyCheckpointWriter(file, disk);
    }

    /**
     * Adds a part of a tensor, or the whole.
     *
     * @param shape of the whole tensor
     * @param part with the shape of the slice
     * @throws io.leat.tensor.InvalidArgumentException if the shapes or dtypes do not fit, or the slice is there already
     * @throws io.leat.tensor.UnimplementedException for a dtype that such checkpoints cannot hold
     */
    public void add(String name, Shape shape, TensorSlice slice, Tensor part) {
        records.add(name, shape, slice, part);
    }

    /** Writes the checkpoint; after a failure, the one that was there before still is. */
    public void finish() throws IOException {
        Path temporary = Disk.temporary(file);
        try {
            try (OutputStream out = disk.create(temporary)) {
                var table = new TableWriter(out);
                table.add(new byte[0], records.meta());
                for (Map.Entry<byte[], LegacyRecords.Part> e : records.parts().entrySet()) {
                    table.add(e.getKey(), e.getValue().message());
                }
                table.finish();
            }
            disk.move(temporary, file);
        } finally {
            disk.deleteIfExists(temporary);
        }
        disk.syncFolder(Disk.folder(file));
    }
}
