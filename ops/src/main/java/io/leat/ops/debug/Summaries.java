package io.leat.ops.debug;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.nio.charset.StandardCharsets;

/** Tensors as TensorFlow's error messages and prints show them: {@code [1 2 3...]}. */
final class Summaries {
    private Summaries() {}

    /** The first {@code limit} elements (all when negative) in brackets; a scalar string stands alone. */
    static String text(Tensor t, int limit) {
        Elements e = Elements.of(t);
        if (t.shape().rank() == 0) {
            return "[" + element(e, 0) + "]";
        }
        int shown = limit < 0 ? e.size() : Math.min(limit, e.size());
        var text = new StringBuilder("[");
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "" : " ").append(element(e, i));
        }
        return text.append(shown < e.size() ? "...]" : "]").toString();
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
