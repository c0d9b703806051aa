package io.leat.kernels;

/**
 * Poisson random numbers as TensorFlow's {@code RandomPoisson}, {@code RandomPoissonV2} and {@code
 * StatelessRandomPoisson}, in double precision. Rates below 10 multiply uniform numbers (Knuth, "Seminumerical
 * Algorithms"); others use transformed rejection (Hörmann, "The transformed rejection method for generating Poisson random
 * variables", Insurance: Mathematics and Economics 12, 1993).
 *
 * <p>Output {@code [samples, rates]}; each number has a stretch of {@link GuardedPhilox#BLOCKS_PER_OUTPUT} blocks for
 * itself, in the order rate by rate. Numbers greater than the output's type holds are drawn again. Does not move {@code
 * start}.
 *
 * <p>Where TensorFlow would not return: a NaN rate gives NaN (0 for integers), and a rate so far beyond the type's largest
 * number that no draw fits gives that largest number.
 */
public final class RandomPoisson {
    private static final double LARGEST_FLOAT16 = 65504;

    private static final int PART = 1 << 10;

    private RandomPoisson() {}

    /** Reads {@code rate[rates]} and writes {@code out[samples, rates]}, both dense from their offsets on. */
    public static void fill(
            Philox start,
            double[] rate,
            int rateOffset,
            int rates,
            int samples,
            double[] out,
            int outOffset,
            Parallel parallel) {
        run(start, rate, rateOffset, rates, samples, Double.MAX_VALUE, parallel, (i, x) -> out[outOffset + i] = x);
    }

    /** As the form for doubles. */
    public static void fill(
            Philox start,
            double[] rate,
            int rateOffset,
            int rates,
            int samples,
            float[] out,
            int outOffset,
            Parallel parallel) {
        run(
                start,
                rate,
                rateOffset,
                rates,
                samples,
                Float.MAX_VALUE,
                parallel,
                (i, x) -> out[outOffset + i] = (float) x);
    }

    /** As the form for doubles, rounded to binary16 bits. */
    public static void fillFloat16(
            Philox start,
            double[] rate,
            int rateOffset,
            int rates,
            int samples,
            short[] out,
            int outOffset,
            Parallel parallel) {
        run(
                start,
                rate,
                rateOffset,
                rates,
                samples,
                LARGEST_FLOAT16,
                parallel,
                (i, x) -> out[outOffset + i] = Float.floatToFloat16((float) x));
    }

    /** As the form for doubles; an infinite rate gives 0. */
    public static void fill(
            Philox start,
            double[] rate,
            int rateOffset,
            int rates,
            int samples,
            int[] out,
            int outOffset,
            Parallel parallel) {
        run(
                start,
                rate,
                rateOffset,
                rates,
                samples,
                Integer.MAX_VALUE,
                parallel,
                (i, x) -> out[outOffset + i] = Double.isInfinite(x) ? 0 : (int) x);
    }

    /** As the form for doubles; an infinite rate gives 0. */
    public static void fill(
            Philox start,
            double[] rate,
            int rateOffset,
            int rates,
            int samples,
            long[] out,
            int outOffset,
            Parallel parallel) {
        run(
                start,
                rate,
                rateOffset,
                rates,
                samples,
                Long.MAX_VALUE,
                parallel,
                (i, x) -> out[outOffset + i] = Double.isInfinite(x) ? 0 : (long) x);
    }

    @FunctionalInterface
    private interface Sink {
        void put(int index, double drawn);
    }

    private static void run(
            Philox start,
            double[] rate,
            int rateOffset,
            int rates,
            int samples,
            double largest,
            Parallel parallel,
            Sink sink) {
        Ranges.run(rates * samples, PART, parallel, (first, n) -> {
            for (int i = first; i < first + n; i++) {
                int column = i / samples;
                sink.put(i % samples * rates + column, draw(start, i, rate[rateOffset + column], largest));
            }
        });
    }

    private static double draw(Philox start, int index, double rate, double largest) {
        if (rate < 10) {
            return product(new RandomStretch(start, index), Math.exp(-rate));
        }
        if (!(rate < Double.POSITIVE_INFINITY)) {
            return rate;
        }
        if (rate - 40 * Math.sqrt(rate) > largest) {
            return largest;
        }
        return rejection(new RandomStretch(start, index), rate, largest);
    }

    /** How many uniform numbers can be multiplied before the product falls to {@code limit}. */
    private static double product(RandomStretch stretch, double limit) {
        double product = stretch.uniform();
        double count = 0;
        while (product > limit) {
            product *= stretch.uniform();
            count++;
        }
        return count;
    }

    /** The constants are Hörmann's. */
    private static double rejection(RandomStretch stretch, double rate, double largest) {
        double logRate = Math.log(rate);
        double b = 0.931 + 2.53 * Math.sqrt(rate);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        while (true) {
            double u = stretch.uniform() - 0.5;
            double v = stretch.uniform();
            double margin = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / margin + b) * u + rate + 0.43);
            if (k > largest) {
                continue;
            }
            if (margin >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) {
                return k;
            }
            if (k < 0 || margin < 0.013 && v > margin) {
                continue;
            }
            double s = Math.log(v * inverseAlpha / (a / (margin * margin) + b));
            if (s <= -rate + k * logRate - LogFactorial.of(k)) {
                return k;
            }
        }
    }
}
