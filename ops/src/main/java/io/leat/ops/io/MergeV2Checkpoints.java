package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one checkpoint of several shards of it, whose files are then deleted; with {@code delete_old_dirs} their folders
 * too where they are empty.
 */
@OpSpec(
        value = "MergeV2Checkpoints(checkpoint_prefixes: string, destination_prefix: string) -> (); "
                + "delete_old_dirs: bool = true; allow_missing_files: bool = false",
        stateful = true)
public final class MergeV2Checkpoints extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        c.shape(1, 0);
    }

    @Override
    protected void compute(Compute c) {
        Path destination = Files.writableCheckpoint(c, Files.path(c, 1).toString());
        List<Path> prefixes = new ArrayList<>();
        for (int i = 0; i < c.input(0).size(); i++) {
            String text = Files.text(c.input(0), i);
            Files.readableCheckpoint(c, text);
            Path prefix = Files.writableCheckpoint(c, text);
            Path index = Path.of(prefix + ".index");
            if (!c.attrs().bool("allow_missing_files") || java.nio.file.Files.exists(index)) {
                prefixes.add(prefix);
            }
        }
        try {
            CheckpointIo.find().merge(prefixes, destination);
            if (c.attrs().bool("delete_old_dirs")) {
                for (Path prefix : prefixes) {
                    deleteIfEmpty(
                            prefix.toAbsolutePath().getParent(),
                            destination.toAbsolutePath().getParent());
                }
            }
        } catch (IOException e) {
            throw Files.failed(e);
        }
    }

    private static void deleteIfEmpty(@Nullable Path folder, @Nullable Path kept) throws IOException {
        if (folder == null || folder.equals(kept) || !java.nio.file.Files.isDirectory(folder)) {
            return;
        }
        try {
            java.nio.file.Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // what else lies there is not ours
        }
    }
}
