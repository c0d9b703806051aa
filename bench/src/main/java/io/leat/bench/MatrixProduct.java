package io.leat.bench;

import io.leat.kernels.Gemm;
import io.leat.kernels.Parallel;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Square products of {@code float} on one thread. One product of size n is 2 n³ floating-point operations. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatrixProduct {
    @Param({"64", "256", "1024"})
    private int n;

    private float[] a;
    private float[] b;
    private float[] c;

    /** Fills both factors from a fixed seed. */
    @Setup
    public void fill() {
        var random = new Random(42);
        a = random(random, n * n);
        b = random(random, n * n);
        c = new float[n * n];
    }

    /** C = A · B. */
    @Benchmark
    public float[] product() {
        Gemm.sgemm(false, false, n, n, n, a, 0, n, b, 0, n, false, c, 0, n, Parallel.SERIAL);
        return c;
    }

    private static float[] random(Random random, int size) {
        var x = new float[size];
        for (int i = 0; i < size; i++) {
            x[i] = random.nextFloat() - 0.5f;
        }
        return x;
    }
}
