package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of an attribute of a node: TensorFlow's {@code AttrValue}. Immutable. */
public sealed interface Attr {
    record Int(long value) implements Attr {}

    record Real(float value) implements Attr {}

    record Bool(boolean value) implements Attr {}

    record Type(DType value) implements Attr {}

    record Dims(Shape value) implements Attr {}

    record Value(Tensor value) implements Attr {}

    /** A function of the graph's library with its own attributes. */
    record Function(String name, Attrs attrs) implements Attr {}

    /** Stands for an attribute of the enclosing function. */
    record Placeholder(String name) implements Attr {}

    /** Any list; the kinds of the elements agree. An empty list has no kind. */
    record Items(List<Attr> values) implements Attr {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream().map(Attr::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A byte string, mostly UTF-8 text. */
    final class Text implements Attr {
        private final byte[] bytes;

        public Text(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public Text(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Text t && Arrays.equals(bytes, t.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return '"' + text() + '"';
        }
    }

    static Attr of(long value) {
        return new Int(value);
    }

    static Attr of(float value) {
        return new Real(value);
    }

    static Attr of(boolean value) {
        return new Bool(value);
    }

    static Attr of(String value) {
        return new Text(value);
    }

    static Attr of(DType value) {
        return new Type(value);
    }

    static Attr of(Shape value) {
        return new Dims(value);
    }

    static Attr of(Tensor value) {
        return new Value(value);
    }

    static Attr of(long... values) {
        return new Items(Arrays.stream(values).<Attr>mapToObj(Int::new).toList());
    }

    static Attr of(String... values) {
        return new Items(Arrays.stream(values).<Attr>map(Text::new).toList());
    }

    static Attr of(DType... values) {
        return new Items(Arrays.stream(values).<Attr>map(Type::new).toList());
    }

    static Attr of(Shape... values) {
        return new Items(Arrays.stream(values).<Attr>map(Dims::new).toList());
    }

    /** A list of float32 attributes. */
    static Attr ofReals(float... values) {
        Attr[] items = new Attr[values.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = new Real(values[i]);
        }
        return new Items(List.of(items));
    }
}
