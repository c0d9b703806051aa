package io.leat.formats;

import io.leat.formats.convert.FunctionBody;
import io.leat.graph.Graph;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which ops and functions a function of a graph's library uses, without making its graph.
 *
 * @param ops how many nodes of each op its body has; a call of a function by its name is not among them
 * @param calls the functions that the body calls, by name or through an attribute
 */
public record FunctionOutline(String name, Map<String, Integer> ops, Set<String> calls) {
    public FunctionOutline {
        ops = Collections.unmodifiableMap(new TreeMap<>(ops));
        calls = Collections.unmodifiableSet(new TreeSet<>(calls));
    }

    /**
     * Reads the body of a function.
     *
     * @throws io.leat.tensor.NotFoundException if the library has no such function
     * @throws io.leat.tensor.InvalidArgumentException if it is corrupt
     */
    public static FunctionOutline of(Graph library, String name) {
        return FunctionBody.outline(library, name);
    }
}
