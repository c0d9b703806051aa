package io.leat.formats;

import io.leat.graph.Nearest;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of text with named columns, read from a CSV file (RFC 4180, UTF-8). Empty lines are skipped; numbers may have
 * spaces around them; an empty field is no number, NaN where the column is of floats.
 */
public final class Csv {
    private final String source;
    private final List<String> names;
    private final List<List<String>> rows;
    private final List<Integer> lines;

    private Csv(String source, List<String> names, List<List<String>> rows, List<Integer> lines) {
        this.source = source;
        this.names = List.copyOf(names);
        this.rows = rows;
        this.lines = lines;
    }

    /** Reads a file of comma-separated columns whose first line has their names. */
    public static Csv read(Path path) throws IOException {
        return read(path, true, ',');
    }

    /**
     * @param header whether the first line has the columns' names; otherwise they are {@code 0}, {@code 1} …
     * @throws NotFoundException if there is no such file
     * @throws InvalidArgumentException if rows differ in length, a quote is not closed, or the file is not UTF-8
     */
    public static Csv read(Path path, boolean header, char separator) throws IOException {
        try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return read(in, path.toString(), header, separator);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(path + "; No such file or directory", null, e);
        } catch (CharacterCodingException e) {
            throw new InvalidArgumentException(path + ": not UTF-8", null, e);
        }
    }

    /** As {@link #read(Path, boolean, char)}; {@code source} is the name for messages. */
    public static Csv read(Reader reader, String source, boolean header, char separator) throws IOException {
        var parser = new CsvParser(new BufferedReader(reader), separator, source);
        List<List<String>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (List<String> row = parser.next(); row != null; row = parser.next()) {
            if (names.isEmpty()) {
                for (int i = 0; i < row.size(); i++) {
                    names.add(header ? row.get(i).strip() : Integer.toString(i));
                }
                if (header) {
                    continue;
                }
            }
            if (row.size() != names.size()) {
                throw new InvalidArgumentException(source + ": the row on line " + parser.line() + " has " + row.size()
                        + " fields, not " + names.size());
            }
            rows.add(row);
            lines.add(parser.line());
        }
        return new Csv(source, names, rows, lines);
    }

    public List<String> names() {
        return names;
    }

    public int rowCount() {
        return rows.size();
    }

    /**
     * A column as strings, {@code [rows]}.
     *
     * @throws NotFoundException if there is no such column, as the other methods do
     */
    public Tensor strings(String column) {
        int c = index(column);
        return Tensor.of(Shape.of(rows.size()), rows.stream().map(r -> r.get(c)).toArray(String[]::new));
    }

    /**
     * A column as float32, {@code [rows]}.
     *
     * @throws InvalidArgumentException if a field is no number
     */
    public Tensor floats(String column) {
        return matrix(List.of(column)).reshape(Shape.of(rows.size()));
    }

    /**
     * A column as int64, {@code [rows]}.
     *
     * @throws InvalidArgumentException if a field is no whole number
     */
    public Tensor longs(String column) {
        int c = index(column);
        long[] values = new long[rows.size()];
        for (int r = 0; r < values.length; r++) {
            try {
                values[r] = Long.parseLong(rows.get(r).get(c).strip());
            } catch (NumberFormatException e) {
                throw wrong(r, c, "int64");
            }
        }
        return Tensor.of(Shape.of(values.length), values);
    }

    /**
     * Columns as one float32 tensor, {@code [rows, columns]}.
     *
     * @throws InvalidArgumentException if a field is no number
     */
    public Tensor matrix(List<String> columns) {
        int[] c = columns.stream().mapToInt(this::index).toArray();
        float[] values = new float[rows.size() * c.length];
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < c.length; i++) {
                values[r * c.length + i] = number(r, c[i]);
            }
        }
        return Tensor.of(Shape.of(rows.size(), c.length), values);
    }

    private float number(int row, int column) {
        String field = rows.get(row).get(column).strip();
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "", "nan", "na" -> Float.NaN;
            case "inf", "+inf" -> Float.POSITIVE_INFINITY;
            case "-inf" -> Float.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Float.parseFloat(field);
                } catch (NumberFormatException e) {
                    throw wrong(row, column, "float");
                }
            }
        };
    }

    private InvalidArgumentException wrong(int row, int column, String type) {
        return new InvalidArgumentException(source + ": field '" + rows.get(row).get(column) + "' of column '"
                + names.get(column) + "' on line " + lines.get(row) + " is not a valid " + type);
    }

    private int index(String column) {
        int i = names.indexOf(column);
        if (i < 0) {
            throw new NotFoundException(source + " has no column '" + column + "'" + Nearest.hint(column, names));
        }
        return i;
    }
}
