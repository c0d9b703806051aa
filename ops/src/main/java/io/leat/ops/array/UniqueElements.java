package io.leat.ops.array;

import io.leat.tensor.raw.Elements;
import java.util.HashMap;
import java.util.Map;

/** The different elements of a vector in the order of their first appearance. */
final class UniqueElements {
    /** An element by value, whatever its dtype. */
    private record Key(Elements of, int at) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && of.same(at, k.of, k.at);
        }

        @Override
        public int hashCode() {
            return switch (of.dtype().storage()) {
                case OBJECT -> java.util.Arrays.hashCode(of.string(at));
                case FLOAT, DOUBLE -> Double.hashCode(of.real(at) + 0.0);
                default -> of.dtype().isFloating() ? Double.hashCode(of.real(at) + 0.0) : Long.hashCode(of.integer(at));
            };
        }
    }

    /** For each element the number of its value. */
    final int[] number;

    /** For each value where it first appears. */
    final int[] first;

    /** For each value how often it appears. */
    final int[] counts;

    final int size;

    UniqueElements(Elements x) {
        number = new int[x.size()];
        first = new int[x.size()];
        counts = new int[x.size()];
        Map<Key, Integer> numbers = new HashMap<>();
        for (int i = 0; i < number.length; i++) {
            int next = numbers.size();
            int n = numbers.computeIfAbsent(new Key(x, i), k -> next);
            if (n == next) {
                first[n] = i;
            }
            number[i] = n;
            counts[n]++;
        }
        size = numbers.size();
    }
}
