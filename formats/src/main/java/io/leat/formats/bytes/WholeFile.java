package io.leat.formats.bytes;

import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that are read at once, and names of files that come out of files. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * All bytes of a file.
     *
     * @throws NotFoundException if there is no such file
     * @throws FailedPreconditionException if it is a folder
     * @throws InvalidArgumentException if it has 2 GiB or more, which no message can have
     */
    public static byte[] read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FailedPreconditionException(path + "; Is a directory");
        }
        try {
            if (Files.size(path) > Integer.MAX_VALUE - 16) {
                throw new InvalidArgumentException(path + " is larger than 2GB.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(path + "; No such file or directory", null, e);
        }
    }

    /**
     * {@code folder.resolve(name)} for a name that may be any text.
     *
     * @throws InvalidArgumentException if it is no name of a file
     */
    public static Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new InvalidArgumentException("not the name of a file: " + e.getMessage(), null, e);
        }
    }
}
