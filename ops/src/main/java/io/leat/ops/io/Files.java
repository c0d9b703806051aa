package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.PermissionDeniedException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnknownException;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the ops on checkpoint files share. */
final class Files {
    private Files() {}

    /** One of the whole texts of a string tensor. */
    static String text(Tensor t, int i) {
        return new String(Raw.strings(t)[i], StandardCharsets.UTF_8);
    }

    /**
     * The path in a scalar string.
     *
     * @throws InvalidArgumentException if it is no scalar, or no path
     */
    static Path path(Compute c, int input) {
        if (c.input(input).size() != 1) {
            throw new InvalidArgumentException("Input " + input + " should be a scalar tensor, got "
                    + c.input(input).size() + " elements");
        }
        return path(text(c.input(input), 0));
    }

    /** The path in a scalar string, of a file that the session may read. */
    static Path readable(Compute c, int input) {
        Path file = path(c, input);
        c.run().files().checkRead(file);
        return file;
    }

    /** The path in a scalar string, of a file that the session may write. */
    static Path writable(Compute c, int input) {
        Path file = path(c, input);
        c.run().files().checkWrite(file);
        return file;
    }

    /** A checkpoint that the session may read: its files stand beside the prefix. */
    static Path readableCheckpoint(Compute c, String prefix) {
        c.run().files().checkRead(path(prefix));
        c.run().files().checkRead(path(prefix + ".index"));
        return path(prefix);
    }

    /** A checkpoint that the session may write: its files stand beside the prefix. */
    static Path writableCheckpoint(Compute c, String prefix) {
        c.run().files().checkWrite(path(prefix));
        c.run().files().checkWrite(path(prefix + ".index"));
        return path(prefix);
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidArgumentException("'" + text + "' is no path: " + e.getReason(), null, e);
        }
    }

    /** A vector of {@code n} strings. */
    static void requireStrings(Compute c, int input, int n) {
        if (c.shape(input).rank() != 1 || c.input(input).size() != n) {
            throw new InvalidArgumentException(
                    "Input " + input + " should have " + n + " elements in a vector, got shape " + c.shape(input));
        }
    }

    /** What the file system failed with, as a status of TensorFlow. */
    static LeatException failed(IOException e) {
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        return switch (e) {
            case NoSuchFileException _ -> new NotFoundException(text + "; No such file or directory", null, e);
            case AccessDeniedException _ -> new PermissionDeniedException(text, null, e);
            default -> new UnknownException(e.toString(), null, e);
        };
    }

    /**
     * What TensorFlow's {@code shape_and_slice} says: nothing, or the dimensions of the whole tensor and a slice of it,
     * separated by spaces.
     */
    record Part(@Nullable Shape shape, String slice) {
        /** @throws InvalidArgumentException for any other text */
        static Part parse(String text) {
            if (text.isEmpty()) {
                return new Part(null, "");
            }
            int end = text.lastIndexOf(' ');
            String[] numbers = end < 0 ? new String[0] : text.substring(0, end).split(" ", -1);
            long[] dims = new long[numbers.length];
            try {
                for (int i = 0; i < dims.length; i++) {
                    dims[i] = Long.parseLong(numbers[i]);
                }
            } catch (NumberFormatException e) {
                throw new InvalidArgumentException("Non numerical dimension in shape_and_slice: " + text, null, e);
            }
            return new Part(Shape.of(dims), text.substring(end + 1));
        }
    }
}
