package io.leat.ir;

import io.leat.tensor.PermissionDeniedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files the ops of a session may touch: those that read and write files, list folders, restore and save
 * checkpoints, fill tables, and make datasets of files. Links and {@code ..} are followed before a path is judged, so
 * neither leads out of a folder. What the program itself reads, such as a model that it loads, is not restricted.
 *
 * @param reads the folders in which, at any depth, files may be read; null for everywhere
 * @param writes the same for files that are written or deleted
 */
public record FileAccess(
        @Nullable List<Path> reads, @Nullable List<Path> writes) {
    /** Everything that the process may do, as in TensorFlow. */
    public static final FileAccess ALL = new FileAccess(null, null);

    /** No files at all. */
    public static final FileAccess NONE = new FileAccess(List.of(), List.of());

    public FileAccess {
        reads = reads == null ? null : List.copyOf(reads);
        writes = writes == null ? null : List.copyOf(writes);
    }

    /** Reading and writing in these folders only. */
    public static FileAccess within(Path... folders) {
        return new FileAccess(Arrays.asList(folders), Arrays.asList(folders));
    }

    /** Reading in these folders only, and no writing. */
    public static FileAccess readOnly(Path... folders) {
        return new FileAccess(Arrays.asList(folders), List.of());
    }

    /** @throws PermissionDeniedException if {@code file} must not be read, nor its folder listed */
    public void checkRead(Path file) {
        if (reads != null && !isIn(reads, file)) {
            throw new PermissionDeniedException(file + "; this session may not read it");
        }
    }

    /** @throws PermissionDeniedException if {@code file} must not be written or deleted */
    public void checkWrite(Path file) {
        if (writes != null && !isIn(writes, file)) {
            throw new PermissionDeniedException(file + "; this session may not write it");
        }
    }

    private static boolean isIn(List<Path> folders, Path file) {
        if (folders.isEmpty()) {
            return false;
        }
        try {
            Path real = real(file);
            for (Path folder : folders) {
                if (real.startsWith(real(folder))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new PermissionDeniedException(file + "; where it leads is not known: " + e, null, e);
        }
    }

    /** Where a path leads; what is not there yet stands in the real form of the part that is. */
    private static Path real(Path path) throws IOException {
        Path known = path.toAbsolutePath();
        while (known != null && !Files.exists(known)) {
            if (Files.isSymbolicLink(known)) {
                throw new IOException(known + " is a link to what does not exist");
            }
            known = known.getParent();
        }
        if (known == null) {
            return path.toAbsolutePath().normalize();
        }
        Path rest = known.relativize(path.toAbsolutePath());
        return known.toRealPath().resolve(rest).normalize();
    }
}
