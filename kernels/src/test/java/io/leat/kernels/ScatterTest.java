package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScatterTest {
    /** Rows, elements of a row, indices: small, split by columns, split by rows. */
    private static final int[][] SIZES = {{5, 1, 8}, {4, 3, 10}, {7, 600, 100}, {1000, 2, 40000}, {3, 0, 4}, {2, 5, 0}};

    private static double combine(ScatterOp op, double old, double update) {
        return switch (op) {
            case UPDATE -> update;
            case ADD -> old + update;
            case SUB -> old - update;
            case MUL -> old * update;
            case DIV -> old / update;
            case MIN -> Math.min(old, update);
            case MAX -> Math.max(old, update);
        };
    }

    @ParameterizedTest
    @EnumSource(ScatterOp.class)
    void realsInTheOrderOfTheIndices(ScatterOp op) {
        Random random = new Random(17);
        for (int[] size : SIZES) {
            int inner = size[1];
            int[] indices = indices(size, random);
            float[] target = new float[2 + size[0] * inner];
            float[] updates = new float[1 + size[2] * inner];
            fill(target, random);
            fill(updates, random);
            float[] expected = target.clone();
            double[] wide = new double[target.length];
            double[] wideUpdates = new double[updates.length];
            Arrays.setAll(wide, i -> target[i]);
            Arrays.setAll(wideUpdates, i -> updates[i]);
            double[] wideExpected = wide.clone();
            for (int i = 0; i < size[2]; i++) {
                for (int j = 0; j < inner; j++) {
                    int at = 2 + indices[i] * inner + j;
                    expected[at] = (float) combine(op, expected[at], updates[1 + i * inner + j]);
                    wideExpected[at] = combine(op, wideExpected[at], wideUpdates[1 + i * inner + j]);
                }
            }
            Parallel threads = ThreadedParallel.INSTANCE;
            assertThat(Scatter.rows(op, target, 2, size[0], inner, indices, 0, size[2], updates, 1, threads))
                    .isEqualTo(-1);
            assertThat(target).isEqualTo(expected);
            assertThat(Scatter.rows(op, wide, 2, size[0], inner, indices, 0, size[2], wideUpdates, 1, threads))
                    .isEqualTo(-1);
            assertThat(wide).isEqualTo(wideExpected);
        }
    }

    @ParameterizedTest
    @EnumSource(ScatterOp.class)
    void integersInTheOrderOfTheIndices(ScatterOp op) {
        Random random = new Random(18);
        for (int[] size : SIZES) {
            int inner = size[1];
            int[] indices = indices(size, random);
            int[] target = random.ints((long) size[0] * inner, -1000, 1000).toArray();
            int[] updates = random.ints((long) size[2] * inner, 1, 3).toArray();
            long[] wide = Arrays.stream(target).asLongStream().toArray();
            long[] wideUpdates = Arrays.stream(updates).asLongStream().toArray();
            long[] expected = wide.clone();
            for (int i = 0; i < size[2]; i++) {
                for (int j = 0; j < inner; j++) {
                    int at = indices[i] * inner + j;
                    long update = updates[i * inner + j];
                    expected[at] =
                            op == ScatterOp.MUL ? expected[at] * update : (long) combine(op, expected[at], update);
                }
            }
            Parallel threads = ThreadedParallel.INSTANCE;
            Scatter.rows(op, target, 0, size[0], inner, indices, 0, size[2], updates, 0, threads);
            Scatter.rows(op, wide, 0, size[0], inner, indices, 0, size[2], wideUpdates, 0, threads);
            assertThat(wide).isEqualTo(expected);
            assertThat(target)
                    .isEqualTo(Arrays.stream(expected).mapToInt(x -> (int) x).toArray());
        }
    }

    @Test
    void badIndicesWriteNothing() {
        float[] target = {1, 2};
        int[] indices = {0, 2};
        float[] updates = {5, 6};
        assertThat(Scatter.rows(ScatterOp.ADD, target, 0, 2, 1, indices, 0, 2, updates, 0, Parallel.SERIAL))
                .isEqualTo(1);
        assertThat(Scatter.update(target, 0, 2, 1, indices, 0, 2, updates, 0, Parallel.SERIAL))
                .isEqualTo(1);
        assertThat(target).containsExactly(1, 2);
    }

    @Test
    void integersDoNotDivideByZero() {
        assertThatThrownBy(() -> Scatter.rows(
                        ScatterOp.DIV, new int[] {1}, 0, 1, 1, new int[] {0}, 0, 1, new int[] {0}, 0, Parallel.SERIAL))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void updatesOfAnyKind() {
        Random random = new Random(19);
        int[] size = {90, 700, 60};
        int[] indices = indices(size, random);
        byte[] target = new byte[size[0] * size[1]];
        byte[] updates = new byte[size[2] * size[1]];
        random.nextBytes(updates);
        byte[] expected = target.clone();
        for (int i = 0; i < size[2]; i++) {
            System.arraycopy(updates, i * size[1], expected, indices[i] * size[1], size[1]);
        }
        Scatter.update(target, 0, size[0], size[1], indices, 0, size[2], updates, 0, ThreadedParallel.INSTANCE);
        assertThat(target).isEqualTo(expected);
        String[] words = {"a", "b"};
        Scatter.update(words, 0, 2, 1, new int[] {1, 1}, 0, 2, new String[] {"c", "d"}, 0, Parallel.SERIAL);
        assertThat(words).containsExactly("a", "d");
    }

    @Test
    void segments() {
        int[] ids = {1, -1, 3, 1};
        long[] data = {1, 2, 3, 4, 5, 6, 7, 8};
        long[] out = {9, 9, 9, 9, 9, 9, 9, 9, 9};
        assertThat(Segments.sum(data, 0, ids, 0, 4, 2, out, 1, 4, Parallel.SERIAL))
                .isEqualTo(-1);
        assertThat(out).containsExactly(9, 0, 0, 8, 10, 0, 0, 5, 6);
        assertThat(Segments.combine(ScatterOp.MAX, Long.MIN_VALUE, data, 0, ids, 0, 4, 2, out, 1, 4, Parallel.SERIAL))
                .isEqualTo(-1);
        assertThat(out).containsExactly(9, Long.MIN_VALUE, Long.MIN_VALUE, 7, 8, Long.MIN_VALUE, Long.MIN_VALUE, 5, 6);
        int[] narrow = new int[6];
        int[] few = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(Segments.sum(few, 0, ids, 0, 4, 2, narrow, 0, 3, Parallel.SERIAL))
                .isEqualTo(2);
        assertThat(narrow).containsOnly(0);
        double[] reals = {0.5, 2};
        double[] products = new double[2];
        Segments.combine(ScatterOp.MUL, 1, reals, 0, ids, 0, 1, 2, products, 0, 1, Parallel.SERIAL);
        assertThat(products).containsExactly(0, 0);
    }

    private static int[] indices(int[] size, Random random) {
        return random.ints(size[2], 0, size[0]).toArray();
    }

    private static void fill(float[] data, Random random) {
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextFloat() + 0.5f;
        }
    }
}
