package io.leat.graph;

import io.leat.tensor.InvalidArgumentException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The names in use in a graph, of nodes and of scopes, by TensorFlow's rules. */
final class Names {
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\\\/>-]*");

    private final Map<String, Integer> used = new HashMap<>();

    static void check(String name) {
        if (!NODE.matcher(name).matches()) {
            throw new InvalidArgumentException("'" + name + "' is not a valid node name");
        }
    }

    /** {@code wanted}, or {@code wanted_1}, {@code wanted_2} … when it is taken; upper and lower case count as equal. */
    String unique(String wanted) {
        String key = wanted.toLowerCase(Locale.ROOT);
        int i = used.getOrDefault(key, 0);
        used.put(key, i + 1);
        if (i == 0) {
            return wanted;
        }
        String base = key;
        while (used.containsKey(key)) {
            key = base + "_" + i;
            i++;
        }
        used.put(key, 1);
        return wanted + "_" + (i - 1);
    }

    /** Takes the name as it is. */
    void take(String name) {
        used.merge(name.toLowerCase(Locale.ROOT), 1, (a, b) -> a);
    }
}
