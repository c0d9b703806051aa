package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What golden values do not say: the numbers of TensorFlow 2.21 known from elsewhere, offsets, parts and limits. */
class RandomKernelsTest {
    private static final Parallel SERIAL = Parallel.SERIAL;

    /** Half a unit of the last digit that was written down. */
    private static final Offset<Float> PRINTED = within(5e-8f);

    @Test
    void numbersOfTensorFlow221() {
        float[] five = new float[5];
        RandomNormal.fill(Philox.ofSeeds(1, 2), five, 0, 5, SERIAL);
        assertThat(five).containsExactly(-1.04677927f, 0.83970457f, 1.23583639f, 2.06378531f, 0.30374271f);
        RandomNormal.fillTruncated(Philox.ofSeeds(1, 2), five, 0, 5, SERIAL);
        assertThat(five)
                .containsExactly(new float[] {-1.0467793f, 0.8397046f, 1.2358364f, 0.3037427f, 0.3886909f}, PRINTED);
        int[] integers = new int[5];
        RandomUniform.fill(Philox.ofSeeds(1, 2), 0, 100, integers, 0, 5, SERIAL);
        assertThat(integers).containsExactly(99, 15, 2, 9, 31);
        int[] order = new int[10];
        RandomShuffle.permutation(Philox.ofSeeds(1, 2), order, 0, 10);
        assertThat(order).containsExactly(9, 0, 8, 6, 1, 3, 7, 2, 4, 5);
        long[] classes = new long[8];
        Multinomial.draw(Philox.ofSeeds(1, 2), new float[] {0, 1, 2}, 0, 1, 3, 8, classes, 0, SERIAL);
        assertThat(classes).containsExactly(1, 2, 1, 1, 2, 2, 2, 2);
        float[] gamma = new float[3];
        RandomGamma.fill(Philox.ofSeeds(1, 2), new float[] {2}, 0, 1, 3, gamma, 0, SERIAL);
        assertThat(gamma).containsExactly(new float[] {0.3561859f, 1.0441701f, 1.8044789f}, PRINTED);
        int[] poisson = new int[5];
        RandomPoisson.fill(Philox.ofSeeds(1, 2), new double[] {3}, 0, 1, 5, poisson, 0, SERIAL);
        assertThat(poisson).containsExactly(2, 2, 5, 3, 1);
    }

    @Test
    void moreNumbersOfTensorFlow221() {
        short[] halves = new short[4];
        RandomUniform.fillFloat16(Philox.ofSeeds(1, 2), halves, 0, 4, SERIAL);
        float[] four = new float[4];
        for (int i = 0; i < 4; i++) {
            four[i] = Float.float16ToFloat(halves[i]);
        }
        assertThat(four).containsExactly(new float[] {0.20214844f, 0.45605469f, 0.80273438f, 0.46582031f}, PRINTED);
        double[] two = new double[2];
        RandomUniform.fill(Philox.ofSeeds(1, 2), two, 0, 2, SERIAL);
        assertThat(two).containsExactly(new double[] {0.2511744980841868, 0.4431667702009385}, within(1e-16));
        RandomUniform.fill(Philox.ofStatelessSeed(1, 2), four, 0, 4, SERIAL);
        assertThat(four).containsExactly(new float[] {0.84406042f, 0.19204533f, 0.99622321f, 0.16038740f}, PRINTED);
        RandomNormal.fill(Philox.ofStatelessSeed(1, 2), four, 0, 4, SERIAL);
        assertThat(four).containsExactly(new float[] {0.5441101f, 0.2073803f, 0.0735643f, 0.0464346f}, PRINTED);
        GuardedPhilox guarded = new GuardedPhilox(1, 0);
        float[] run = new float[2];
        RandomUniform.fill(guarded.reserveOutputs(2), run, 0, 2, SERIAL);
        assertThat(run).containsExactly(new float[] {0.8126965f, 0.0785747f}, PRINTED);
        RandomUniform.fill(guarded.reserveOutputs(2), run, 0, 2, SERIAL);
        assertThat(run).containsExactly(new float[] {0.8489425f, 0.0983248f}, PRINTED);
    }

    @Test
    void aPartOfAnOutputIsTheSameWhereverItStarts() {
        int count = 3 * (1 << 14) + 5;
        float[] whole = new float[count];
        float[] shifted = new float[count + 7];
        RandomNormal.fill(Philox.ofSeeds(5, 6), whole, 0, count, SERIAL);
        RandomNormal.fill(Philox.ofSeeds(5, 6), shifted, 3, count, ReversedParallel.INSTANCE);
        assertThat(Arrays.copyOfRange(shifted, 3, count + 3)).isEqualTo(whole);
        assertThat(shifted[2]).isZero();
        assertThat(shifted[count + 3]).isZero();
        float[] tail = new float[count - (1 << 14)];
        RandomNormal.fill(Philox.ofSeeds(5, 6).copy(1 << 12), tail, 0, tail.length, SERIAL);
        assertThat(Arrays.copyOfRange(whole, 1 << 14, count)).isEqualTo(tail);
    }

    @Test
    void emptyOutputs() {
        RandomUniform.fill(Philox.ofSeeds(1, 2), new float[0], 0, 0, SERIAL);
        RandomNormal.fillTruncated(Philox.ofSeeds(1, 2), new double[0], 0, 0, SERIAL);
        RandomGamma.fill(Philox.ofSeeds(1, 2), new double[] {1}, 0, 1, 0, new double[0], 0, SERIAL);
        int[] one = {9};
        RandomShuffle.permutation(Philox.ofSeeds(1, 2), one, 0, 1);
        assertThat(one).containsExactly(0);
    }

    @Test
    void ratesThatNoDrawFits() {
        double[] rates = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1};
        double[] reals = new double[4];
        RandomPoisson.fill(Philox.ofSeeds(1, 2), rates, 0, 4, 1, reals, 0, SERIAL);
        assertThat(reals).contains(Double.NaN, Double.POSITIVE_INFINITY).endsWith(0);
        int[] integers = new int[4];
        RandomPoisson.fill(Philox.ofSeeds(1, 2), rates, 0, 4, 1, integers, 0, SERIAL);
        assertThat(integers).containsExactly(0, 0, Integer.MAX_VALUE, 0);
    }

    @Test
    void shapesWithoutAGammaDistribution() {
        double[] out = new double[4];
        double[] alpha = {Double.NaN, -1, Double.POSITIVE_INFINITY, 0};
        RandomGamma.fill(Philox.ofSeeds(1, 2), alpha, 0, 4, 1, out, 0, SERIAL);
        assertThat(out).containsExactly(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 0);
    }

    @Test
    void rowWithoutAFiniteLogit() {
        long[] out = new long[2];
        double none = Double.NEGATIVE_INFINITY;
        Multinomial.draw(Philox.ofSeeds(1, 2), new double[] {none, Double.NaN}, 0, 1, 2, 2, out, 0, SERIAL);
        assertThat(out).containsExactly(2, 2);
    }

    @Test
    void truncatedNormalsKeepTheirBounds() {
        double[] out = new double[2000];
        DoubleTruncatedNormals normals = new DoubleTruncatedNormals(Philox.ofSeeds(7, 8), out);
        double[][] bounds = {{-1, 0.5}, {3, 4}, {-9, -8.5}, {0.2, Double.POSITIVE_INFINITY}};
        for (int b = 0; b < 4; b++) {
            double low = 10 + 2 * bounds[b][0];
            double high = 10 + 2 * bounds[b][1];
            assertThat(normals.fill(10, 2, low, high, 500 * b, 500 * (b + 1))).isEqualTo(TruncatedNormals.Outcome.DONE);
            for (int i = 500 * b; i < 500 * (b + 1); i++) {
                assertThat(out[i]).isBetween(low, high);
            }
        }
    }

    @Test
    void truncatedNormalsWithoutMeaning() {
        FloatTruncatedNormals normals = new FloatTruncatedNormals(Philox.ofSeeds(7, 8), new float[1]);
        float infinity = Float.POSITIVE_INFINITY;
        for (float[] p : new float[][] {{0, 0, 1}, {1, 2, 2}, {1, -infinity, infinity}, {Float.NaN, 0, 1}}) {
            assertThat(normals.fill(0, p[0], p[1], p[2], 0, 1)).isEqualTo(TruncatedNormals.Outcome.INVALID_PARAMETERS);
        }
    }

    @Test
    void logFactorial() {
        double sum = 0;
        for (int k = 1; k < 3000; k++) {
            sum += Math.log(k);
            assertThat(Math.abs(LogFactorial.of(k) - sum)).isLessThanOrEqualTo(1e-13 * Math.max(1, sum));
        }
    }
}
