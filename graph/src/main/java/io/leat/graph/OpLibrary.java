package io.leat.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of ops, found through {@link java.util.ServiceLoader}: Leat's own catalogue, or a user's custom ops. */
public interface OpLibrary {
    /** The op of that name with its signature bound, or null if this library has none. Called once for each name. */
    @Nullable
    Op find(String name);

    /** The names of all its ops. */
    List<String> names();
}
