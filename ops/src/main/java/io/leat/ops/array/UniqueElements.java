package io.leat.ops.array;

import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The different slices of a tensor in the order of their first appearance; a NaN is different from every number. */
final class UniqueElements {
    /** A run of elements by value, whatever its dtype. */
    private record Key(Elements of, int[] at, int hash) {
        @Override
        public boolean equals(@Nullable Object o) {
            if (!(o instanceof Key k) || k.hash != hash || k.at.length != at.length) {
                return false;
            }
            for (int i = 0; i < at.length; i++) {
                if (!same(of, at[i], k.of, k.at[i])) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        private static boolean same(Elements a, int i, Elements b, int j) {
            return a.dtype().isFloating() || a.dtype().isComplex()
                    ? a.real(i) == b.real(j) && a.imag(i) == b.imag(j)
                    : a.same(i, b, j);
        }
    }

    /** For each slice the number of its value. */
    final int[] number;

    /** For each value where it first appears. */
    final int[] first;

    /** For each value how often it appears. */
    final int[] counts;

    final int size;

    /** The slices along the middle dimension of {@code [outer, slices, inner]}. */
    UniqueElements(Elements x, int outer, int slices, int inner) {
        number = new int[slices];
        first = new int[slices];
        counts = new int[slices];
        Map<Object, Integer> numbers = new HashMap<>();
        for (int i = 0; i < slices; i++) {
            int[] at = new int[outer * inner];
            for (int k = 0; k < at.length; k++) {
                at[k] = (k / inner * slices + i) * inner + k % inner;
            }
            int next = numbers.size();
            int n = numbers.computeIfAbsent(key(x, at), k -> next);
            if (n == next) {
                first[n] = i;
            }
            number[i] = n;
            counts[n]++;
        }
        size = numbers.size();
    }

    /** An object that equals that of the same value. */
    static Object key(Elements x, int i) {
        return key(x, new int[] {i});
    }

    private static Object key(Elements x, int[] at) {
        int hash = 1;
        for (int i : at) {
            hash = 31 * hash + hash(x, i);
        }
        return new Key(x, at, hash);
    }

    private static int hash(Elements x, int i) {
        DType t = x.dtype();
        if (t.storage() == DType.Storage.OBJECT) {
            return Arrays.hashCode(x.string(i));
        }
        return t.isFloating() || t.isComplex()
                ? 31 * Double.hashCode(x.real(i) + 0.0) + Double.hashCode(x.imag(i) + 0.0)
                : Long.hashCode(x.integer(i));
    }
}
