package io.leat.tensor;

import io.leat.tensor.raw.Casts;
import io.leat.tensor.raw.Elements;

/** Comparing the elements of two tensors. */
final class Comparison {
    private Comparison() {}

    static boolean same(Tensor a, Tensor b) {
        if (a == b) {
            return true;
        }
        if (a.dtype() != b.dtype() || !a.shape().equals(b.shape())) {
            return false;
        }
        Elements x = Elements.of(a);
        Elements y = Elements.of(b);
        for (int i = 0; i < x.size(); i++) {
            if (!x.same(i, y, i)) {
                return false;
            }
        }
        return true;
    }

    static boolean close(Tensor a, Tensor b, double rtol, double atol) {
        if (a.dtype() != b.dtype() || !a.shape().equals(b.shape())) {
            return false;
        }
        boolean numbers = a.dtype().isNumeric() || a.dtype().isQuantized();
        Elements x = Elements.of(a);
        Elements y = Elements.of(b);
        for (int i = 0; i < x.size(); i++) {
            if (!x.same(i, y, i) && !(numbers && close(x, y, i, rtol, atol))) {
                return false;
            }
        }
        return true;
    }

    private static boolean close(Elements x, Elements y, int i, double rtol, double atol) {
        double size = Math.hypot(y.real(i), y.imag(i));
        if (!x.dtype().isFloating() && !x.dtype().isComplex()) {
            long a = x.integer(i);
            long b = y.integer(i);
            return Casts.unsignedToDouble(x.compare(i, y, i) >= 0 ? a - b : b - a) <= atol + rtol * size;
        }
        if (isNaN(x, i) || isNaN(y, i)) {
            return isNaN(x, i) && isNaN(y, i);
        }
        double distance = Math.hypot(x.real(i) - y.real(i), x.imag(i) - y.imag(i));
        return (x.real(i) == y.real(i) && x.imag(i) == y.imag(i))
                || (size < Double.POSITIVE_INFINITY && distance <= atol + rtol * size);
    }

    private static boolean isNaN(Elements e, int i) {
        return Double.isNaN(e.real(i)) || Double.isNaN(e.imag(i));
    }
}
