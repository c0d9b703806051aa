package io.leat.tensor;

import io.leat.tensor.raw.Elements;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The short text form of a tensor: {@code float[2,3] [[1.0 2.0 3.0] [4.0 5.0 6.0]]}. */
final class TensorText {
    /** Printing stops with an ellipsis at about this length. */
    private static final int MAX_LENGTH = 1000;

    private static final int MAX_STRING = 40;

    private final Elements elements;
    private final long[] dims;
    private final int edge;
    private final StringBuilder text = new StringBuilder();

    private TensorText(Tensor tensor) {
        this.elements = Elements.of(tensor);
        this.dims = tensor.shape().dims();
        this.edge = dims.length <= 2 ? 3 : 1;
    }

    static String of(Tensor t) {
        var printer = new TensorText(t);
        printer.text.append(t.dtype().signatureName()).append(t.shape()).append(' ');
        if (t.size() == 0) {
            printer.text.append("[]");
        } else {
            printer.append(0, 0);
        }
        return printer.text.toString();
    }

    /**
     * Prints the part whose index begins with {@code depth} fixed ones and whose first element is number {@code at}.
     */
    private void append(int depth, int at) {
        if (depth == dims.length) {
            text.append(element(at));
            return;
        }
        int length = (int) dims[depth];
        int step = 1;
        for (int d = depth + 1; d < dims.length; d++) {
            step *= (int) dims[d];
        }
        text.append('[');
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                text.append(' ');
            }
            boolean tooLong = text.length() > MAX_LENGTH;
            if (tooLong || (i == edge && length > 2 * edge)) {
                text.append("...");
                if (tooLong) {
                    break;
                }
                text.append(' ');
                i = length - edge;
            }
            append(depth + 1, at + i * step);
        }
        text.append(']');
    }

    private String element(int i) {
        Elements e = elements;
        return switch (e.dtype()) {
            case FLOAT32, FLOAT16, BFLOAT16 -> Float.toString((float) e.real(i));
            case FLOAT64 -> Double.toString(e.real(i));
            case COMPLEX64 -> complex(Float.toString((float) e.real(i)), Float.toString((float) e.imag(i)));
            case COMPLEX128 -> complex(Double.toString(e.real(i)), Double.toString(e.imag(i)));
            case BOOL -> Boolean.toString(e.truth(i));
            case UINT64 -> Long.toUnsignedString(e.integer(i));
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, QINT8, QUINT8, QINT16, QUINT16, QINT32 ->
                Long.toString(e.integer(i));
            case STRING -> quoted(e.string(i));
            case RESOURCE, VARIANT -> String.valueOf(e.object(i));
        };
    }

    private static String complex(String re, String im) {
        return re + (im.startsWith("-") ? "" : "+") + im + "j";
    }

    /** Bytes in ASCII as they are, others as {@code \xNN}. */
    private static String quoted(byte[] bytes) {
        var s = new StringBuilder("\"");
        String latin = new String(bytes, 0, Math.min(bytes.length, MAX_STRING), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            switch (c) {
                case '"', '\\' -> s.append('\\').append(c);
                case '\n' -> s.append("\\n");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        s.append(c);
                    } else {
                        s.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
                    }
                }
            }
        }
        return s.append(bytes.length > MAX_STRING ? "...\"" : "\"").toString();
    }
}
