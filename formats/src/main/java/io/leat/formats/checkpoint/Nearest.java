package io.leat.formats.checkpoint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that someone who wrote another one may have meant. */
public final class Nearest {
    private Nearest() {}

    /** At most {@code count} of {@code names}, the fewest edits first. */
    public static List<String> of(String wanted, Collection<String> names, int count) {
        record Candidate(String name, int distance) {}
        return names.stream()
                .map(n -> new Candidate(n, distance(wanted, n)))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(count)
                .map(Candidate::name)
                .toList();
    }

    /** How many characters must be inserted, removed or replaced to make {@code b} of {@code a}. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
