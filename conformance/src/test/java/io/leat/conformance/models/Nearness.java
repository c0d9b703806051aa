package io.leat.conformance.models;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/**
 * How near one tensor comes to another.
 *
 * @param difference the greatest |a - b| of their elements, infinite where they are not numbers alike
 * @param allowed the greatest |a - b| / (atol + rtol |b|): more than 1 is too much
 */
record Nearness(double difference, double allowed) {
    private static final double RTOL = 1e-3;
    private static final double ATOL = 1e-4;

    static final Nearness SAME = new Nearness(0, 0);
    private static final Nearness OTHER = new Nearness(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Of tensors with equally many elements; strings are the same or not. */
    static Nearness of(Tensor actual, Tensor expected) {
        Elements a = Elements.of(actual);
        Elements b = Elements.of(expected);
        Nearness all = a.size() == b.size() ? SAME : OTHER;
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            all = all.and(
                    expected.dtype() == DType.STRING
                            ? Arrays.equals(a.string(i), b.string(i)) ? SAME : OTHER
                            : of(a.real(i), b.real(i)).and(of(a.imag(i), b.imag(i))));
        }
        return all;
    }

    private static Nearness of(double a, double b) {
        if (a == b || Double.isNaN(a) && Double.isNaN(b)) {
            return SAME;
        }
        double d = Math.abs(a - b);
        return Double.isFinite(d) ? new Nearness(d, d / (ATOL + RTOL * Math.abs(b))) : OTHER;
    }

    Nearness and(Nearness other) {
        return new Nearness(Math.max(difference, other.difference), Math.max(allowed, other.allowed));
    }

    boolean isNear() {
        return allowed <= 1;
    }
}
