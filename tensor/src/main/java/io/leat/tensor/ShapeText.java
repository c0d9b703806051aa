package io.leat.tensor;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text forms of shapes. */
final class ShapeText {
    private static final String UNKNOWN = "<unknown>";
    private static final Pattern COMMA = Pattern.compile(",");

    private ShapeText() {}

    static String signatureForm(long @Nullable [] dims) {
        return dims == null
                ? UNKNOWN
                : Arrays.stream(dims)
                        .mapToObj(d -> d == Shape.ANY ? "?" : Long.toString(d))
                        .collect(Collectors.joining(",", "[", "]"));
    }

    static String pythonForm(long @Nullable [] dims) {
        return dims == null
                ? UNKNOWN
                : Arrays.stream(dims)
                        .mapToObj(d -> d == Shape.ANY ? "None" : Long.toString(d))
                        .collect(Collectors.joining(", ", "(", dims.length == 1 ? ",)" : ")"));
    }

    static Shape parse(String text) {
        String t = text.strip();
        if (t.equals(UNKNOWN)) {
            return Shape.UNKNOWN;
        }
        boolean bracketed = (t.startsWith("[") && t.endsWith("]")) || (t.startsWith("(") && t.endsWith(")"));
        if (t.length() < 2 || !bracketed) {
            throw malformed(text);
        }
        String list = t.substring(1, t.length() - 1).strip();
        if (list.isEmpty()) {
            return Shape.SCALAR;
        }
        if (list.endsWith(",")) {
            list = list.substring(0, list.length() - 1);
        }
        return Shape.of(Arrays.stream(COMMA.split(list, -1))
                .mapToLong(d -> dimension(d.strip(), text))
                .toArray());
    }

    private static long dimension(String d, String text) {
        if (d.equals("?") || d.equals("None")) {
            return Shape.ANY;
        }
        try {
            return Long.parseLong(d);
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
    }

    private static InvalidArgumentException malformed(String text) {
        return new InvalidArgumentException("'" + text + "' is not a shape");
    }
}
