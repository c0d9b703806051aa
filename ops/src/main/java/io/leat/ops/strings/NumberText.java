package io.leat.ops.strings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers as C's {@code printf} does, exactly rounded. */
final class NumberText {
    private final char fill;
    private final int width;
    private final int precision;
    private final char conversion;

    /**
     * @param fill a flag of C's, or a space for none
     * @param width the least number of characters
     * @param precision the digits after the point, or of {@code g} all digits; -1 for 6
     * @param conversion {@code f}, {@code e} or {@code g}
     */
    NumberText(char fill, int width, int precision, char conversion) {
        this.fill = fill;
        this.width = width;
        this.precision = precision < 0 ? 6 : precision;
        this.conversion = conversion;
    }

    String of(double v) {
        boolean negative = Math.copySign(1, v) < 0 && !Double.isNaN(v);
        if (!Double.isFinite(v)) {
            return pad(negative, Double.isNaN(v) ? "nan" : "inf", false);
        }
        var exact = new BigDecimal(Math.abs(v));
        String digits = switch (conversion) {
            case 'e' -> scientific(exact, precision, false);
            case 'g' -> general(exact);
            default -> point(exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString());
        };
        return pad(negative, digits, true);
    }

    /** An integer: its sign and the digits of its absolute value. */
    String of(boolean negative, String digits) {
        return pad(negative, digits, true);
    }

    /** A text, padded with spaces. */
    String of(String text) {
        String space = " ".repeat(Math.max(0, width - text.length()));
        return fill == '-' ? text + space : space + text;
    }

    private String point(String digits) {
        return fill == '#' && !digits.contains(".") ? digits + "." : digits;
    }

    private String pad(boolean negative, String digits, boolean number) {
        String sign = negative ? "-" : fill == '+' ? "+" : fill == ' ' ? " " : "";
        String text = sign + digits;
        int missing = Math.max(0, width - text.length());
        if (fill == '-') {
            return text + " ".repeat(missing);
        }
        return fill == '0' && number ? sign + "0".repeat(missing) + digits : " ".repeat(missing) + text;
    }

    private String scientific(BigDecimal v, int digits, boolean trim) {
        BigDecimal r = v.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        boolean zero = r.signum() == 0;
        int exponent = zero ? 0 : r.precision() - r.scale() - 1;
        BigDecimal mantissa = zero ? BigDecimal.ZERO : r.movePointLeft(exponent);
        String m = mantissa.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        String e = Integer.toString(Math.abs(exponent));
        return (trim ? trimmed(m) : point(m)) + "e" + (exponent < 0 ? "-" : "+") + (e.length() < 2 ? "0" + e : e);
    }

    private String general(BigDecimal v) {
        int p = Math.max(1, precision);
        BigDecimal r = v.round(new MathContext(p, RoundingMode.HALF_EVEN));
        int exponent = r.signum() == 0 ? 0 : r.precision() - r.scale() - 1;
        if (exponent < -4 || exponent >= p) {
            return scientific(v, p - 1, true);
        }
        return trimmed(r.setScale(p - 1 - exponent, RoundingMode.HALF_EVEN).toPlainString());
    }

    private String trimmed(String digits) {
        if (fill == '#' || !digits.contains(".")) {
            return point(digits);
        }
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
