package io.leat.compiler.codegen;

import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ir.UnaryFunction;
import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random kernel expressions, and arrays for their inputs; integer divisors and exponents are harmless. */
final class RandomScalars {
    static final List<DType> TYPES = List.of(
            DType.FLOAT32,
            DType.FLOAT64,
            DType.FLOAT16,
            DType.BFLOAT16,
            DType.INT8,
            DType.UINT8,
            DType.INT16,
            DType.UINT16,
            DType.INT32,
            DType.UINT32,
            DType.INT64,
            DType.UINT64,
            DType.BOOL);
    private static final double[] SPECIAL = {
        0, -0.0, 1, -1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-40, 65504, 1e10, -3e38
    };
    private static final long[] EDGES = {
        0, 1, -1, 127, -128, 255, 32768, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE
    };

    private final Random random;
    private final List<DType> types;
    private final List<Scalar> pool = new ArrayList<>();

    /** With inputs of {@code types}, each once, and results of these types and bool. */
    RandomScalars(Random random, List<DType> types) {
        this.random = random;
        this.types = types;
        for (int k = 0; k < types.size(); k++) {
            pool.add(Scalar.input(k, types.get(k)));
        }
    }

    /** The last of {@code size} new nodes on top of old ones; any dtype. */
    Scalar next(int size) {
        Scalar s = any();
        for (int i = 0; i < size; i++) {
            s = node();
            pool.add(s);
        }
        return s;
    }

    private Scalar any() {
        return pool.get(random.nextInt(pool.size()));
    }

    private Scalar node() {
        Scalar a = random.nextInt(3) == 0 ? any() : pool.getLast();
        return switch (random.nextInt(10)) {
            case 0, 1 -> unary(a);
            case 2 -> a.cast(types.get(random.nextInt(types.size())));
            case 3 -> other(DType.BOOL).select(a, other(a.type()));
            default -> binary(a);
        };
    }

    private Scalar unary(Scalar a) {
        List<UnaryFunction> fitting = new ArrayList<>();
        for (UnaryFunction f : UnaryFunction.values()) {
            if (f.accepts(a.type()) && f != UnaryFunction.RECIPROCAL) {
                fitting.add(f);
            }
        }
        return a.apply(fitting.get(random.nextInt(fitting.size())));
    }

    private Scalar binary(Scalar a) {
        List<BinaryFunction> fitting = new ArrayList<>();
        for (BinaryFunction f : BinaryFunction.values()) {
            if (f.accepts(a.type())) {
                fitting.add(f);
            }
        }
        BinaryFunction f = fitting.get(random.nextInt(fitting.size()));
        Scalar b = other(a.type());
        if (a.type().isInteger()) {
            b = switch (f) {
                case DIVIDE, FLOOR_DIVIDE, FLOOR_MOD, TRUNCATE_MOD -> b.or(b.constant(1));
                case POW -> b.and(b.constant(7));
                default -> b;
            };
        }
        return a.apply(f, b);
    }

    /** A node of {@code type}: an old one, a constant, or a comparison or cast. */
    private Scalar other(DType type) {
        List<Scalar> fitting = pool.stream().filter(s -> s.type() == type).toList();
        if (!fitting.isEmpty() && random.nextInt(4) != 0) {
            return fitting.get(random.nextInt(fitting.size()));
        }
        if (type == DType.BOOL) {
            Scalar a = any();
            return a.type() == DType.BOOL ? a : a.apply(BinaryFunction.LESS, other(a.type()));
        }
        return random.nextBoolean()
                ? type.isFloating() ? Scalar.constant(real(), type) : Scalar.constant(integer(), type)
                : any().cast(type);
    }

    private double real() {
        return random.nextInt(5) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian() * 2;
    }

    private long integer() {
        return random.nextInt(4) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(40) - 15;
    }

    /** {@code n} random elements of {@code type}, in the array that keeps it. */
    Object array(DType type, int n) {
        Object array = type.newArray(n);
        for (int i = 0; i < n; i++) {
            switch (array) {
                case float[] a -> a[i] = (float) real();
                case double[] a -> a[i] = real();
                case int[] a -> a[i] = (int) integer();
                case long[] a -> a[i] = integer();
                case byte[] a -> a[i] = (byte) (type == DType.BOOL ? random.nextInt(2) : integer());
                case short[] a ->
                    a[i] = switch (type) {
                        case FLOAT16 -> Halves.toFloat16((float) real());
                        case BFLOAT16 -> Halves.toBfloat16((float) real());
                        default -> (short) integer();
                    };
                default -> throw new IllegalArgumentException(type.toString());
            }
        }
        return array;
    }
}
