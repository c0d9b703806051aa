package io.leat.compiler.codegen;

import java.util.ArrayList;
import java.util.List;

/** The values of the constants of a {@link Dag}: what tells kernels of one structure apart. */
record Constants(float[] floats, double[] doubles, int[] ints, long[] longs) {

    /** Collects constants, a slot each. */
    static final class Builder {
        private final List<Float> floats = new ArrayList<>();
        private final List<Double> doubles = new ArrayList<>();
        private final List<Integer> ints = new ArrayList<>();
        private final List<Long> longs = new ArrayList<>();

        /** The slot of a new constant: {@code real} for the floating kinds, else {@code integer}. */
        int add(Kind kind, double real, long integer) {
            return switch (kind) {
                case FLOAT -> {
                    floats.add((float) real);
                    yield floats.size() - 1;
                }
                case DOUBLE -> {
                    doubles.add(real);
                    yield doubles.size() - 1;
                }
                case INT -> {
                    ints.add((int) integer);
                    yield ints.size() - 1;
                }
                case LONG -> {
                    longs.add(integer);
                    yield longs.size() - 1;
                }
            };
        }

        Constants build() {
            float[] f = new float[floats.size()];
            for (int i = 0; i < f.length; i++) {
                f[i] = floats.get(i);
            }
            return new Constants(
                    f,
                    doubles.stream().mapToDouble(x -> x).toArray(),
                    ints.stream().mapToInt(x -> x).toArray(),
                    longs.stream().mapToLong(x -> x).toArray());
        }
    }
}
