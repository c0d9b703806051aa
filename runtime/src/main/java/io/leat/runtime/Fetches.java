package io.leat.runtime;

import static java.util.Objects.requireNonNull;

import io.leat.graph.Operand;
import io.leat.graph.Output;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tensors that a run returns, and the Java value that they come back as.
 *
 * @param <T> that value: a tensor, a list, a map or a record
 */
public final class Fetches<T> {
    private final List<Output> outputs;
    private final Function<Tensor[], T> shape;

    private Fetches(List<Output> outputs, Function<Tensor[], T> shape) {
        this.outputs = outputs;
        this.shape = shape;
    }

    /** Nothing. */
    public static Fetches<List<Tensor>> none() {
        return list(List.of());
    }

    public static Fetches<Tensor> of(Operand x) {
        return new Fetches<>(List.of(x.output()), t -> t[0]);
    }

    public static Fetches<List<Tensor>> list(Operand... xs) {
        return list(Arrays.asList(xs));
    }

    public static Fetches<List<Tensor>> list(List<? extends Operand> xs) {
        return new Fetches<>(xs.stream().map(Operand::output).toList(), List::of);
    }

    /** A map with the same keys, in the same order. */
    public static <K> Fetches<Map<K, Tensor>> map(Map<K, ? extends Operand> xs) {
        List<K> keys = List.copyOf(xs.keySet());
        return new Fetches<>(
                keys.stream().map(k -> requireNonNull(xs.get(k)).output()).toList(), t -> {
                    Map<K, Tensor> out = new LinkedHashMap<>();
                    for (int i = 0; i < t.length; i++) {
                        out.put(keys.get(i), t[i]);
                    }
                    return Collections.unmodifiableMap(out);
                });
    }

    /**
     * A record whose components are all tensors, one for each fetch in order. The record must be accessible to Leat:
     * public, in an exported or open package.
     */
    public static <R extends Record> Fetches<R> record(Class<R> type, Operand... xs) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        if (components.length != xs.length || Arrays.stream(types).anyMatch(c -> c != Tensor.class)) {
            throw new InvalidArgumentException(
                    type.getSimpleName() + " must have " + xs.length + " components, all of type Tensor");
        }
        Constructor<R> constructor;
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new InternalException("a record without its constructor: " + type, null, e);
        }
        return new Fetches<>(Arrays.stream(xs).map(Operand::output).toList(), t -> {
            try {
                return constructor.newInstance((Object[]) t);
            } catch (IllegalAccessException | InstantiationException e) {
                throw new InvalidArgumentException("cannot make a " + type + ": " + e.getMessage(), null, e);
            } catch (InvocationTargetException e) {
                throw new InvalidArgumentException(type.getSimpleName() + " refused: " + e.getCause(), null, e);
            }
        });
    }

    /** The same fetches, with what comes back changed by {@code f}. */
    public <U> Fetches<U> map(Function<? super T, ? extends U> f) {
        return new Fetches<>(outputs, t -> f.apply(shape.apply(t)));
    }

    List<Output> outputs() {
        return outputs;
    }

    T value(Tensor[] tensors) {
        return shape.apply(tensors);
    }
}
