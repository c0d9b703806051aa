package io.leat.formats;

import io.leat.formats.bytes.Disk;
import io.leat.formats.bytes.WholeFile;
import io.leat.formats.checkpoint.Bundle;
import io.leat.formats.convert.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The small file beside checkpoints that names the latest one, and those kept before it.
 *
 * <p>Paths may be relative: then they start from the folder of the file.
 *
 * @param latest the prefix of the latest checkpoint
 * @param all the prefixes of all that are kept, the oldest first
 * @param timestamps when each of {@code all} was written, in seconds since 1970; empty where that is not known
 * @param lastPreserved when the last checkpoint that is never deleted was written, 0 if there is none
 */
public record CheckpointState(String latest, List<String> all, List<Double> timestamps, double lastPreserved) {
    /** The usual name of the file. */
    public static final String FILE_NAME = "checkpoint";

    public CheckpointState {
        all = List.copyOf(all);
        timestamps = List.copyOf(timestamps);
    }

    /** Reads {@code folder/checkpoint}; null if there is none. */
    public static @Nullable CheckpointState read(Path folder) throws IOException {
        return read(folder, FILE_NAME);
    }

    /**
     * Reads {@code folder/fileName}; null if there is none.
     *
     * @throws io.leat.tensor.InvalidArgumentException if it cannot be parsed
     */
    public static @Nullable CheckpointState read(Path folder, String fileName) throws IOException {
        Path file = folder.resolve(fileName);
        if (!Files.exists(file)) {
            return null;
        }
        var p = Text.parse(
                new String(WholeFile.read(file), StandardCharsets.UTF_8),
                io.leat.formats.proto.CheckpointState.newBuilder(),
                file.toString());
        return new CheckpointState(
                p.getModelCheckpointPath(),
                p.getAllModelCheckpointPathsList(),
                p.getAllModelCheckpointTimestampsList(),
                p.getLastPreservedTimestamp());
    }

    /** The prefix of the latest checkpoint that {@code folder/checkpoint} names, or null if it names none that exists. */
    public static @Nullable Path latestCheckpoint(Path folder) throws IOException {
        CheckpointState state = read(folder);
        if (state == null || state.latest().isEmpty()) {
            return null;
        }
        Path prefix = WholeFile.resolve(folder, state.latest());
        return Files.exists(Bundle.indexFile(prefix)) || Files.exists(prefix) ? prefix : null;
    }

    /** Writes {@code folder/checkpoint}. */
    public void write(Path folder) throws IOException {
        write(folder, FILE_NAME);
    }

    /** Replaces {@code folder/fileName} in one step. */
    public void write(Path folder, String fileName) throws IOException {
        write(folder, fileName, Disk.REAL);
    }

    void write(Path folder, String fileName, Disk disk) throws IOException {
        var p = io.leat.formats.proto.CheckpointState.newBuilder()
                .setModelCheckpointPath(latest)
                .addAllAllModelCheckpointPaths(all)
                .addAllAllModelCheckpointTimestamps(timestamps)
                .setLastPreservedTimestamp(lastPreserved);
        disk.replace(folder.resolve(fileName), Text.write(p).getBytes(StandardCharsets.UTF_8));
    }
}
