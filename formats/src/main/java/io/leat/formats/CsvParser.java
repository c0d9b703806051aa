package io.leat.formats;

import io.leat.tensor.InvalidArgumentException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits text into records by RFC 4180: fields in quotes may hold separators, line ends, and quotes written twice. */
final class CsvParser {
    private final Reader in;
    private final char separator;
    private final String source;
    private int line = 1;
    private int start = 1;
    private int next;

    CsvParser(Reader in, char separator, String source) throws IOException {
        this.in = in;
        this.separator = separator;
        this.source = source;
        next = in.read();
        if (next == '\ufeff') {
            next = in.read(); // a byte order mark
        }
    }

    /** The line on which the last record starts. */
    int line() {
        return start;
    }

    /** The fields of the next record that is not an empty line, or null at the end. */
    @Nullable
    List<String> next() throws IOException {
        while (next == '\n' || next == '\r') {
            endLine();
        }
        if (next < 0) {
            return null;
        }
        start = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (next == separator) {
            advance();
            fields.add(field());
        }
        endLine();
        return fields;
    }

    private String field() throws IOException {
        var text = new StringBuilder();
        if (next != '"') {
            while (next >= 0 && next != separator && next != '\n' && next != '\r') {
                text.append((char) next);
                advance();
            }
            return text.toString();
        }
        int opened = line;
        advance();
        while (true) {
            if (next < 0) {
                throw new InvalidArgumentException(source + ": the quote opened on line " + opened + " is not closed");
            }
            if (next == '"') {
                advance();
                if (next != '"') {
                    break;
                }
            } else if (next == '\n') {
                line++;
            }
            text.append((char) next);
            advance();
        }
        if (next >= 0 && next != separator && next != '\n' && next != '\r') {
            throw new InvalidArgumentException(source + ": text after a closing quote on line " + line);
        }
        return text.toString();
    }

    private void endLine() throws IOException {
        if (next == '\r') {
            advance();
            if (next != '\n') {
                line++;
                return;
            }
        }
        if (next == '\n') {
            advance();
            line++;
        }
    }

    private void advance() throws IOException {
        next = in.read();
    }
}
