package io.leat.ops.lookup;

import io.leat.ir.FileAccess;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnknownException;
import io.leat.tensor.raw.Elements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lines of a vocabulary file as the entries of a table. */
final class TextFile {
    private static final long LINE_NUMBER = -1;
    private static final long WHOLE_LINE = -2;

    private final String name;
    private final List<byte[]> lines;

    private TextFile(String name, List<byte[]> lines) {
        this.name = name;
        this.lines = lines;
    }

    /**
     * Reads the first {@code vocabSize} lines, or all of them for -1.
     *
     * @throws io.leat.tensor.PermissionDeniedException if the session may not read the file
     * @throws InvalidArgumentException if there are fewer, or an empty one
     */
    static TextFile read(String name, long vocabSize, FileAccess access) {
        byte[] all;
        try {
            Path file = Path.of(name);
            access.checkRead(file);
            all = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(name + "; No such file or directory", null, e);
        } catch (InvalidPathException | IOException e) {
            throw new UnknownException(e.toString(), null, e);
        }
        var lines = new ArrayList<byte[]>();
        var line = new ByteArrayOutputStream();
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            } else if (all[i] != '\r') {
                line.write(all[i]);
            }
        }
        if (line.size() > 0) {
            lines.add(line.toByteArray());
        }
        if (vocabSize > lines.size()) {
            throw new InvalidArgumentException(
                    "Invalid vocab_size in " + name + ": expected " + vocabSize + " but got " + lines.size());
        }
        List<byte[]> wanted = vocabSize < 0 ? lines : lines.subList(0, (int) vocabSize);
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).length == 0) {
                throw new InvalidArgumentException(
                        "Invalid content in " + name + ": empty line found at position " + i + ".");
            }
        }
        return new TextFile(name, wanted);
    }

    /** Checks that a column can be of a dtype, before anything is read. */
    static void check(String what, long column, DType dtype) {
        if (column == LINE_NUMBER && dtype != DType.INT64) {
            throw new InvalidArgumentException(what + " index for line number requires table "
                    + what.toLowerCase(Locale.ROOT) + " dtype of int64, got " + dtype.signatureName());
        }
        boolean text = dtype == DType.STRING || what.equals("Key") && dtype.isInteger();
        if (column == WHOLE_LINE && !text) {
            throw new InvalidArgumentException(what + " index for whole line requires table "
                    + what.toLowerCase(Locale.ROOT) + " dtype of string, got " + dtype.signatureName());
        }
    }

    /**
     * One column of the file as a vector: -1 stands for the numbers of the lines from {@code offset} on, -2 for the whole
     * lines.
     *
     * @param columns how many columns each line must have
     */
    Tensor column(long column, long columns, byte delimiter, DType dtype, long offset) {
        Elements y = Elements.allocate(dtype, Shape.of(lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            if (column == LINE_NUMBER) {
                y.setInteger(i, i + offset);
            } else if (column == WHOLE_LINE) {
                set(y, i, lines.get(i));
            } else {
                set(y, i, token(i, column, columns, delimiter));
            }
        }
        return y.tensor();
    }

    private byte[] token(int i, long column, long columns, byte delimiter) {
        byte[] line = lines.get(i);
        byte[] found = line;
        int count = 0;
        int start = 0;
        for (int at = 0; at <= line.length; at++) {
            if (at == line.length || line[at] == delimiter) {
                if (count == column) {
                    found = Arrays.copyOfRange(line, start, at);
                }
                count++;
                start = at + 1;
            }
        }
        if (count < columns) {
            throw new InvalidArgumentException("Invalid number of columns in " + name + " line " + i + " ("
                    + new String(line, StandardCharsets.UTF_8) + ") : expected at least " + columns + " got " + count);
        }
        return found;
    }

    private static void set(Elements y, int i, byte[] token) {
        String text = new String(token, StandardCharsets.UTF_8).strip();
        try {
            switch (y.dtype()) {
                case STRING -> y.setString(i, token);
                case INT32 -> y.setInteger(i, Integer.parseInt(text));
                case INT64 -> y.setInteger(i, Long.parseLong(text));
                case FLOAT32 -> y.set(i, Float.parseFloat(text));
                case FLOAT64 -> y.set(i, Double.parseDouble(text));
                default ->
                    throw new InvalidArgumentException("Data type " + y.dtype().signatureName() + " not supported.");
            }
        } catch (NumberFormatException e) {
            throw new InvalidArgumentException(
                    "Field " + text + " in line " + i + " is not a valid "
                            + y.dtype().signatureName() + ".",
                    null,
                    e);
        }
    }
}
