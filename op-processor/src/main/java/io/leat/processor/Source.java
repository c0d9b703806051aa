package io.leat.processor;

/** Java text under construction, indented by block. */
final class Source {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    Source() {
        this(0);
    }

    /** Text that begins within so many blocks. */
    Source(int depth) {
        this.depth = depth;
    }

    /** Adds a line; one that starts with a closing brace ends a block, one that ends with an opening one starts it. */
    Source line(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        if (!line.isEmpty()) {
            text.repeat(' ', 4 * depth).append(line);
        }
        text.append('\n');
        if (line.endsWith("{")) {
            depth++;
        }
        return this;
    }

    /** A Java string literal. */
    static String quote(String s) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
