package io.leat.ops.parsing;

import io.leat.tensor.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of one line of comma separated values, as RFC 4180 quotes them. */
final class CsvRecord {
    private final byte[] line;
    private final byte delimiter;
    private final boolean quotes;
    private int at;

    private CsvRecord(byte[] line, byte delimiter, boolean quotes) {
        this.line = line;
        this.delimiter = delimiter;
        this.quotes = quotes;
    }

    static List<byte[]> fields(byte[] line, byte delimiter, boolean quotes) {
        return new CsvRecord(line, delimiter, quotes).fields();
    }

    private List<byte[]> fields() {
        List<byte[]> out = new ArrayList<>();
        while (at < line.length) {
            if (line[at] == '\n' || line[at] == '\r') {
                at++;
            } else {
                out.add(quotes && line[at] == '"' ? quoted() : plain());
            }
        }
        if (line.length > 0 && line[line.length - 1] == delimiter) {
            out.add(new byte[0]);
        }
        return out;
    }

    private byte[] plain() {
        int from = at;
        while (at < line.length && line[at] != delimiter) {
            if (quotes && line[at] == '"' || line[at] == '\n' || line[at] == '\r') {
                throw new InvalidArgumentException("Unquoted fields cannot have quotes/CRLFs inside");
            }
            at++;
        }
        return Arrays.copyOfRange(line, from, at++);
    }

    private byte[] quoted() {
        var field = new ByteArrayOutputStream();
        at++;
        while (at < line.length - 1 && (line[at] != '"' || line[at + 1] != delimiter)) {
            if (line[at] == '"') {
                if (line[at + 1] != '"') {
                    throw new InvalidArgumentException("Quote inside a string has to be escaped by another quote");
                }
                at++;
            }
            field.write(line[at++]);
        }
        boolean closed = at < line.length && line[at] == '"' && (at == line.length - 1 || line[at + 1] == delimiter);
        if (!closed) {
            throw new InvalidArgumentException("Quoted field has to end with quote followed by delim or end");
        }
        at += 2;
        return field.toByteArray();
    }
}
