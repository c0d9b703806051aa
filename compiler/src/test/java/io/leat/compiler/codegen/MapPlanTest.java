package io.leat.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.ir.Scalar;
import io.leat.ir.ScalarInterpreter;
import io.leat.ir.ScalarPrinter;
import io.leat.kernels.Parallel;
import io.leat.kernels.ThreadTeam;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapPlanTest {
    private static final Scalar X = Scalar.input(0, DType.FLOAT32);
    private static final Scalar Y = Scalar.input(1, DType.FLOAT32);

    /** Shapes that broadcast to {@code output}: each dimension kept or 1, leading ones perhaps dropped. */
    private static int[] broadcastable(Random random, int[] output) {
        int drop = random.nextInt(3) == 0 ? random.nextInt(output.length + 1) : 0;
        int[] shape = Arrays.copyOfRange(output, drop, output.length);
        for (int d = 0; d < shape.length; d++) {
            shape[d] = random.nextInt(3) == 0 ? 1 : shape[d];
        }
        return random.nextInt(3) == 0 ? output.clone() : shape;
    }

    private static int[] outputShape(Random random) {
        int[][] shapes = {
            {},
            {1},
            {0},
            {7},
            {513},
            {2000},
            {3, 5},
            {40, 3},
            {3, 700},
            {700, 3},
            {2, 3, 4},
            {4, 1, 600},
            {2, 0, 3},
            {5, 64},
            {2, 3, 49},
            {3, 2, 2, 530},
            {1, 1},
            {2, 2, 2, 2, 3},
            {100, 30}
        };
        return shapes[random.nextInt(shapes.length)];
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static long[] longs(int[] shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }

    @Test
    void broadcastsAsTheInterpreterDoes() {
        long seed = System.nanoTime();
        for (int round = 0; round < 300; round++) {
            Random random = new Random(seed + round);
            List<DType> types = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(3); k++) {
                types.add(RandomScalars.TYPES.get(random.nextInt(RandomScalars.TYPES.size())));
            }
            RandomScalars generator = new RandomScalars(random, types);
            List<Scalar> bodies = List.of(generator.next(6), generator.next(3));
            int[] output = outputShape(random);
            List<int[]> shapes = new ArrayList<>();
            types.forEach(_ -> shapes.add(broadcastable(random, output)));
            shapes.set(0, output);
            Tensor[] inputs = new Tensor[types.size()];
            for (int k = 0; k < inputs.length; k++) {
                Object array = generator.array(types.get(k), size(shapes.get(k)));
                inputs[k] = Raw.wrap(types.get(k), Shape.of(longs(shapes.get(k))), array);
            }
            List<Tensor> expected =
                    ScalarInterpreter.of(bodies, LibraryFunctions.INSTANCE).evaluate(inputs);
            Object[] arrays = Arrays.stream(inputs).map(Raw::array).toArray();
            Object[] outputs =
                    bodies.stream().map(b -> b.type().newArray(size(output))).toArray();
            MapPlan plan = MapPlan.of(bodies, shapes, output);
            for (int run = 0; run < 2; run++) {
                plan.run(arrays, outputs, Parallel.SERIAL);
                for (int k = 0; k < outputs.length; k++) {
                    long s = seed + round;
                    Same.assertSame(
                            bodies.get(k).type(),
                            outputs[k],
                            Raw.array(expected.get(k)),
                            () -> "seed " + s + ", shapes " + Arrays.deepToString(shapes.toArray()) + "\n"
                                    + ScalarPrinter.print(bodies));
                }
                plan.compile();
            }
        }
    }

    @Test
    void threadsDoNotChangeResults() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomScalars values = new RandomScalars(random, List.of(DType.FLOAT32, DType.FLOAT32));
        Scalar body = X.times(Y)
                .tanh()
                .plus(Y.lt(X).select(X.exp(), Y))
                .minus(X.sigmoid().square());
        for (int[] output : new int[][] {{300_001}, {3_001, 100}, {100, 3_001}, {1_000, 7, 43}}) {
            int[] row = {output[output.length - 1]};
            Object[] inputs = {values.array(DType.FLOAT32, size(output)), values.array(DType.FLOAT32, size(row))};
            float[] one = new float[size(output)];
            float[] many = new float[size(output)];
            MapPlan plan = MapPlan.of(List.of(body), List.of(output, row), output);
            plan.run(inputs, new Object[] {one}, Parallel.SERIAL);
            try (ThreadTeam team = new ThreadTeam("test", 5)) {
                plan.run(inputs, new Object[] {many}, team);
            }
            Same.assertSame(DType.FLOAT32, many, one, () -> "seed " + seed);
        }
    }

    @Test
    void outputsMayBeInputs() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomScalars values = new RandomScalars(random, List.of(DType.FLOAT32, DType.FLOAT32));
        List<Scalar> adds = List.of(X.plus(Y), X.minus(Y));
        List<Scalar> calls = List.of(X.exp().plus(Y), X.tanh());
        List<Scalar> swap = List.of(Y, X);
        List<Scalar> one = List.of(X.sigmoid());
        for (List<Scalar> bodies : List.of(adds, calls, swap, one)) {
            for (int n : new int[] {1, 5, 512, 513, 40_000}) {
                int[] shape = {n};
                Object[] inputs = {values.array(DType.FLOAT32, n), values.array(DType.FLOAT32, n)};
                Object[] separate = bodies.stream().map(_ -> new float[n]).toArray();
                MapPlan plan = MapPlan.of(bodies, List.of(shape, shape), shape);
                plan.compile();
                plan.run(inputs, separate, Parallel.SERIAL);
                for (boolean promised : new boolean[] {false, true}) {
                    List<Integer> places = List.of(0, 1).subList(0, bodies.size());
                    MapPlan inPlace = promised ? MapPlan.of(bodies, List.of(shape, shape), shape, places) : plan;
                    inPlace.compile();
                    Object[] own = {((float[]) inputs[0]).clone(), ((float[]) inputs[1]).clone()};
                    inPlace.run(own, Arrays.copyOf(own, bodies.size()), Parallel.SERIAL);
                    for (int k = 0; k < bodies.size(); k++) {
                        Same.assertSame(DType.FLOAT32, own[k], separate[k], () -> "seed " + seed + ", n " + n);
                    }
                }
            }
        }
    }

    @Test
    void divisionByZeroIsAnInvalidArgument() {
        Scalar a = Scalar.input(0, DType.INT32);
        Scalar b = Scalar.input(1, DType.INT32);
        for (int n : new int[] {1, 3, 5_000, 200_000}) {
            int[] x = new int[n];
            int[] y = new int[n];
            Arrays.fill(y, 1);
            y[n - 1] = 0;
            for (Scalar body : List.of(
                    a.dividedBy(b), a.plus(1).times(a).max(b).dividedBy(b).plus(a.times(b)))) {
                MapPlan plan = MapPlan.of(List.of(body), List.of(new int[] {n}, new int[] {n}), new int[] {n});
                plan.compile();
                assertThatThrownBy(() -> plan.run(new Object[] {x, y}, new Object[] {new int[n]}, Parallel.SERIAL))
                        .isInstanceOf(InvalidArgumentException.class)
                        .hasMessage("Integer division by zero");
            }
        }
    }

    @Test
    void emptyOutputsAreNothingToDo() {
        int[][] outputs = {{0}, {0, 3}, {3, 0}, {2, 0, 3}, {600, 0}, {0, 600}};
        for (int[] output : outputs) {
            for (int[] other : new int[][] {{}, {1}, {output[output.length - 1]}, output}) {
                MapPlan plan = MapPlan.of(List.of(X.dividedBy(Y).tanh()), List.of(output, other), output);
                Object[] inputs = {new float[0], new float[size(other)]};
                for (int run = 0; run < 2; run++) {
                    float[] y = new float[0];
                    plan.run(inputs, new Object[] {y}, Parallel.SERIAL);
                    assertThat(y).isEmpty();
                    plan.compile();
                }
            }
        }
    }

    @Test
    void mergesLoops() {
        Broadcasting b = Broadcasting.of(
                List.of(new int[] {4, 3, 5, 6}, new int[] {3, 1, 1}, new int[] {1, 6}), new int[] {4, 3, 5, 6});
        assertThat(b.sizes()).containsExactly(4, 3, 5, 6);
        assertThat(b.alone(1).sizes()).containsExactly(4, 3, 30);
        assertThat(b.alone(2).sizes()).containsExactly(60, 6);
        assertThat(b.alone(0).sizes()).containsExactly(360);
        assertThatThrownBy(() -> Broadcasting.of(List.of(new int[] {2}), new int[] {3}))
                .isInstanceOf(InternalException.class);
    }
}
