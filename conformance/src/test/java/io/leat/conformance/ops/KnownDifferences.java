package io.leat.conformance.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of mutants that Leat and TensorFlow do not treat alike, from the resource {@code mutations.txt}: a line
 * each with patterns of the op and of the change, {@code aborts} where TensorFlow's process ends, {@code differs} where it
 * is wrong or as good as Leat, and the reason.
 */
final class KnownDifferences {
    private record Line(Pattern op, Pattern what, boolean aborts, String reason) {}

    private static final List<Line> LINES = read();

    private KnownDifferences() {}

    /** Whether TensorFlow is known to end over this. */
    static boolean aborts(String op, String what) {
        return LINES.stream().anyMatch(l -> l.aborts && matches(l, op, what));
    }

    /** Whether TensorFlow ends over other changes of the op: it reads what is not there, and does not always end over it. */
    static boolean mayAbort(String op) {
        return LINES.stream().anyMatch(l -> l.aborts && l.op.matcher(op).matches());
    }

    /** Why TensorFlow does something else, or null when nothing is known. */
    static @Nullable String reason(String op, String what) {
        return LINES.stream()
                .filter(l -> !l.aborts && matches(l, op, what))
                .map(Line::reason)
                .findFirst()
                .orElse(null);
    }

    private static boolean matches(Line l, String op, String what) {
        return l.op.matcher(op).matches() && l.what.matcher(what).matches();
    }

    private static List<Line> read() {
        try (var in = Objects.requireNonNull(KnownDifferences.class.getResourceAsStream("mutations.txt"))) {
            List<Line> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                String[] parts = line.split(" \\| ", -1);
                if (parts.length == 4 && !line.startsWith("#")) {
                    lines.add(new Line(
                            Pattern.compile(parts[0]), Pattern.compile(parts[1]), parts[2].equals("aborts"), parts[3]));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
