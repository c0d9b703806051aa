package io.leat.ops.strings;

import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads numbers as C does, of which nothing but white space may precede or follow. */
public final class ParsedNumber {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)([pP][+-]?[0-9]+)?");
    private static final Pattern INFINITY = Pattern.compile("[+-]?(inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAN = Pattern.compile("[+-]?nan", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

    private ParsedNumber() {}

    private static String trimmed(byte[] s) {
        int from = 0;
        int to = s.length;
        while (from < to && Bytes.isSpace(s[from])) {
            from++;
        }
        while (from < to && Bytes.isSpace(s[to - 1])) {
            to--;
        }
        return new String(s, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Sets element {@code i} to the number, rounded once; false, and nothing set, if the text is none of its dtype. */
    public static boolean set(Elements to, int i, byte[] text) {
        String s = trimmed(text);
        return to.dtype().isFloating() ? setReal(to, i, s) : setInteger(to, i, s);
    }

    private static boolean setReal(Elements to, int i, String s) {
        String number = s;
        if (INFINITY.matcher(s).matches()) {
            to.set(i, s.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            return true;
        }
        if (NAN.matcher(s).matches()) {
            to.set(i, Double.NaN);
            return true;
        }
        if (HEXADECIMAL.matcher(s).matches()) {
            number = s.indexOf('p') < 0 && s.indexOf('P') < 0 ? s + "p0" : s;
        } else if (!DECIMAL.matcher(s).matches()) {
            return false;
        }
        to.set(i, to.dtype() == DType.FLOAT64 ? Double.parseDouble(number) : Float.parseFloat(number));
        return true;
    }

    private static boolean setInteger(Elements to, int i, String s) {
        if (!INTEGER.matcher(s).matches()) {
            return false;
        }
        var v = new BigInteger(s);
        int bits = to.dtype().bytes() * 8;
        boolean fits = to.dtype().isUnsigned() ? v.signum() >= 0 && v.bitLength() <= bits : v.bitLength() < bits;
        if (fits) {
            to.setInteger(i, v.longValue());
        }
        return fits;
    }
}
