package io.leat.graph;

import io.leat.tensor.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All ops of all libraries, loaded when first asked for. */
public final class OpRegistry {
    private static final List<OpLibrary> LIBRARIES = new ArrayList<>();
    private static final ConcurrentHashMap<String, Optional<Op>> FOUND = new ConcurrentHashMap<>();

    static {
        ServiceLoader.load(OpLibrary.class, OpRegistry.class.getClassLoader()).forEach(LIBRARIES::add);
    }

    private OpRegistry() {}

    public static @Nullable Op find(String name) {
        return FOUND.computeIfAbsent(name, OpRegistry::search).orElse(null);
    }

    private static Optional<Op> search(String name) {
        for (OpLibrary library : LIBRARIES) {
            Op op = library.find(name);
            if (op != null) {
                return Optional.of(op);
            }
        }
        return Optional.empty();
    }

    /** @throws NotFoundException if no library has it, naming the nearest op */
    public static Op get(String name) {
        Op op = find(name);
        if (op == null) {
            throw new NotFoundException("Op type not registered '" + name + "'" + Nearest.hint(name, names()));
        }
        return op;
    }

    public static List<String> names() {
        return LIBRARIES.stream().flatMap(l -> l.names().stream()).sorted().toList();
    }
}
