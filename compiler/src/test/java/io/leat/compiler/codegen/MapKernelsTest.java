package io.leat.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.ir.Scalar;
import io.leat.ir.ScalarPrinter;
import io.leat.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapKernelsTest {
    private static final Scalar X = Scalar.input(0, DType.FLOAT32);
    private static final Scalar Y = Scalar.input(1, DType.FLOAT32);
    private static final List<Access> SAME = List.of(Access.SAME, Access.SAME);

    private static Scalar line(double slope, double offset) {
        return X.times(slope).plus(offset).exp().times(Y);
    }

    @Test
    void kernelsOfOneStructureShareTheirClass() {
        MapKernel a = MapKernels.of(List.of(line(2, 3)), SAME);
        MapKernel b = MapKernels.of(List.of(line(0.5, -1)), SAME);
        assertThat(b.getClass()).isSameAs(a.getClass());
        assertThat(MapKernels.of(List.of(line(2, 3)), List.of(Access.SAME, Access.ONE))
                        .getClass())
                .isNotSameAs(a.getClass());
        assertThat(MapKernels.of(List.of(line(2, 3).plus(1)), SAME).getClass()).isNotSameAs(a.getClass());
        float[] y = new float[3];
        Object[] inputs = {new float[] {0, 1, 2}, new float[] {1, 2, 4}};
        b.run(inputs, new int[2], new Object[] {y}, 0, 3);
        float[] interpreted = new float[3];
        new InterpretedMap(List.of(line(0.5, -1)), SAME).run(inputs, new int[2], new Object[] {interpreted}, 0, 3);
        assertThat(y).isEqualTo(interpreted);
    }

    @Test
    void hugeExpressionsWorkInSmallMethods() {
        long seed = System.nanoTime();
        for (DType type : List.of(DType.FLOAT32, DType.INT32, DType.UINT8, DType.FLOAT64, DType.FLOAT16)) {
            Random random = new Random(seed);
            List<DType> types = List.of(type, type, DType.BOOL);
            RandomScalars generator = new RandomScalars(random, types);
            List<Scalar> bodies = List.of(generator.next(1500), generator.next(1500));
            List<Access> access = List.of(Access.SAME, Access.ONE, Access.OWN);
            GeneratedMap.Code code = MapClass.generate(Dag.of(bodies), access, MapKernels.nowhere(2));
            assertThat(MapKernels.largestMethod(code.bytes())).isLessThan(MapKernels.LARGEST_METHOD);
            compare(bodies, access, generator, types, 1030, seed);
        }
    }

    @Test
    void deepChainsWork() {
        Scalar s = X;
        for (int i = 0; i < 3000; i++) {
            s = i % 100 == 99 ? s.tanh() : i % 2 == 0 ? s.times(Y) : s.plus(0.25);
        }
        List<Scalar> bodies = List.of(s);
        RandomScalars values = new RandomScalars(new Random(1), List.of());
        compare(bodies, SAME, values, List.of(DType.FLOAT32, DType.FLOAT32), 600, 1);
        GeneratedMap.Code code = MapClass.generate(Dag.of(bodies), SAME, MapKernels.nowhere(1));
        assertThat(MapKernels.largestMethod(code.bytes())).isLessThan(MapKernels.LARGEST_METHOD);
    }

    @Test
    void manyInputsAndOutputsWork() {
        List<Scalar> bodies = new ArrayList<>();
        List<DType> types = new ArrayList<>();
        List<Access> access = new ArrayList<>();
        for (int k = 0; k < 300; k++) {
            bodies.add(Scalar.input(k, DType.FLOAT32)
                    .times(Scalar.input((k * 7 + 1) % 300, DType.FLOAT32))
                    .tanh());
            types.add(DType.FLOAT32);
            access.add(List.of(Access.values()).get(k % 3));
        }
        RandomScalars values = new RandomScalars(new Random(1), List.of());
        compare(bodies, access, values, types, 40, 1);
    }

    @Test
    void uniformExpressionsAreComputedForNothing() {
        Scalar division = Scalar.input(0, DType.INT32).dividedBy(Scalar.input(1, DType.INT32));
        MapKernel kernel = MapKernels.of(List.of(division), List.of(Access.ONE, Access.ONE));
        int[] y = new int[700];
        kernel.run(new Object[] {new int[] {7}, new int[] {2}}, new int[2], new Object[] {y}, 0, 700);
        assertThat(y).containsOnly(3);
        kernel.run(new Object[] {new int[] {7}, new int[] {0}}, new int[2], new Object[] {y}, 0, 0);
        assertThat(y).containsOnly(3);
    }

    private static void compare(
            List<Scalar> bodies, List<Access> access, RandomScalars values, List<DType> types, int n, long seed) {
        Object[] inputs = types.stream().map(t -> values.array(t, n)).toArray();
        Object[] expected = bodies.stream().map(b -> b.type().newArray(n)).toArray();
        Object[] actual = bodies.stream().map(b -> b.type().newArray(n)).toArray();
        int[] at = new int[inputs.length];
        new InterpretedMap(bodies, access).run(inputs, at, expected, 0, n);
        MapKernel kernel = MapKernels.of(bodies, access);
        assertThat(kernel).isInstanceOf(GeneratedMap.class);
        kernel.run(inputs, at, actual, 0, n);
        for (int k = 0; k < actual.length; k++) {
            Same.assertSame(
                    bodies.get(k).type(),
                    actual[k],
                    expected[k],
                    () -> "seed " + seed + "\n"
                            + ScalarPrinter.print(bodies).lines().limit(50).toList());
        }
    }
}
