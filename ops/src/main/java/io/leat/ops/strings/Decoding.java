package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns bytes of some encoding into code points, and marks what is no character. */
final class Decoding {
    /** Stands for bytes that are no character. */
    static final int MALFORMED = -1;

    /**
     * The characters of one string.
     *
     * @param points code points, or {@link #MALFORMED}
     * @param starts where the bytes of each begin
     */
    record Characters(int[] points, int[] starts) {}

    /** The least and greatest second byte after the first bytes that do not allow all. */
    private static final int[][] SECOND = {
        {0xe0, 0xa0, 0xbf}, {0xed, 0x80, 0x9f}, {0xf0, 0x90, 0xbf}, {0xf4, 0x80, 0x8f}
    };

    private final @Nullable Charset charset;

    private Decoding(@Nullable Charset charset) {
        this.charset = charset;
    }

    /** @throws InvalidArgumentException if there is no such encoding */
    static Decoding of(String encoding) {
        if (encoding.equalsIgnoreCase("UTF-8") || encoding.equalsIgnoreCase("UTF8")) {
            return new Decoding(null);
        }
        for (String name : List.of(encoding, encoding.replaceAll("-(BE|LE)$", "$1"))) {
            if (isCharset(name)) {
                return new Decoding(Charset.forName(name));
            }
        }
        throw new InvalidArgumentException("Could not create converter for input encoding: " + encoding);
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** What the attributes say of bytes and characters that are not wanted. */
    record Errors(boolean strict, boolean ignore, int replacement, boolean replaceControls) {
        static Errors of(Attrs attrs) {
            String errors = attrs.text("errors");
            int replacement = attrs.intValue("replacement_char");
            if (!Character.isValidCodePoint(replacement) || isSurrogate(replacement)) {
                throw new InvalidArgumentException("replacement_char out of unicode codepoint range");
            }
            boolean controls = attrs.has("replace_control_characters") && attrs.bool("replace_control_characters");
            return new Errors(errors.equals("strict"), errors.equals("ignore"), replacement, controls);
        }
    }

    static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** The characters with what is not wanted replaced or left out. */
    Characters decode(byte[] s, Errors errors) {
        Characters all = decode(s);
        int[] points = new int[all.points().length];
        int[] starts = new int[points.length];
        int n = 0;
        for (int i = 0; i < points.length; i++) {
            int p = all.points()[i];
            boolean wrong = p == MALFORMED || errors.replaceControls() && p <= 0x1f;
            if (wrong && errors.strict()) {
                throw new InvalidArgumentException("Invalid formatting on input string");
            }
            if (!wrong || !errors.ignore()) {
                points[n] = wrong ? errors.replacement() : p;
                starts[n++] = all.starts()[i];
            }
        }
        return new Characters(Arrays.copyOf(points, n), Arrays.copyOf(starts, n));
    }

    private Characters decode(byte[] s) {
        int[] points = new int[s.length];
        int[] starts = new int[s.length];
        int n = 0;
        int at = 0;
        var in = ByteBuffer.wrap(s);
        CharsetDecoder decoder = charset == null ? null : charset.newDecoder();
        while (at < s.length && n < s.length) {
            starts[n] = at;
            points[n] = decoder == null ? 0 : next(decoder, in);
            if (decoder == null) {
                int length = utf8Length(s, at);
                points[n] = length > 0 ? utf8(s, at, length) : MALFORMED;
                at += Math.abs(length);
            } else {
                if (in.position() == at) {
                    break;
                }
                at = in.position();
            }
            n++;
        }
        return new Characters(Arrays.copyOf(points, n), Arrays.copyOf(starts, n));
    }

    private static int next(CharsetDecoder decoder, ByteBuffer in) {
        var out = CharBuffer.allocate(1);
        CoderResult r = decoder.decode(in, out, true);
        if (out.position() == 0 && r.isOverflow()) {
            out = CharBuffer.allocate(2);
            r = decoder.decode(in, out, true);
        }
        if (out.position() > 0) {
            return Character.codePointAt(out.array(), 0, out.position());
        }
        if (r.isError()) {
            in.position(in.position() + r.length());
        } else {
            in.position(in.limit());
        }
        return MALFORMED;
    }

    /** The bytes of the character at {@code at}, or minus the number of those that could have begun one. */
    private static int utf8Length(byte[] s, int at) {
        int lead = s[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead >= 0xc2 && lead <= 0xdf
                ? 2
                : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : -1;
        for (int i = 1; i < length; i++) {
            int b = at + i < s.length ? s[at + i] & 0xff : 0;
            boolean good = b >= 0x80 && b <= 0xbf;
            for (int[] limits : SECOND) {
                good &= i > 1 || lead != limits[0] || b >= limits[1] && b <= limits[2];
            }
            if (!good) {
                return -i;
            }
        }
        return length;
    }

    private static int utf8(byte[] s, int at, int length) {
        if (length == 1) {
            return s[at];
        }
        int point = s[at] & 0x7f >> length;
        for (int i = 1; i < length; i++) {
            point = point << 6 | s[at + i] & 0x3f;
        }
        return point;
    }

    /** The bytes of code points in one of the encodings that ops write. */
    static byte[] encode(int[] points, String encoding) {
        String s = new String(points, 0, points.length);
        return s.getBytes(
                switch (encoding) {
                    case "UTF-16-BE" -> StandardCharsets.UTF_16BE;
                    case "UTF-32-BE" -> StandardCharsets.UTF_32BE;
                    default -> StandardCharsets.UTF_8;
                });
    }
}
