package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopRowsTest {
    /** Sorts all elements of each row. */
    private static int[] plain(float[] x, int rows, int columns, int k) {
        int[] out = new int[rows * k];
        for (int r = 0; r < rows; r++) {
            int start = r * columns;
            Comparator<Integer> order = (i, j) -> {
                float a = x[start + i];
                float b = x[start + j];
                return a == b ? 0 : Float.compare(b, a);
            };
            int[] sorted = IntStream.range(0, columns)
                    .boxed()
                    .sorted(order)
                    .mapToInt(i -> i)
                    .toArray();
            System.arraycopy(sorted, 0, out, r * k, k);
        }
        return out;
    }

    @Test
    void agreesWithSorting() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        float[] special = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int n = 0; n < 200; n++) {
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(40);
            int k = random.nextInt(columns + 1);
            float[] x = new float[rows * columns];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextInt(8) == 0 ? special[random.nextInt(special.length)] : random.nextInt(9);
            }
            float[] values = new float[rows * k];
            int[] indices = new int[rows * k];
            TopRows.find(ReversedParallel.INSTANCE, x, rows, columns, k, values, indices);
            assertThat(indices).as("seed %d, case %d", seed, n).containsExactly(plain(x, rows, columns, k));
            float[] chosen = new float[values.length];
            for (int i = 0; i < indices.length; i++) {
                chosen[i] = x[i / k * columns + indices[i]];
            }
            assertThat(values).containsExactly(chosen);
        }
    }

    @Test
    void noElementsAreWritten() {
        float[] values = {7};
        int[] indices = {7};
        TopRows.find(Parallel.SERIAL, new float[] {1, 2}, 1, 2, 0, values, indices);
        TopRows.find(Parallel.SERIAL, new float[0], 0, 2, 1, values, indices);
        assertThat(values).containsExactly(7);
        assertThat(Arrays.toString(indices)).isEqualTo("[7]");
    }
}
