package io.leat.ops.debug;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.nio.charset.StandardCharsets;

/** Tensors as TensorFlow's error messages and prints show them: {@code [1 2 3...]}. */
final class Summaries {
    private Summaries() {}

    /**
     * The first {@code limit} elements (all when negative), with brackets around each row of more than one dimension and
     * dots where elements are left out: {@code [[1 2][3...]...]}.
     */
    static String text(Tensor t, int limit) {
        Elements e = Elements.of(t);
        int shown = limit < 0 ? e.size() : Math.min(limit, e.size());
        var text = new StringBuilder("[");
        if (t.shape().rank() == 0) {
            return text.append(element(e, 0)).append(']').toString();
        }
        append(text, e, 0, 0, shown);
        return text.append(shown < e.size() ? "...]" : "]").toString();
    }

    /** Appends the part that begins at element {@code at} and spans dimensions {@code dim} and on, up to element {@code end}. */
    private static void append(StringBuilder text, Elements e, int dim, int at, int end) {
        int size = (int) e.shape().dim(dim);
        boolean last = dim == e.shape().rank() - 1;
        int step = last ? 1 : (int) e.shape().from(dim + 1).size();
        for (int i = 0; i < size; i++) {
            int first = at + i * step;
            if (first >= end) {
                text.append(last && dim > 0 ? "..." : "");
                return;
            }
            if (last) {
                text.append(i == 0 ? "" : " ").append(element(e, first));
            } else {
                text.append('[');
                append(text, e, dim + 1, first, end);
                text.append(']');
            }
        }
    }

    private static String element(Elements e, int i) {
        DType t = e.dtype();
        if (t == DType.STRING) {
            return new String(e.string(i), StandardCharsets.UTF_8);
        }
        if (t.isComplex()) {
            return "(" + number(e.real(i)) + "," + number(e.imag(i)) + ")";
        }
        if (t.isFloating()) {
            return number(e.real(i));
        }
        if (t == DType.UINT64) {
            return Long.toUnsignedString(e.integer(i));
        }
        return t.storage() == DType.Storage.OBJECT ? "<handle>" : Long.toString(e.integer(i));
    }

    /** Six significant digits without trailing zeros, as C++ streams print. */
    private static String number(double x) {
        if (Double.isNaN(x)) {
            return "nan";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        if (x == 0) {
            return "0";
        }
        var rounded = new java.math.BigDecimal(x, new java.math.MathContext(6)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < 6) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (x < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
