package io.leat.tensor.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import io.leat.tensor.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares {@link Elements#cast} between all pairs of dtypes with exact arithmetic. */
class ElementsCastTest {
    private static final long SEED = 99;
    private static final int PER_PAIR = 300;

    static Stream<DType> numbers() {
        return Stream.of(DType.values()).filter(d -> d.isNumeric() || d.isQuantized() || d == DType.BOOL);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void casts_to_all_dtypes(DType from) {
        Elements source = samples(from);
        for (DType to : numbers().toList()) {
            Elements target = Elements.allocate(to, source.shape());
            for (int i = 0; i < source.size(); i++) {
                source.cast(i, target, i);
                List<?> expected = from == to
                        ? List.of(parts(source, i))
                        : List.of(judge(source, i, to, false), judge(source, i, to, true));
                List<?> actual =
                        from == to ? List.of(parts(target, i)) : List.of(bits(target, i, false), bits(target, i, true));
                assertThat(actual)
                        .as("seed %d, %s to %s: %s", SEED, from, to, parts(source, i))
                        .isEqualTo(expected);
            }
        }
    }

    /** Values of all magnitudes, and at and beside the ends of the integer dtypes. */
    private static Elements samples(DType dtype) {
        var random = new Random(SEED);
        List<Double> values = new ArrayList<>(List.of(0.0, -0.0, 0.5, -0.5, 1.5, Double.NaN));
        values.addAll(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 1e-300, 65519.0, 65520.0));
        for (int exponent : new int[] {7, 8, 15, 16, 31, 32, 63, 64}) {
            for (double beside : new double[] {-1, -0.5, 0, 0.5, 1}) {
                values.add(Math.scalb(1.0, exponent) + beside);
                values.add(-Math.scalb(1.0, exponent) + beside);
            }
        }
        while (values.size() < PER_PAIR) {
            values.add((random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(80) - 8));
        }
        Elements e = Elements.allocate(dtype, Shape.of(values.size()));
        for (int i = 0; i < e.size(); i++) {
            if (dtype.isFloating() || dtype.isComplex()) {
                e.set(i, values.get(i), values.get(e.size() - 1 - i));
            } else {
                e.setInteger(i, i % 2 == 0 ? random.nextLong() : values.get(i).longValue());
            }
        }
        return e;
    }

    private static String parts(Elements e, int i) {
        return e.real(i) + "," + e.imag(i) + "," + e.integer(i);
    }

    /** The bits of an element, or of its imaginary part. */
    private static long bits(Elements e, int i, boolean imag) {
        return switch (Raw.array(e.tensor())) {
            case byte[] a -> imag ? 0 : a[i];
            case short[] a -> imag ? 0 : a[i];
            case int[] a -> imag ? 0 : a[i];
            case long[] a -> imag ? 0 : a[i];
            case float[] a when e.dtype().isComplex() -> Float.floatToIntBits(a[2 * i + (imag ? 1 : 0)]);
            case double[] a when e.dtype().isComplex() -> Double.doubleToLongBits(a[2 * i + (imag ? 1 : 0)]);
            case float[] a -> imag ? 0 : Float.floatToIntBits(a[i]);
            case double[] a -> imag ? 0 : Double.doubleToLongBits(a[i]);
            default -> throw new AssertionError(e.dtype());
        };
    }

    private static long judge(Elements source, int i, DType to, boolean imag) {
        if (imag && !to.isComplex()) {
            return 0;
        }
        double value = imag ? source.imag(i) : source.real(i);
        boolean floating = imag || source.dtype().isFloating() || source.dtype().isComplex();
        if (floating && (Double.isNaN(value) || Double.isInfinite(value) || value == 0)) {
            return special(value, to.realType());
        }
        BigDecimal exact = floating
                ? new BigDecimal(value)
                : new BigDecimal(
                        source.dtype() == DType.UINT64
                                ? Long.toUnsignedString(source.integer(i))
                                : Long.toString(source.integer(i)));
        BigInteger whole = exact.toBigInteger();
        return switch (to.realType()) {
            case FLOAT32 -> Float.floatToIntBits(exact.floatValue());
            case FLOAT64 -> Double.doubleToLongBits(exact.doubleValue());
            case FLOAT16 -> Halves.toFloat16(exact.floatValue());
            case BFLOAT16 -> Halves.toBfloat16(exact.floatValue());
            case BOOL -> exact.signum() == 0 ? 0 : 1;
            case INT8, UINT8, QINT8, QUINT8 ->
                (byte) limited(whole, 32, floating).intValue();
            case INT16, UINT16, QINT16, QUINT16 ->
                (short) limited(whole, 32, floating).intValue();
            case INT32, QINT32 -> limited(whole, 32, floating).intValue();
            case UINT32 -> limited(whole, 64, floating).intValue();
            case INT64 -> limited(whole, 64, floating).longValue();
            case UINT64 ->
                whole.bitLength() == 64 && whole.signum() > 0
                        ? whole.longValue()
                        : limited(whole, 64, floating).longValue();
            case STRING, RESOURCE, VARIANT, COMPLEX64, COMPLEX128 -> throw new AssertionError(to);
        };
    }

    /** What the processor's conversion from floats to signed integers of {@code bits} makes of it. */
    private static BigInteger limited(BigInteger whole, int bits, boolean floating) {
        return floating && whole.bitLength() >= bits
                ? BigInteger.ONE.shiftLeft(bits - 1).negate()
                : whole;
    }

    private static long special(double value, DType to) {
        boolean zero = value == 0;
        return switch (to) {
            case FLOAT32 -> Float.floatToIntBits((float) value);
            case FLOAT64 -> Double.doubleToLongBits(value);
            case FLOAT16 -> Halves.toFloat16((float) value);
            case BFLOAT16 -> Halves.toBfloat16((float) value);
            case BOOL -> zero ? 0 : 1;
            case INT32, QINT32 -> zero ? 0 : Integer.MIN_VALUE;
            case INT64, UINT64 -> zero ? 0 : Long.MIN_VALUE;
            default -> 0;
        };
    }
}
