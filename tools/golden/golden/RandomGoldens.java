package golden;

import static org.tensorflow.proto.DataType.DT_BFLOAT16;
import static org.tensorflow.proto.DataType.DT_DOUBLE;
import static org.tensorflow.proto.DataType.DT_FLOAT;
import static org.tensorflow.proto.DataType.DT_HALF;
import static org.tensorflow.proto.DataType.DT_INT32;
import static org.tensorflow.proto.DataType.DT_INT64;
import static org.tensorflow.proto.DataType.DT_UINT32;
import static org.tensorflow.proto.DataType.DT_UINT64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/**
 * Writes what TensorFlow's random ops give for fixed seeds. From the project's root, in one command:
 *
 * <pre>TF_ENABLE_ONEDNN_OPTS=0 mvn -q -f tools/golden/pom.xml compile exec:java -Dexec.mainClass=golden.RandomGoldens \
 *   -Dexec.args=kernels/src/test/resources/io/leat/kernels/random-goldens.txt</pre>
 *
 * In a {@link GoldenFile} with a line for each run; the runs of a case share a session. OneDNN is switched off: its means
 * and sums round otherwise.
 */
public final class RandomGoldens {
    private static final long[][] SEEDS = {{1, 2}, {0x123456789abcdefL, -77}};
    private static final DataType[] FLOATS = {DT_FLOAT, DT_DOUBLE, DT_HALF, DT_BFLOAT16};

    private final GoldenFile file = new GoldenFile();

    public static void main(String[] args) throws IOException {
        RandomGoldens goldens = new RandomGoldens();
        goldens.stateful();
        goldens.integers();
        goldens.shuffles();
        goldens.multinomials();
        goldens.gammas();
        goldens.poissons();
        goldens.truncations();
        goldens.stateless();
        goldens.statelessV2();
        goldens.file.write(Path.of(args[0]));
    }

    private void stateful() {
        for (String op : new String[] {"RandomUniform", "RandomStandardNormal", "TruncatedNormal"}) {
            for (DataType type : FLOATS) {
                for (int n : new int[] {1, 5, 1000, 4097}) {
                    for (long[] seed : SEEDS) {
                        try (Tf tf = new Tf()) {
                            Output<?> y = tf.op(op, List.of(tf.ints(n)),
                                    "dtype", type, "seed", seed[0], "seed2", seed[1]).output(0);
                            record(tf, y, type, 3, op, "seed=" + seed[0], "seed2=" + seed[1], "n=" + n);
                        }
                    }
                }
            }
        }
    }

    private void integers() {
        for (int[] range : new int[][] {{0, 100}, {-5, 6}, {Integer.MIN_VALUE, Integer.MAX_VALUE}}) {
            for (int n : new int[] {5, 4097}) {
                try (Tf tf = new Tf()) {
                    Output<?> y = tf.op("RandomUniformInt",
                            List.of(tf.ints(n), tf.intScalar(range[0]), tf.intScalar(range[1])),
                            "seed", 1, "seed2", 2).output(0);
                    record(tf, y, DT_INT32, 2, "RandomUniformInt", "seed=1", "seed2=2", "n=" + n,
                            "lo=" + range[0], "hi=" + range[1]);
                }
            }
        }
        for (long[] range : new long[][] {{0, 100}, {-5, 6}, {Long.MIN_VALUE, Long.MAX_VALUE}, {-1, 1L << 40}}) {
            for (int n : new int[] {5, 4097}) {
                try (Tf tf = new Tf()) {
                    Output<?> y = tf.op("RandomUniformInt",
                            List.of(tf.ints(n), tf.longScalar(range[0]), tf.longScalar(range[1])),
                            "seed", 1, "seed2", 2).output(0);
                    record(tf, y, DT_INT64, 2, "RandomUniformInt", "seed=1", "seed2=2", "n=" + n,
                            "lo=" + range[0], "hi=" + range[1]);
                }
            }
        }
    }

    private void shuffles() {
        for (int n : new int[] {2, 10, 1000}) {
            int[] range = new int[n];
            for (int i = 0; i < n; i++) {
                range[i] = i;
            }
            try (Tf tf = new Tf()) {
                Output<?> y = tf.op("RandomShuffle", List.of(tf.ints(range)), "seed", 1, "seed2", 2).output(0);
                record(tf, y, DT_INT32, 3, "RandomShuffle", "seed=1", "seed2=2", "n=" + n);
            }
        }
    }

    private void multinomials() {
        float[][] logits = {{0, 1, 2}, {0.5f, -1, 3, 0, 2, 1, 1, 1, 1, 1, Float.NEGATIVE_INFINITY, 0, 5, 0, -3}};
        int[] rows = {1, 3};
        for (int i = 0; i < logits.length; i++) {
            for (int samples : new int[] {1, 7, 8, 301}) {
                for (DataType type : FLOATS) {
                    try (Tf tf = new Tf()) {
                        Output<?> x = tf.cast(tf.floats(logits[i], rows[i], logits[i].length / rows[i]), type);
                        Output<?> y = tf.op("Multinomial", List.of(x, tf.intScalar(samples)),
                                "output_dtype", DT_INT32, "seed", 1, "seed2", 2).output(0);
                        record(tf, y, DT_INT32, 2, "Multinomial", "seed=1", "seed2=2", "n=" + rows[i] * samples,
                                "rows=" + rows[i], "samples=" + samples, "T=" + type, floats("logits", logits[i]));
                    }
                    try (Tf tf = new Tf()) {
                        Output<?> x = tf.cast(tf.floats(logits[i], rows[i], logits[i].length / rows[i]), type);
                        Output<?> y = tf.op("StatelessMultinomial",
                                List.of(x, tf.intScalar(samples), tf.longs(1, 2)), "output_dtype", DT_INT32).output(0);
                        record(tf, y, DT_INT32, 1, "StatelessMultinomial", "seed=1", "seed2=2",
                                "n=" + rows[i] * samples, "rows=" + rows[i], "samples=" + samples, "T=" + type,
                                floats("logits", logits[i]));
                    }
                }
            }
        }
    }

    private void gammas() {
        for (float[] alpha : new float[][] {{2}, {0.3f, 1, 2, 10, 100, 0.999f, 1.001f}}) {
            for (int samples : new int[] {3, 500}) {
                for (DataType type : new DataType[] {DT_FLOAT, DT_DOUBLE, DT_HALF}) {
                    int n = alpha.length * samples;
                    try (Tf tf = new Tf()) {
                        Output<?> x = tf.cast(tf.floats(alpha, alpha.length), type);
                        Output<?> y = tf.op("RandomGamma", List.of(tf.ints(samples), x), "seed", 1, "seed2", 2)
                                .output(0);
                        record(tf, y, type, 2, "RandomGamma", "seed=1", "seed2=2", "n=" + n,
                                "samples=" + samples, floats("alpha", alpha));
                    }
                    try (Tf tf = new Tf()) {
                        Output<?> x = tf.cast(tf.floats(alpha, alpha.length), type);
                        Output<?> y = tf.op("StatelessRandomGammaV2",
                                List.of(tf.ints(samples, alpha.length), tf.longs(1, 2), x)).output(0);
                        record(tf, y, type, 1, "StatelessRandomGammaV2", "seed=1", "seed2=2", "n=" + n,
                                "samples=" + samples, floats("alpha", alpha));
                    }
                }
            }
        }
    }

    private void poissons() {
        for (float[] rate : new float[][] {{3}, {0, 0.5f, 3, 9.5f, 10, 50, 1000, 20000}}) {
            for (int samples : new int[] {5, 500}) {
                for (DataType type : new DataType[] {DT_FLOAT, DT_DOUBLE, DT_HALF, DT_INT32, DT_INT64}) {
                    int n = rate.length * samples;
                    try (Tf tf = new Tf()) {
                        Output<?> y = tf.op("RandomPoissonV2",
                                List.of(tf.ints(samples), tf.floats(rate, rate.length)),
                                "seed", 1, "seed2", 2, "dtype", type).output(0);
                        record(tf, y, type, 2, "RandomPoissonV2", "seed=1", "seed2=2", "n=" + n,
                                "samples=" + samples, floats("rate", rate));
                    }
                    try (Tf tf = new Tf()) {
                        Output<?> y = tf.op("StatelessRandomPoisson",
                                List.of(tf.ints(samples, rate.length), tf.longs(1, 2), tf.floats(rate, rate.length)),
                                "dtype", type).output(0);
                        record(tf, y, type, 1, "StatelessRandomPoisson", "seed=1", "seed2=2", "n=" + n,
                                "samples=" + samples, floats("rate", rate));
                    }
                }
            }
        }
    }

    private void truncations() {
        float inf = Float.POSITIVE_INFINITY;
        // Mean, deviation, lower and upper bound: the three samplers, mirrored ones, single bounds.
        float[][] parameters = {
            {0, 1, -2, 2}, {0, 1, 0.5f, 0.9f}, {1, 2, 5, 30}, {3, 0.5f, -4, 2}, {-1, 1, -inf, -2.5f}, {2, 3, 1, inf}
        };
        for (float[] p : parameters) {
            for (DataType type : new DataType[] {DT_FLOAT, DT_DOUBLE}) {
                try (Tf tf = new Tf()) {
                    Output<?> y = tf.op("ParameterizedTruncatedNormal",
                            List.of(tf.ints(5, 70), scalar(tf, p[0], type), scalar(tf, p[1], type),
                                    scalar(tf, p[2], type), scalar(tf, p[3], type)),
                            "seed", 1, "seed2", 2).output(0);
                    record(tf, y, type, 2, "ParameterizedTruncatedNormal", "seed=1", "seed2=2", "n=350",
                            "batches=4", "samples=100", floats("parameters", p));
                }
            }
        }
        for (DataType type : new DataType[] {DT_FLOAT, DT_DOUBLE}) {
            try (Tf tf = new Tf()) {
                float[] flat = new float[4 * parameters.length];
                Output<?>[] columns = new Output<?>[4];
                for (int i = 0; i < 4; i++) {
                    float[] column = new float[parameters.length];
                    for (int b = 0; b < column.length; b++) {
                        column[b] = parameters[b][i];
                        flat[4 * b + i] = column[b];
                    }
                    columns[i] = tf.cast(tf.floats(column, column.length), type);
                }
                Output<?> y = tf.op("ParameterizedTruncatedNormal",
                        List.of(tf.ints(parameters.length, 7), columns[0], columns[1], columns[2], columns[3]),
                        "seed", 1, "seed2", 2).output(0);
                record(tf, y, type, 2, "ParameterizedTruncatedNormal", "seed=1", "seed2=2",
                        "n=" + 7 * parameters.length, "batches=" + parameters.length, "samples=7",
                        floats("parameters", flat));
            }
        }
    }

    private static Output<?> scalar(Tf tf, float value, DataType type) {
        return tf.cast(tf.floats(new float[] {value}), type);
    }

    private void stateless() {
        String[] ops = {"StatelessRandomUniform", "StatelessRandomNormal", "StatelessTruncatedNormal"};
        for (long[] seed : SEEDS) {
            for (int n : new int[] {4, 4097}) {
                for (String op : ops) {
                    for (DataType type : FLOATS) {
                        try (Tf tf = new Tf()) {
                            Output<?> y = tf.op(op, List.of(tf.ints(n), tf.longs(seed)), "dtype", type).output(0);
                            record(tf, y, type, 1, op, "seed=" + seed[0], "seed2=" + seed[1], "n=" + n);
                        }
                    }
                }
                try (Tf tf = new Tf()) {
                    Output<?> y = tf.op("StatelessRandomUniformInt",
                            List.of(tf.ints(n), tf.longs(seed), tf.intScalar(-5), tf.intScalar(1000)),
                            "dtype", DT_INT32).output(0);
                    record(tf, y, DT_INT32, 1, "StatelessRandomUniformInt", "seed=" + seed[0], "seed2=" + seed[1],
                            "n=" + n, "lo=-5", "hi=1000");
                }
                for (DataType type : new DataType[] {DT_INT32, DT_UINT32, DT_INT64, DT_UINT64}) {
                    try (Tf tf = new Tf()) {
                        Output<?> y = tf.op("StatelessRandomUniformFullInt", List.of(tf.ints(n), tf.longs(seed)),
                                "dtype", type).output(0);
                        record(tf, y, type, 1, "StatelessRandomUniformFullInt", "seed=" + seed[0],
                                "seed2=" + seed[1], "n=" + n);
                    }
                }
            }
        }
        try (Tf tf = new Tf()) {
            int least = Integer.MIN_VALUE;
            Output<?> y = tf.op("StatelessRandomUniform", List.of(tf.ints(9), tf.ints(-3, least))).output(0);
            record(tf, y, DT_FLOAT, 1, "StatelessRandomUniform", "seed=-3", "seed2=" + least, "n=9");
        }
    }

    private void statelessV2() {
        String[] ops = {"StatelessRandomUniformV2", "StatelessRandomNormalV2", "StatelessTruncatedNormalV2"};
        long key = 0x0123456789abcdefL;
        long[] counter = {-2, 5};
        for (String op : ops) {
            for (DataType type : FLOATS) {
                try (Tf tf = new Tf()) {
                    Output<?> y = tf.op(op,
                            List.of(tf.ints(37), tf.cast(tf.longs(key), DT_UINT64),
                                    tf.cast(tf.longs(counter), DT_UINT64), tf.intScalar(1)),
                            "dtype", type).output(0);
                    record(tf, y, type, 1, op, "key=" + key, "counter0=" + counter[0], "counter1=" + counter[1],
                            "n=37");
                }
            }
        }
        for (long[] seed : SEEDS) {
            try (Tf tf = new Tf()) {
                var node = tf.op("StatelessRandomGetKeyCounter", List.of(tf.longs(seed)));
                record(tf, node.output(0), DT_UINT64, 1, "StatelessRandomGetKey", "seed=" + seed[0],
                        "seed2=" + seed[1], "n=1");
                record(tf, node.output(1), DT_UINT64, 1, "StatelessRandomGetCounter", "seed=" + seed[0],
                        "seed2=" + seed[1], "n=2");
            }
        }
    }

    private void record(Tf tf, Output<?> fetch, DataType type, int runs, String op, String... keys) {
        file.addCase(op, type, String.join(" ", keys));
        // TensorFlow for Java has no tensors of the unsigned types.
        Output<?> output = switch (type) {
            case DT_UINT32 -> tf.op("Bitcast", List.of(fetch), "type", DT_INT32).output(0);
            case DT_UINT64 -> tf.op("Bitcast", List.of(fetch), "type", DT_INT64).output(0);
            default -> fetch;
        };
        for (int run = 0; run < runs; run++) {
            file.addRun(tf.run(output).get(0), type);
        }
    }

    private static String floats(String name, float[] values) {
        StringBuilder text = new StringBuilder(name).append('=');
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(values[i]);
        }
        return text.toString();
    }

    private RandomGoldens() {}
}
