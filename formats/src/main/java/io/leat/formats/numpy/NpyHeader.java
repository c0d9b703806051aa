package io.leat.formats.numpy;

import io.leat.tensor.DataLossException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What the header of an npy file says, a Python dictionary: {@code {'descr': '<f4', 'fortran_order': False, 'shape': (3,
 * 4), }}.
 *
 * @param descr the dtype in NumPy's notation
 * @param fortranOrder whether the first index varies fastest
 */
public record NpyHeader(String descr, boolean fortranOrder, Shape shape) {

    /**
     * @param source for messages
     * @throws DataLossException if the text is no such dictionary
     * @throws InvalidArgumentException for a record dtype
     */
    public static NpyHeader parse(String text, String source) {
        return new Parser(text, source).header();
    }

    /** The dictionary as NumPy writes it, without padding. */
    public String text() {
        var dims = new StringBuilder();
        for (long d : shape.dims()) {
            dims.append(dims.isEmpty() ? "" : ", ").append(d);
        }
        String tuple = shape.rank() == 1 ? dims + "," : dims.toString();
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': ("
                + tuple + "), }";
    }

    private static final class Parser {
        private final String text;
        private final String source;
        private int at;

        Parser(String text, String source) {
            this.text = text;
            this.source = source;
        }

        NpyHeader header() {
            String descr = null;
            Boolean fortran = null;
            Shape shape = null;
            expect('{');
            while (!accept('}')) {
                String key = string();
                expect(':');
                switch (key) {
                    case "descr" -> {
                        if (peek() == '[') {
                            throw new InvalidArgumentException(source + ": arrays of records cannot be read");
                        }
                        descr = string();
                    }
                    case "fortran_order" -> fortran = bool();
                    case "shape" -> shape = tuple();
                    default -> throw corrupt("the unknown key '" + key + "'");
                }
                if (!accept(',') && peek() != '}') {
                    throw corrupt("no ',' or '}'");
                }
            }
            if (descr == null || fortran == null || shape == null) {
                throw corrupt("not all of 'descr', 'fortran_order' and 'shape'");
            }
            return new NpyHeader(descr, fortran, shape);
        }

        private Shape tuple() {
            List<Long> dims = new ArrayList<>();
            expect('(');
            while (!accept(')')) {
                dims.add(number());
                if (!accept(',') && peek() != ')') {
                    throw corrupt("no ',' or ')'");
                }
                if (dims.size() > 64) {
                    throw corrupt("more than 64 dimensions");
                }
            }
            return Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
        }

        private long number() {
            peek();
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            try {
                long v = Long.parseLong(text.substring(from, at));
                if (at < text.length() && text.charAt(at) == 'L') { // Python 2 wrote long numbers so
                    at++;
                }
                return v;
            } catch (NumberFormatException e) {
                throw corrupt("no dimension");
            }
        }

        private boolean bool() {
            peek();
            for (boolean b : new boolean[] {true, false}) {
                String word = b ? "True" : "False";
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return b;
                }
            }
            throw corrupt("neither True nor False");
        }

        private String string() {
            char quote = peek();
            int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                throw corrupt("no string");
            }
            String s = text.substring(at + 1, end);
            at = end + 1;
            return s;
        }

        private void expect(char c) {
            if (!accept(c)) {
                throw corrupt("no '" + c + "'");
            }
        }

        private boolean accept(char c) {
            if (peek() != c) {
                return false;
            }
            at++;
            return true;
        }

        /** The next character that is no space; 0 at the end. */
        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private DataLossException corrupt(String what) {
            return new DataLossException(source + ": the npy header has " + what + " at character " + at);
        }
    }
}
