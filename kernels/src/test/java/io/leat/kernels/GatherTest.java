package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatherTest {
    @ParameterizedTest
    @ValueSource(classes = {float.class, double.class, int.class, long.class, short.class, byte.class, String.class})
    void copiesRowsOfAnyKind(Class<?> kind) {
        Random random = new Random(5);
        for (int[] sizes : new int[][] {{1, 5, 1, 7}, {3, 4, 3, 2}, {2, 6, 8, 9}, {1, 300, 40, 2000}, {2, 3, 5, 0}}) {
            check(kind, sizes[0], sizes[1], sizes[2], sizes[3], random);
        }
    }

    @Test
    void vectorFormCopiesTheSameRows() {
        Random random = new Random(6);
        check(float.class, 1, 300, 64, 2000, random);
        VectorForm.settle();
        for (int inner : new int[] {8, 9, 15, 16, 63, 64, 70, 1024, 1025}) {
            check(float.class, 2, 9, inner, 11, random);
        }
    }

    private static void check(Class<?> kind, int outer, int rows, int inner, int count, Random random) {
        Object source = Array.newInstance(kind, 2 + outer * rows * inner);
        for (int i = 0; i < Array.getLength(source); i++) {
            Array.set(source, i, element(kind, random.nextInt(100)));
        }
        int[] indices = new int[count + 1];
        for (int i = 1; i <= count; i++) {
            indices[i] = random.nextInt(rows);
        }
        Object out = Array.newInstance(kind, 3 + outer * count * inner);
        assertThat(Gather.rows(source, 2, outer, rows, inner, indices, 1, count, out, 3, ThreadedParallel.INSTANCE))
                .isEqualTo(-1);
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < inner; j++) {
                    assertThat(Array.get(out, 3 + (o * count + i) * inner + j))
                            .isEqualTo(Array.get(source, 2 + (o * rows + indices[1 + i]) * inner + j));
                }
            }
        }
        assertThat(Array.get(out, 2)).isEqualTo(Array.get(Array.newInstance(kind, 1), 0));
    }

    private static Object element(Class<?> kind, int value) {
        return switch (kind.getName()) {
            case "float" -> (float) value;
            case "double" -> (double) value;
            case "int" -> value;
            case "long" -> (long) value;
            case "short" -> (short) value;
            case "byte" -> (byte) value;
            default -> String.valueOf(value);
        };
    }

    @Test
    void reportsTheFirstBadIndexAndWritesNothing() {
        float[] source = {1, 2, 3};
        float[] out = new float[4];
        assertThat(Gather.rows(source, 0, 1, 3, 1, new int[] {0, 3, -1, 0}, 0, 4, out, 0, Parallel.SERIAL))
                .isEqualTo(1);
        assertThat(out).containsOnly(0);
        long[] wide = {2, 1, -1L << 32, 1L << 40};
        assertThat(Gather.rows(source, 0, 1, 3, 1, wide, 0, 4, out, 0, Parallel.SERIAL))
                .isEqualTo(2);
        assertThat(Gather.rows(source, 0, 1, 3, 1, wide, 3, 1, out, 0, Parallel.SERIAL))
                .isZero();
        assertThat(Gather.rows(source, 0, 1, 3, 1, wide, 0, 2, out, 0, Parallel.SERIAL))
                .isEqualTo(-1);
        assertThat(out).containsExactly(3, 2, 0, 0);
        assertThat(Indices.firstOutside(wide, 0, 4, 3)).isEqualTo(2);
        assertThat(Indices.firstOutside(wide, 0, 2, 3)).isEqualTo(-1);
    }

    @Test
    void tuplesNameRows() {
        int[] dims = {3, 4};
        int[] rows = new int[3];
        assertThat(Indices.ndRows(new int[] {9, 0, 0, 2, 3, 1, 2}, 1, 3, 2, dims, rows))
                .isEqualTo(-1);
        assertThat(rows).containsExactly(0, 11, 6);
        assertThat(Indices.ndRows(new long[] {0, 0, 1, 4}, 0, 2, 2, dims, rows)).isEqualTo(1);
        assertThat(Indices.ndRows(new long[] {0, 0, 1L << 33, 0}, 0, 2, 2, dims, rows))
                .isEqualTo(1);
        assertThat(Indices.ndRows(new int[0], 0, 2, 0, new int[0], rows)).isEqualTo(-1);
        assertThat(rows).startsWith(0, 0);
    }

    @Test
    void sortedSegments() {
        assertThat(Indices.firstUnsorted(new int[] {9, 0, 0, 2, 2}, 1, 4)).isEqualTo(-1);
        assertThat(Indices.firstUnsorted(new int[] {0, 2, 1}, 0, 3)).isEqualTo(2);
        assertThat(Indices.firstUnsorted(new long[] {-1, 2}, 0, 2)).isZero();
        assertThat(Indices.firstUnsorted(new long[] {0, 1L << 40}, 0, 2)).isEqualTo(-1);
    }
}
