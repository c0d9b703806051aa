package io.leat.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarPrinter;
import io.leat.ir.ScalarSimplifier;
import io.leat.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapKernelTest {
    private static final int[] SIZES = {0, 1, 7, 8, 9, 16, 17, 511, 512, 513, 2000};

    /** Offsets at which inputs and outputs begin, so that nothing is right by chance. */
    private static final int OUTPUT_AT = 3;

    private static final List<Access> ACCESSES = List.of(Access.values());

    private static List<DType> types(Random random, int count) {
        List<DType> types = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            types.add(RandomScalars.TYPES.get(random.nextInt(RandomScalars.TYPES.size())));
        }
        return types;
    }

    private static void compare(
            List<Scalar> bodies, List<Access> access, RandomScalars values, List<DType> types, int n, long seed) {
        Object[] inputs = new Object[types.size()];
        int[] at = new int[types.size()];
        for (int k = 0; k < inputs.length; k++) {
            at[k] = access.get(k) == Access.SAME ? -1 : k + 1;
            inputs[k] = values.array(types.get(k), OUTPUT_AT + n + at.length + 2);
        }
        Object[] expected =
                bodies.stream().map(b -> b.type().newArray(OUTPUT_AT + n)).toArray();
        Object[] actual =
                bodies.stream().map(b -> b.type().newArray(OUTPUT_AT + n)).toArray();
        new InterpretedMap(bodies, access).run(inputs, at, expected, OUTPUT_AT, n);
        MapKernel kernel = MapKernels.of(bodies, access);
        assertThat(kernel).isInstanceOf(GeneratedMap.class);
        kernel.run(inputs, at, actual, OUTPUT_AT, n);
        for (int k = 0; k < actual.length; k++) {
            int output = k;
            Same.assertSame(
                    bodies.get(k).type(),
                    actual[k],
                    expected[k],
                    () -> "output " + output + ", " + access + ", seed " + seed + "\n" + ScalarPrinter.print(bodies));
        }
    }

    @Test
    void generatedIsInterpreted() {
        long seed = System.nanoTime();
        for (int round = 0; round < 300; round++) {
            Random random = new Random(seed + round);
            List<DType> types = types(random, 1 + random.nextInt(4));
            RandomScalars generator = new RandomScalars(random, types);
            List<Scalar> bodies = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(3); k++) {
                bodies.add(generator.next(1 + random.nextInt(round % 7 == 0 ? 60 : 10)));
            }
            List<Access> access = new ArrayList<>();
            for (int k = 0; k < types.size(); k++) {
                access.add(round % 3 == 0 ? Access.SAME : ACCESSES.get(random.nextInt(3)));
            }
            compare(bodies, access, generator, types, SIZES[random.nextInt(SIZES.length)], seed + round);
        }
    }

    /** Functions that pass upper bits on, of values that were in an array of shorts or bytes between two loops. */
    @Test
    void narrowIntegersSurviveTiles() {
        for (DType type : List.of(DType.UINT8, DType.UINT16, DType.INT8, DType.INT16)) {
            Scalar x = Scalar.input(0, type);
            Scalar tiled = x.max(23).min(x.constant(250));
            Scalar slow = tiled.apply(BinaryFunction.TRUNCATE_MOD, x.or(x.constant(1)));
            Scalar again = slow.plus(slow);
            for (Scalar passed : List.of(
                    tiled.rint(), tiled.and(slow), tiled.or(slow), x.eq(slow).select(tiled, slow))) {
                List<Scalar> bodies = List.of(
                        passed.gt(slow),
                        passed.max(again),
                        passed.cast(DType.FLOAT32).tanh());
                RandomScalars values = new RandomScalars(new Random(1), List.of());
                compare(bodies, List.of(Access.OWN), values, List.of(type), 700, 1);
            }
        }
    }

    @Test
    void everyFunctionOfEveryDtype() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (DType type : RandomScalars.TYPES) {
            List<DType> types = List.of(type, type, DType.BOOL);
            RandomScalars values = new RandomScalars(random, types);
            for (Scalar body : OneNode.all(type)) {
                for (Access access : Access.values()) {
                    for (int n : new int[] {5, 700}) {
                        compare(List.of(body), List.of(access, Access.SAME, Access.SAME), values, types, n, seed);
                    }
                }
            }
        }
    }

    @Test
    void simplifiedIsTheSame() {
        long seed = System.nanoTime();
        for (int round = 0; round < 400; round++) {
            Random random = new Random(seed + round);
            List<DType> types = types(random, 3);
            RandomScalars generator = new RandomScalars(random, types);
            List<Scalar> bodies = List.of(generator.next(15), generator.next(15));
            List<Scalar> simpler = ScalarSimplifier.simplify(bodies);
            Object[] inputs = types.stream().map(t -> generator.array(t, 20)).toArray();
            List<Access> access = List.of(Access.SAME, Access.SAME, Access.SAME);
            Object[] expected = bodies.stream().map(b -> b.type().newArray(20)).toArray();
            Object[] actual = bodies.stream().map(b -> b.type().newArray(20)).toArray();
            new InterpretedMap(bodies, access).run(inputs, new int[3], expected, 0, 20);
            new InterpretedMap(simpler, access).run(inputs, new int[3], actual, 0, 20);
            for (int k = 0; k < 2; k++) {
                long s = seed + round;
                Same.assertSame(
                        bodies.get(k).type(),
                        actual[k],
                        expected[k],
                        () -> "seed " + s + "\n" + ScalarPrinter.print(bodies) + ScalarPrinter.print(simpler));
            }
        }
    }
}
