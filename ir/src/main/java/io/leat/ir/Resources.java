package io.leat.ir;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The named, mutable objects of one session, in containers. Thread-safe. */
public final class Resources {
    private record Key(String container, String name, Class<?> type) {}

    private final Map<Key, Object> objects = new ConcurrentHashMap<>();

    /** The object of that name, made by {@code maker} when there is none yet. */
    public <T> T findOrCreate(String container, String name, Class<T> type, Supplier<T> maker) {
        return type.cast(objects.computeIfAbsent(new Key(container, name, type), k -> maker.get()));
    }

    public <T> @Nullable T find(String container, String name, Class<T> type) {
        return type.cast(objects.get(new Key(container, name, type)));
    }

    /** @throws NotFoundException if there is none */
    public void delete(String container, String name, Class<?> type) {
        if (objects.remove(new Key(container, name, type)) == null) {
            throw new NotFoundException(
                    "Resource " + container + "/" + name + "/" + type.getSimpleName() + " does not exist.");
        }
    }

    public void clear() {
        objects.clear();
    }

    /**
     * The object behind an element of a resource tensor.
     *
     * @throws InvalidArgumentException if it is of another type
     */
    public static <T> T of(Object handle, Class<T> type) {
        if (!type.isInstance(handle)) {
            throw new InvalidArgumentException("Trying to access resource using the wrong type. Expected "
                    + type.getSimpleName() + " got " + handle.getClass().getSimpleName());
        }
        return type.cast(handle);
    }
}
