package io.leat.testkit;

import io.leat.graph.Accuracy;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares results with what they should be, as near as an op's {@link Accuracy} wants them. */
public final class Closeness {
    private final Accuracy accuracy;
    private final double magnitude;
    private final boolean zeroSigns;

    private Closeness(Accuracy accuracy, double magnitude, boolean zeroSigns) {
        this.accuracy = accuracy;
        this.magnitude = magnitude;
        this.zeroSigns = zeroSigns;
    }

    /** Relative to each element. */
    public static Closeness of(Accuracy accuracy) {
        return new Closeness(accuracy, 0, true);
    }

    /** Relative to each element, but at least to {@code magnitude}: what went into sums that cancel out. */
    public static Closeness of(Accuracy accuracy, double magnitude) {
        return new Closeness(accuracy, magnitude, true);
    }

    /** The same with {@code more} units in the last place allowed. */
    public Closeness plus(int more) {
        return more == 0 ? this : new Closeness(Accuracy.ulps(accuracy.ulps() + more), magnitude, zeroSigns);
    }

    /** The same, but 0 and -0 are equal. */
    public Closeness withoutZeroSigns() {
        return new Closeness(accuracy, magnitude, false);
    }

    /** What is wrong with {@code actual}, or null when it is near enough. */
    public @Nullable String problem(Tensor expected, Tensor actual) {
        if (expected.dtype() != actual.dtype()) {
            return "is " + actual.dtype() + ", not " + expected.dtype();
        }
        if (!expected.shape().equals(actual.shape())) {
            return "has shape " + actual.shape() + ", not " + expected.shape();
        }
        return accuracy.kind() == Accuracy.Kind.RANDOM ? null : elements(expected, actual);
    }

    private @Nullable String elements(Tensor expected, Tensor actual) {
        Elements e = Elements.of(expected);
        Elements a = Elements.of(actual);
        DType t = expected.dtype();
        for (int i = 0; i < e.size(); i++) {
            boolean good = switch (t.storage()) {
                case OBJECT ->
                    t == DType.STRING
                            ? Arrays.equals(e.string(i), a.string(i))
                            : e.object(i).equals(a.object(i));
                default ->
                    e.same(i, a, i)
                            || t.isFloating() && near(e.real(i), a.real(i), t)
                            || t.isComplex() && nearComplex(e, a, i);
            };
            if (!good) {
                return String.format(
                        Locale.ROOT, "element %d of %d is %s, not %s", i, e.size(), text(a, i), text(e, i));
            }
        }
        return null;
    }

    /**
     * The greatest distance of two float or complex tensors of equal shape in units in the last place, relative as the
     * comparison is; elements that are not finite do not count.
     */
    public double ulps(Tensor expected, Tensor actual) {
        DType t = expected.dtype();
        if (!t.isFloating() && !t.isComplex()) {
            return 0;
        }
        Elements e = Elements.of(expected);
        Elements a = Elements.of(actual);
        double worst = 0;
        for (int i = 0; i < e.size(); i++) {
            double distance = Math.hypot(e.real(i) - a.real(i), e.imag(i) - a.imag(i));
            double size = Math.max(Math.hypot(e.real(i), e.imag(i)), magnitude);
            if (distance > least(t) && Double.isFinite(distance)) {
                worst = Math.max(worst, distance / (epsilon(t) * Math.max(size, least(t))));
            }
        }
        return worst;
    }

    private boolean near(double e, double a, DType t) {
        return !zeroSigns && e == 0 && a == 0
                || accuracy.kind() == Accuracy.Kind.ULPS && Math.abs(e - a) <= allowed(Math.abs(e), t);
    }

    private boolean nearComplex(Elements e, Elements a, int i) {
        double distance = Math.hypot(e.real(i) - a.real(i), e.imag(i) - a.imag(i));
        return !zeroSigns && distance == 0
                || accuracy.kind() == Accuracy.Kind.ULPS
                        && distance
                                <= allowed(
                                        Math.hypot(e.real(i), e.imag(i)),
                                        e.dtype().realType());
    }

    private double allowed(double size, DType t) {
        return accuracy.ulps() * epsilon(t) * Math.max(size, magnitude) + least(t);
    }

    /** The distance of 1 and the next number of a floating dtype. */
    public static double epsilon(DType t) {
        return switch (t) {
            case FLOAT64, COMPLEX128 -> 0x1p-52;
            case FLOAT16 -> 0x1p-10;
            case BFLOAT16 -> 0x1p-7;
            default -> 0x1p-23;
        };
    }

    /** What a result may lose where it is too small for the full precision. */
    private static double least(DType t) {
        return switch (t) {
            case FLOAT64, COMPLEX128 -> Double.MIN_NORMAL;
            case FLOAT16 -> 0x1p-23;
            default -> Float.MIN_NORMAL;
        };
    }

    private static String text(Elements e, int i) {
        return switch (e.dtype().storage()) {
            case OBJECT -> e.dtype() == DType.STRING ? Arrays.toString(e.string(i)) : String.valueOf(e.object(i));
            default ->
                e.dtype().isComplex()
                        ? e.real(i) + "+" + e.imag(i) + "i"
                        : e.dtype().isFloating() ? Double.toString(e.real(i)) : Long.toString(e.integer(i));
        };
    }

    /** The largest absolute value of the finite elements of a float or complex tensor, 0 for others. */
    public static double largest(Tensor t) {
        if (!t.dtype().isFloating() && !t.dtype().isComplex()) {
            return 0;
        }
        Elements e = Elements.of(t);
        double most = 0;
        for (int i = 0; i < e.size(); i++) {
            double size = Math.hypot(e.real(i), e.imag(i));
            most = Double.isFinite(size) ? Math.max(most, size) : most;
        }
        return most;
    }
}
