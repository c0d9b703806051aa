package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permutations against index arithmetic, element by element. */
class TransposeTest {
    private static final long SEED = 13;

    private static int[] slow(int[] dims, int[] perm) {
        int rank = dims.length;
        int n = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
        int[] source = new int[n];
        for (int u = 0; u < n; u++) {
            int[] index = new int[rank];
            int rest = u;
            for (int d = rank - 1; d >= 0; d--) {
                index[perm[d]] = rest % dims[perm[d]];
                rest /= dims[perm[d]];
            }
            int from = 0;
            for (int d = 0; d < rank; d++) {
                from = from * dims[d] + index[d];
            }
            source[u] = from;
        }
        return source;
    }

    private static void check(int[] dims, int... perm) {
        int[] source = slow(dims, perm);
        int n = source.length;
        float[] x = new float[n + 3];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        for (Parallel parallel : Teams.ALL) {
            float[] y = new float[n + 4];
            Arrays.fill(y, -1);
            Transpose.permute(parallel, x, 3, dims, perm, y, 2);
            for (int u = 0; u < n; u++) {
                if (y[u + 2] != x[source[u] + 3]) {
                    assertThat(y[u + 2])
                            .as("%s by %s at %s, seed %s", Arrays.toString(dims), Arrays.toString(perm), u, SEED)
                            .isEqualTo(x[source[u] + 3]);
                }
            }
            assertThat(new float[] {y[0], y[1], y[n + 2], y[n + 3]}).containsOnly(-1);
        }
    }

    @Test
    void twoDimensions() {
        for (int r : new int[] {1, 2, 3, 7, 8, 9, 16, 63, 64, 65, 130}) {
            for (int c : new int[] {1, 2, 3, 7, 8, 9, 16, 63, 64, 65, 130}) {
                check(new int[] {r, c}, 1, 0);
            }
        }
        check(new int[] {3, 40_000}, 1, 0);
        check(new int[] {40_000, 3}, 1, 0);
        check(new int[] {600, 300}, 1, 0);
    }

    @Test
    void anyRank() {
        Random random = new Random(SEED);
        for (int rank = 0; rank <= 6; rank++) {
            for (int repeat = 0; repeat < 60; repeat++) {
                int[] dims = random.ints(rank, 1, rank < 4 ? 20 : 6).toArray();
                List<Integer> perm = new ArrayList<>();
                for (int d = 0; d < rank; d++) {
                    perm.add(d);
                }
                Collections.shuffle(perm, random);
                check(dims, perm.stream().mapToInt(i -> i).toArray());
            }
        }
    }

    @Test
    void imageLayouts() {
        check(new int[] {2, 33, 17, 3}, 0, 3, 1, 2);
        check(new int[] {2, 3, 33, 17}, 0, 2, 3, 1);
        check(new int[] {2, 9, 70, 64}, 0, 2, 1, 3);
        check(new int[] {5, 1, 70}, 2, 1, 0);
        check(new int[] {0, 4}, 1, 0);
        check(new int[] {4, 0, 2}, 2, 0, 1);
        check(new int[] {100_000}, 0);
    }

    @ParameterizedTest
    @ValueSource(classes = {byte.class, short.class, int.class, long.class, float.class, double.class, Object.class})
    void everyWidth(Class<?> type) {
        int[] dims = {3, 70, 11};
        int[] perm = {2, 0, 1};
        int[] source = slow(dims, perm);
        Object x = Array.newInstance(type, source.length + 1);
        Object y = Array.newInstance(type, source.length + 2);
        for (int i = 0; i < source.length; i++) {
            Array.set(x, i + 1, type == Object.class ? (Object) ("s" + i) : (Object) (byte) i);
        }
        Transpose.permute(x, 1, dims, perm, y, 2, Parallel.SERIAL);
        for (int u = 0; u < source.length; u++) {
            assertThat(Array.get(y, u + 2)).isEqualTo(Array.get(x, source[u] + 1));
        }
    }

    @Test
    void otherArraysAreRefused() {
        assertThatThrownBy(() -> Transpose.permute(
                        new char[1], 0, new int[] {1}, new int[] {0}, new char[1], 0, Parallel.SERIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("char[]");
    }
}
