package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every product is compared with three plain loops in double, and between one thread and three. */
class GemmTest {
    private static final ThreadTeam TEAM = new ThreadTeam("gemm-test", 3);
    private static final int[] SIZES = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 40, 63, 64, 65};

    @AfterAll
    static void close() {
        TEAM.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void smallShapes(int seed) {
        checkSmall(seed);
    }

    static void checkSmall(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            check(seed, random, size(random), size(random), size(random));
        }
    }

    /** m, n, k. */
    static int[][] shapes() {
        return new int[][] {
            {70, 333, 401}, // few rows: turned, or packed in small parts
            {1, 1, 3000},
            {1, 700, 900},
            {700, 1, 900},
            {700, 900, 1},
            {2, 500, 385},
            {8, 333, 500},
            {17, 333, 500},
            {300, 4, 400},
            {300, 5, 400},
            {500, 16, 770},
            {500, 17, 100},
            {100, 300, 4},
            {100, 300, 5},
            {128, 128, 128},
            {197, 263, 400},
            {193, 257, 769},
            {6, 600, 1200},
            {600, 600, 40},
            {3, 3, 10000},
            {5, 9, 31},
            {4, 9, 31},
            {20, 8200, 33},
            {16, 200, 40}
        };
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void otherShapes(int[] shape) {
        for (int seed = 0; seed < 4; seed++) {
            check(seed, new Random(seed), shape[0], shape[1], shape[2]);
        }
    }

    /** Some of the above, for a seed. */
    static void checkShapes(int seed) {
        checkSmall(seed);
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            int[] shape = shapes()[random.nextInt(shapes().length)];
            check(seed, random, shape[0], shape[1], shape[2]);
        }
    }

    private static int size(Random random) {
        return SIZES[random.nextInt(SIZES.length)];
    }

    private static void check(int seed, Random random, int m, int n, int k) {
        boolean transA = random.nextBoolean();
        boolean transB = random.nextBoolean();
        boolean accumulate = random.nextBoolean();
        Product product = new Product(random, 1 + random.nextInt(3), transA, transB, m, n, k, accumulate);
        String what = "seed %d: %d x %d x %d, transA %b, transB %b, accumulate %b"
                .formatted(seed, m, n, k, transA, transB, accumulate);
        product.checkFloat(what);
        product.checkDouble(what);
    }

    @Test
    void elementsOutsideTheMatricesCountForNothing() {
        int n = 70;
        double[] a = new double[n * 100 + 50];
        Arrays.fill(a, Double.NaN);
        double[] c = new double[n * 100 + 50];
        for (int i = 0; i < n; i++) {
            Arrays.fill(a, 7 + i * 100, 7 + i * 100 + n, 1);
        }
        for (boolean transA : new boolean[] {false, true}) {
            for (boolean transB : new boolean[] {false, true}) {
                Arrays.fill(c, -1);
                Gemm.dgemm(transA, transB, n, n, n, a, 7, 100, a, 7, 100, false, c, 7, 100, TEAM);
                for (int i = 0; i < c.length; i++) {
                    boolean inside = i >= 7 && (i - 7) / 100 < n && (i - 7) % 100 < n;
                    assertThat(c[i]).isEqualTo(inside ? n : -1);
                }
            }
        }
    }

    /** A batch of products with random strides, its plain results and the sums of magnitudes. */
    private record Product(
            int batch,
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            boolean accumulate,
            double[] a,
            double[] b,
            double[] c,
            int lda,
            int ldb,
            int ldc,
            int aStride,
            int bStride,
            int cStride) {
        private static final int OFFSET = 3;

        Product(Random random, int batch, boolean transA, boolean transB, int m, int n, int k, boolean accumulate) {
            int lda = (transA ? m : k) + random.nextInt(4);
            int ldb = (transB ? k : n) + random.nextInt(4);
            int ldc = n + random.nextInt(4);
            int aStride = random.nextInt(3) == 0 ? 0 : lda * (transA ? k : m) + random.nextInt(2) * random.nextInt(5);
            int bStride = random.nextInt(3) == 0 ? 0 : ldb * (transB ? n : k) + random.nextInt(5);
            int cStride = ldc * m + random.nextInt(2) * random.nextInt(5);
            double[] a = values(random, OFFSET + (batch - 1) * aStride + lda * (transA ? k : m));
            double[] b = values(random, OFFSET + (batch - 1) * bStride + ldb * (transB ? n : k));
            double[] c = values(random, OFFSET + batch * cStride);
            this(batch, transA, transB, m, n, k, accumulate, a, b, c, lda, ldb, ldc, aStride, bStride, cStride);
        }

        private static double[] values(Random random, int size) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        }

        void checkFloat(String what) {
            float[][] results = new float[2][];
            for (int t = 0; t < 2; t++) {
                results[t] = floats(c);
                Gemm.sgemmBatch(
                        batch,
                        transA,
                        transB,
                        m,
                        n,
                        k,
                        floats(a),
                        OFFSET,
                        lda,
                        aStride,
                        floats(b),
                        OFFSET,
                        ldb,
                        bStride,
                        accumulate,
                        results[t],
                        OFFSET,
                        ldc,
                        cStride,
                        t == 0 ? Parallel.SERIAL : TEAM);
            }
            assertThat(results[1]).as(what).isEqualTo(results[0]);
            double[] wide = new double[c.length];
            for (int i = 0; i < c.length; i++) {
                wide[i] = results[0][i];
            }
            compare(what, wide, 0x1p-24);
        }

        void checkDouble(String what) {
            double[][] results = new double[2][];
            for (int t = 0; t < 2; t++) {
                results[t] = c.clone();
                Gemm.dgemmBatch(
                        batch,
                        transA,
                        transB,
                        m,
                        n,
                        k,
                        a,
                        OFFSET,
                        lda,
                        aStride,
                        b,
                        OFFSET,
                        ldb,
                        bStride,
                        accumulate,
                        results[t],
                        OFFSET,
                        ldc,
                        cStride,
                        t == 0 ? Parallel.SERIAL : TEAM);
            }
            assertThat(results[1]).as(what).isEqualTo(results[0]);
            // the plain loops round as well
            compare(what, results[0], 0x1p-52);
        }

        private void compare(String what, double[] actual, double unit) {
            double[] expected = c.clone();
            double[] tolerance = new double[c.length];
            for (int q = 0; q < batch; q++) {
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        int at = OFFSET + q * cStride + i * ldc + j;
                        double sum = accumulate ? c[at] : 0;
                        double magnitude = Math.abs(sum);
                        for (int p = 0; p < k; p++) {
                            double term = a[OFFSET + q * aStride + (transA ? p * lda + i : i * lda + p)]
                                    * b[OFFSET + q * bStride + (transB ? j * ldb + p : p * ldb + j)];
                            sum += term;
                            magnitude += Math.abs(term);
                        }
                        expected[at] = sum;
                        tolerance[at] = (accumulate ? k + 1 : k) * unit * magnitude;
                    }
                }
            }
            for (int i = 0; i < expected.length; i++) {
                if (!(Math.abs(actual[i] - expected[i]) <= tolerance[i])) {
                    throw new AssertionError(what + ": element " + i + " is " + actual[i] + ", expected " + expected[i]
                            + " ± " + tolerance[i]);
                }
            }
        }

        private static float[] floats(double[] x) {
            float[] y = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = (float) x[i];
            }
            return y;
        }
    }
}
