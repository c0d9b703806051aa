package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of a node by name. Immutable; the typed accessors fail clearly on a missing or different kind. */
public final class Attrs {
    public static final Attrs EMPTY = new Attrs(Map.of());

    private final Map<String, Attr> values;

    private Attrs(Map<String, Attr> values) {
        this.values = values;
    }

    public static Attrs of(Map<String, Attr> values) {
        return new Attrs(Collections.unmodifiableMap(new TreeMap<>(values)));
    }

    public static Attrs of(String name, Attr value) {
        return of(Map.of(name, value));
    }

    public Attrs with(String name, Attr value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return new Attrs(Collections.unmodifiableMap(more));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable Attr find(String name) {
        return values.get(name);
    }

    /** Names and values in alphabetical order. */
    public Map<String, Attr> asMap() {
        return values;
    }

    public long integer(String name) {
        return as(Attr.Int.class, name).value();
    }

    public int intValue(String name) {
        return Math.toIntExact(integer(name));
    }

    public float real(String name) {
        return as(Attr.Real.class, name).value();
    }

    public boolean bool(String name) {
        return as(Attr.Bool.class, name).value();
    }

    public String text(String name) {
        return as(Attr.Text.class, name).text();
    }

    public DType type(String name) {
        return as(Attr.Type.class, name).value();
    }

    public Shape shape(String name) {
        return as(Attr.Dims.class, name).value();
    }

    public Tensor tensor(String name) {
        return as(Attr.Value.class, name).value();
    }

    public Attr.Function function(String name) {
        return as(Attr.Function.class, name);
    }

    public List<Attr.Function> functions(String name) {
        return items(name).stream().map(a -> cast(Attr.Function.class, name, a)).toList();
    }

    public long[] integers(String name) {
        return items(name).stream()
                .mapToLong(a -> cast(Attr.Int.class, name, a).value())
                .toArray();
    }

    public int[] ints(String name) {
        return items(name).stream()
                .mapToInt(a -> Math.toIntExact(cast(Attr.Int.class, name, a).value()))
                .toArray();
    }

    public float[] reals(String name) {
        List<Attr> items = items(name);
        float[] out = new float[items.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = cast(Attr.Real.class, name, items.get(i)).value();
        }
        return out;
    }

    public List<DType> types(String name) {
        return items(name).stream()
                .map(a -> cast(Attr.Type.class, name, a).value())
                .toList();
    }

    public List<Shape> shapes(String name) {
        return items(name).stream()
                .map(a -> cast(Attr.Dims.class, name, a).value())
                .toList();
    }

    public List<String> texts(String name) {
        return items(name).stream()
                .map(a -> cast(Attr.Text.class, name, a).text())
                .toList();
    }

    private List<Attr> items(String name) {
        return as(Attr.Items.class, name).values();
    }

    private <A extends Attr> A as(Class<A> kind, String name) {
        Attr a = values.get(name);
        if (a == null) {
            throw new InvalidArgumentException("NodeDef missing attr '" + name + "'");
        }
        return cast(kind, name, a);
    }

    private static <A extends Attr> A cast(Class<A> kind, String name, Attr a) {
        if (!kind.isInstance(a)) {
            throw new InvalidArgumentException("AttrValue had value with type '"
                    + a.getClass().getSimpleName() + "' when '" + kind.getSimpleName() + "' expected for attr '" + name
                    + "'");
        }
        return kind.cast(a);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Attrs a && values.equals(a.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
