package io.leat.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.kernels.Parallel;
import io.leat.kernels.ThreadTeam;
import io.leat.tensor.DType;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReducePlanTest {
    private static final int[][] SHAPES = {
        {},
        {1},
        {5},
        {4096},
        {4097},
        {50_000},
        {3, 7},
        {300, 100},
        {2, 9_000},
        {3, 4, 5},
        {7, 1, 600},
        {0},
        {3, 0},
        {0, 3}
    };

    private static int product(int[] dims, int from, int to) {
        return Arrays.stream(dims, from, to).reduce(1, (a, b) -> a * b);
    }

    /** One value after the other, in double precision or 64 bits. */
    private static Object plain(ReduceKind kind, DType type, Object x, int outer, int inner) {
        Object y = type.newArray(outer);
        for (int o = 0; o < outer; o++) {
            double real = kind == ReduceKind.PROD ? 1 : kind == ReduceKind.MAX ? Double.NEGATIVE_INFINITY : 0;
            long integer = kind == ReduceKind.PROD ? 1 : kind == ReduceKind.MAX ? Integer.MIN_VALUE : 0;
            for (int i = o * inner; i < (o + 1) * inner; i++) {
                double v = Array.getDouble(x, i);
                long n = type == DType.INT32 ? Array.getInt(x, i) : 0;
                switch (kind) {
                    case PROD -> {
                        real *= v;
                        integer *= n;
                    }
                    case MAX -> {
                        real = Math.max(real, v);
                        integer = Math.max(integer, n);
                    }
                    default -> {
                        real += v;
                        integer += n;
                    }
                }
            }
            real = kind == ReduceKind.MEAN ? real / inner : real;
            switch (y) {
                case float[] f -> f[o] = (float) real;
                case double[] d -> d[o] = real;
                default -> Array.setInt(y, o, (int) integer);
            }
        }
        return y;
    }

    @Test
    void equalsTheStoredMapReduced() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (DType type : List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32)) {
            Scalar a = Scalar.input(0, type);
            Scalar body = a.minus(Scalar.input(1, type)).square().min(2);
            for (ReduceKind kind : List.of(ReduceKind.SUM, ReduceKind.MEAN, ReduceKind.MAX, ReduceKind.PROD)) {
                for (int[] shape : ReducePlan.supports(kind, type) ? SHAPES : new int[0][]) {
                    check(kind, body, shape, random.nextInt(shape.length + 1), random, seed);
                }
            }
        }
    }

    private static void check(ReduceKind kind, Scalar body, int[] shape, int kept, Random random, long seed) {
        DType type = body.type();
        int[] row = shape.length == 0 ? shape : new int[] {shape[shape.length - 1]};
        int outer = product(shape, 0, kept);
        int inner = product(shape, kept, shape.length);
        Object[] inputs = {values(type, outer * inner, random), values(type, product(row, 0, row.length), random)};
        Object map = type.newArray((long) outer * inner);
        List<int[]> shapes = List.of(shape, row);
        MapPlan.of(List.of(body), shapes, shape).run(inputs, new Object[] {map}, Parallel.SERIAL);
        Object expected = plain(kind, type, map, outer, inner);
        ReducePlan plan = ReducePlan.of(body, shapes, shape, kept, kind);
        Object interpreted = type.newArray(outer);
        Object compiled = type.newArray(outer);
        Object threads = type.newArray(outer);
        plan.run(inputs, interpreted, Parallel.SERIAL);
        plan.compile();
        plan.run(inputs, compiled, Parallel.SERIAL);
        try (ThreadTeam team = new ThreadTeam("test", 3)) {
            plan.run(inputs, threads, team);
        }
        String what = "seed " + seed + " " + kind + " of " + type + Arrays.toString(shape) + " kept " + kept;
        Same.assertSame(type, compiled, interpreted, () -> what);
        Same.assertSame(type, threads, compiled, () -> what);
        for (int o = 0; o < outer; o++) {
            double e = Array.getDouble(expected, o);
            double tolerance = type == DType.INT32 ? 0 : Math.abs(e) * (type == DType.FLOAT32 ? 3e-5 : 1e-12);
            if (Double.isFinite(e)) {
                assertThat(Array.getDouble(compiled, o)).as(what).isCloseTo(e, within(tolerance));
            } else {
                assertThat(Array.getDouble(compiled, o)).as(what).isEqualTo(Double.valueOf(e));
            }
        }
    }

    private static Object values(DType type, int n, Random random) {
        Object array = type.newArray(n);
        for (int i = 0; i < n; i++) {
            switch (array) {
                case float[] f -> f[i] = (float) random.nextGaussian();
                case double[] d -> d[i] = random.nextGaussian();
                default -> Array.setInt(array, i, random.nextInt(5) - 2);
            }
        }
        return array;
    }
}
