package io.leat.graph;

import io.leat.tensor.AlreadyExistsException;
import io.leat.tensor.NotFoundException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions that nodes of a graph, and of each other, may call by name: those that came with a file, which are read
 * when they are first needed, and those made here.
 */
public final class FunctionLibrary {
    /** Reads the functions of a file format. */
    @FunctionalInterface
    public interface Loader {
        /**
         * @param attrs values for the function's attributes
         * @param prefix a name scope for the nodes, or nothing
         */
        FunctionInstance load(FunctionLibrary library, String name, Attrs attrs, String prefix);
    }

    private static final String GRADIENT = "SymbolicGradient";

    private final Map<String, byte[]> definitions = new LinkedHashMap<>();
    private final Map<String, String> gradients = new LinkedHashMap<>();
    private final Map<String, FunctionInstance> made = new ConcurrentHashMap<>();
    private volatile @Nullable Loader loader;

    FunctionLibrary() {}

    /** TensorFlow's {@code FunctionDef} messages by name, as bytes. */
    public Map<String, byte[]> definitions() {
        return definitions;
    }

    /** The functions that were made here, by their names. */
    public List<FunctionInstance> made() {
        return made.values().stream()
                .sorted(Comparator.comparing(FunctionInstance::name))
                .toList();
    }

    /** The names of the functions that are gradients of other functions, by the names of these. */
    public Map<String, String> gradients() {
        return gradients;
    }

    /** Says how {@link #definitions()} are read. */
    public void loader(Loader reader) {
        loader = reader;
    }

    /** Takes over all functions of another library. */
    public void addAll(FunctionLibrary other) {
        definitions.putAll(other.definitions);
        gradients.putAll(other.gradients);
        other.made.forEach(made::putIfAbsent);
        loader = other.loader != null ? other.loader : loader;
    }

    /**
     * Adds a function, whose graph must share this library.
     *
     * @throws AlreadyExistsException if there is one of that name
     */
    public FunctionInstance add(FunctionInstance function) {
        if (contains(function.name()) || made.putIfAbsent(function.name(), function) != null) {
            throw new AlreadyExistsException("Function '" + function.name() + "' is already defined");
        }
        return function;
    }

    /** A name for {@link #add} that begins with {@code wanted}. */
    public String unusedName(String wanted) {
        String name = wanted;
        for (int i = 1; contains(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    public boolean contains(String name) {
        return made.containsKey(name) || definitions.containsKey(name);
    }

    /**
     * Makes the graph of a function, which nobody else has.
     *
     * @param attrs values for the function's attributes
     * @param scope a name scope for the nodes, or nothing; a function's name may begin as no node's may, and is changed
     * @throws NotFoundException if there is no such function
     */
    public FunctionInstance instantiate(String name, Attrs attrs, String scope) {
        String prefix = scope.startsWith("_") ? "fn" + scope : scope;
        if (name.equals(GRADIENT)) {
            return gradient(attrs.function("f"), prefix);
        }
        FunctionInstance known = made.get(name);
        if (known != null) {
            return known.copy(prefix);
        }
        Loader reader = loader;
        if (reader == null || !definitions.containsKey(name)) {
            Set<String> names = new LinkedHashSet<>(definitions.keySet());
            names.addAll(made.keySet());
            throw new NotFoundException("Function " + name + " is not defined." + Nearest.hint(name, names));
        }
        return reader.load(this, name, attrs, prefix);
    }

    private FunctionInstance gradient(Attr.Function of, String prefix) {
        String own = gradients.get(of.name());
        if (own != null) {
            return instantiate(own, of.attrs(), prefix);
        }
        FunctionInstance f = instantiate(of.name(), of.attrs(), prefix);
        boolean[] all = new boolean[f.results().size()];
        Arrays.fill(all, true);
        FunctionGradient g = FunctionGradient.of(f, all);
        List<Output> results = new ArrayList<>();
        for (int i = 0; i < f.arguments().size(); i++) {
            Output dx = g.dxs().get(i);
            results.add(
                    dx != null
                            ? dx
                            : f.graph().ops().call("ZerosLike", f.arguments().get(i)));
        }
        return g.returning(f.name() + "_grad", results);
    }
}
