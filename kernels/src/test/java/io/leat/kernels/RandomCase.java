package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/** Runs the kernel that a golden case names, as a stateful op does: from the reserved place of one stream. */
final class RandomCase {
    private final Goldens.Case golden;
    private final int n;
    private final Philox stateless;
    private final GuardedPhilox stateful;

    RandomCase(Goldens.Case golden) {
        this.golden = golden;
        n = golden.n("n");
        if (golden.keys().containsKey("key")) {
            stateless =
                    Philox.ofKeyAndCounter(golden.number("key"), golden.number("counter0"), golden.number("counter1"));
            stateful = new GuardedPhilox(1, 1);
        } else {
            stateless = Philox.ofStatelessSeed(golden.number("seed"), golden.number("seed2"));
            stateful = new GuardedPhilox(golden.number("seed"), golden.number("seed2"));
        }
    }

    /** The elements of one run. */
    Object run(Parallel parallel) {
        return switch (golden.op()) {
            case "RandomUniform" -> uniform(stateful.reserveOutputs(n), parallel);
            case "RandomStandardNormal" -> normal(stateful.reserveOutputs(n), parallel);
            case "TruncatedNormal" -> truncated(stateful.reserveOutputs(n), parallel);
            case "RandomUniformInt" -> integers(stateful.reserveOutputs(n), parallel);
            case "StatelessRandomUniform", "StatelessRandomUniformV2" -> uniform(stateless, parallel);
            case "StatelessRandomNormal", "StatelessRandomNormalV2" -> normal(stateless, parallel);
            case "StatelessTruncatedNormal", "StatelessTruncatedNormalV2" -> truncated(stateless, parallel);
            case "StatelessRandomUniformInt" -> integers(stateless, parallel);
            case "StatelessRandomUniformFullInt" -> fullIntegers(parallel);
            case "RandomShuffle" -> {
                int[] out = new int[n];
                RandomShuffle.permutation(stateful.reserveSamples(n - 1), out, 0, n);
                yield out;
            }
            case "Multinomial" ->
                multinomial(stateful.reserve(Multinomial.blocks(golden.n("rows"), golden.n("samples"))), parallel);
            case "StatelessMultinomial" -> multinomial(stateless, parallel);
            case "RandomGamma" -> gamma(stateful.reserveOutputs(n), parallel);
            case "StatelessRandomGammaV2" -> gamma(stateless, parallel);
            case "RandomPoissonV2" -> poisson(stateful.reserveOutputs(n), parallel);
            case "StatelessRandomPoisson" -> poisson(stateless, parallel);
            case "ParameterizedTruncatedNormal" ->
                bounded(stateful.reserve(TruncatedNormals.blocks(golden.n("batches"), golden.n("samples"))));
            case "StatelessRandomGetKey" -> new long[] {stateless.key()};
            case "StatelessRandomGetCounter" -> new long[] {stateless.counterLow(), stateless.counterHigh()};
            default -> throw new AssertionError(golden.op());
        };
    }

    private Object uniform(Philox start, Parallel parallel) {
        return switch (golden.dtype()) {
            case "DT_FLOAT" -> floats(out -> RandomUniform.fill(start, out, 0, n, parallel));
            case "DT_DOUBLE" -> doubles(out -> RandomUniform.fill(start, out, 0, n, parallel));
            case "DT_HALF" -> shorts(out -> RandomUniform.fillFloat16(start, out, 0, n, parallel));
            default -> shorts(out -> RandomUniform.fillBfloat16(start, out, 0, n, parallel));
        };
    }

    private Object normal(Philox start, Parallel parallel) {
        return switch (golden.dtype()) {
            case "DT_FLOAT" -> floats(out -> RandomNormal.fill(start, out, 0, n, parallel));
            case "DT_DOUBLE" -> doubles(out -> RandomNormal.fill(start, out, 0, n, parallel));
            case "DT_HALF" -> shorts(out -> RandomNormal.fillFloat16(start, out, 0, n, parallel));
            default -> shorts(out -> RandomNormal.fillBfloat16(start, out, 0, n, parallel));
        };
    }

    private Object truncated(Philox start, Parallel parallel) {
        return switch (golden.dtype()) {
            case "DT_FLOAT" -> floats(out -> RandomNormal.fillTruncated(start, out, 0, n, parallel));
            case "DT_DOUBLE" -> doubles(out -> RandomNormal.fillTruncated(start, out, 0, n, parallel));
            case "DT_HALF" -> shorts(out -> RandomNormal.fillTruncatedFloat16(start, out, 0, n, parallel));
            default -> shorts(out -> RandomNormal.fillTruncatedBfloat16(start, out, 0, n, parallel));
        };
    }

    private Object integers(Philox start, Parallel parallel) {
        if (golden.dtype().equals("DT_INT32")) {
            int[] out = new int[n];
            RandomUniform.fill(start, golden.n("lo"), golden.n("hi"), out, 0, n, parallel);
            return out;
        }
        long[] out = new long[n];
        RandomUniform.fill(start, golden.number("lo"), golden.number("hi"), out, 0, n, parallel);
        return out;
    }

    private Object fullIntegers(Parallel parallel) {
        if (golden.dtype().endsWith("32")) {
            int[] out = new int[n];
            RandomUniform.fill(stateless, out, 0, n, parallel);
            return out;
        }
        long[] out = new long[n];
        RandomUniform.fill(stateless, out, 0, n, parallel);
        return out;
    }

    private int[] multinomial(Philox start, Parallel parallel) {
        double[] logits = golden.reals("logits");
        int rows = golden.n("rows");
        long[] drawn = new long[n];
        int classes = logits.length / rows;
        Multinomial.draw(start, logits, 0, rows, classes, golden.n("samples"), drawn, 0, parallel);
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = (int) drawn[i];
        }
        return out;
    }

    private Object gamma(Philox start, Parallel parallel) {
        double[] alpha = golden.reals("alpha");
        int samples = golden.n("samples");
        if (golden.dtype().equals("DT_DOUBLE")) {
            return doubles(out -> RandomGamma.fill(start, alpha, 0, alpha.length, samples, out, 0, parallel));
        }
        float[] narrow = new float[alpha.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) alpha[i];
        }
        if (golden.dtype().equals("DT_FLOAT")) {
            return floats(out -> RandomGamma.fill(start, narrow, 0, alpha.length, samples, out, 0, parallel));
        }
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = Float.float16ToFloat(Float.floatToFloat16(narrow[i]));
        }
        float[] out = new float[n];
        RandomGamma.fill(start, narrow, 0, alpha.length, samples, out, 0, parallel);
        short[] halves = new short[n];
        for (int i = 0; i < n; i++) {
            halves[i] = Float.floatToFloat16(out[i]);
        }
        return halves;
    }

    private Object poisson(Philox start, Parallel parallel) {
        double[] rate = golden.reals("rate");
        int rates = rate.length;
        int samples = golden.n("samples");
        return switch (golden.dtype()) {
            case "DT_FLOAT" -> floats(out -> RandomPoisson.fill(start, rate, 0, rates, samples, out, 0, parallel));
            case "DT_DOUBLE" -> doubles(out -> RandomPoisson.fill(start, rate, 0, rates, samples, out, 0, parallel));
            case "DT_HALF" ->
                shorts(out -> RandomPoisson.fillFloat16(start, rate, 0, rates, samples, out, 0, parallel));
            case "DT_INT32" -> {
                int[] out = new int[n];
                RandomPoisson.fill(start, rate, 0, rates, samples, out, 0, parallel);
                yield out;
            }
            default -> {
                long[] out = new long[n];
                RandomPoisson.fill(start, rate, 0, rates, samples, out, 0, parallel);
                yield out;
            }
        };
    }

    private Object bounded(Philox start) {
        double[] p = golden.reals("parameters");
        int samples = golden.n("samples");
        if (golden.dtype().equals("DT_FLOAT")) {
            return floats(out -> {
                FloatTruncatedNormals normals = new FloatTruncatedNormals(start, out);
                for (int b = 0, i = 0; b * samples < n; b++, i = p.length == 4 ? 0 : i + 4) {
                    int end = Math.min((b + 1) * samples, n);
                    TruncatedNormals.Outcome outcome = normals.fill(
                            (float) p[i], (float) p[i + 1], (float) p[i + 2], (float) p[i + 3], b * samples, end);
                    assertThat(outcome).isEqualTo(TruncatedNormals.Outcome.DONE);
                }
            });
        }
        return doubles(out -> {
            DoubleTruncatedNormals normals = new DoubleTruncatedNormals(start, out);
            for (int b = 0, i = 0; b * samples < n; b++, i = p.length == 4 ? 0 : i + 4) {
                int end = Math.min((b + 1) * samples, n);
                assertThat(normals.fill(p[i], p[i + 1], p[i + 2], p[i + 3], b * samples, end))
                        .isEqualTo(TruncatedNormals.Outcome.DONE);
            }
        });
    }

    private float[] floats(Consumer<float[]> kernel) {
        float[] out = new float[n];
        kernel.accept(out);
        return out;
    }

    private double[] doubles(Consumer<double[]> kernel) {
        double[] out = new double[n];
        kernel.accept(out);
        return out;
    }

    private short[] shorts(Consumer<short[]> kernel) {
        short[] out = new short[n];
        kernel.accept(out);
        return out;
    }
}
