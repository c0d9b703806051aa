package io.leat.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import java.util.Objects;
import java.util.function.Supplier;

/** Whether arrays hold the same values, bit for bit; all NaNs are one value. */
final class Same {
    private Same() {}

    static void assertSame(DType type, Object actual, Object expected, Supplier<String> what) {
        int n = java.lang.reflect.Array.getLength(expected);
        assertThat(java.lang.reflect.Array.getLength(actual)).isEqualTo(n);
        for (int i = 0; i < n; i++) {
            Object a = value(type, actual, i);
            Object e = value(type, expected, i);
            if (!Objects.equals(a, e)) {
                assertThat(a).as("element %d of %d, %s", i, n, what.get()).isEqualTo(e);
            }
        }
    }

    /** As an object whose {@code equals} tells zeros apart and NaNs not. */
    private static Object value(DType type, Object array, int i) {
        return switch (array) {
            case float[] a -> a[i];
            case double[] a -> a[i];
            case int[] a -> a[i];
            case long[] a -> a[i];
            case byte[] a -> a[i];
            case short[] a ->
                switch (type) {
                    case FLOAT16 -> Halves.fromFloat16(a[i]);
                    case BFLOAT16 -> Halves.fromBfloat16(a[i]);
                    default -> a[i];
                };
            default -> throw new IllegalArgumentException(type.toString());
        };
    }
}
