package io.leat.ops.strings;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.ResourceExhaustedException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of RE2's syntax on strings of bytes: characters of UTF-8 where both the expression and the text
 * are such, otherwise single bytes.
 */
final class RegexMatches {
    private static final int MOST_GROUP = 9;

    private final String source;
    private final Pattern characters;
    private final Pattern bytes;

    private RegexMatches(String source) {
        this.source = source;
        this.characters = compile(source);
        this.bytes = compile(new String(source.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** @throws InvalidArgumentException if {@code pattern} is no regular expression */
    static RegexMatches of(String pattern) {
        return new RegexMatches(pattern);
    }

    private Pattern compile(String pattern) {
        try {
            return Pattern.compile(javaSyntax(pattern));
        } catch (PatternSyntaxException e) {
            throw new InvalidArgumentException(
                    "Invalid pattern: " + source + ", error: " + e.getDescription(), null, e);
        }
    }

    /** The names of groups, the classes of POSIX and the ungreedy flag are written otherwise in Java. */
    private static String javaSyntax(String p) {
        String named = p.replace("(?P<", "(?<");
        String classes = named.replace("[:alpha:]", "\\p{Alpha}")
                .replace("[:digit:]", "\\p{Digit}")
                .replace("[:alnum:]", "\\p{Alnum}")
                .replace("[:upper:]", "\\p{Upper}")
                .replace("[:lower:]", "\\p{Lower}")
                .replace("[:punct:]", "\\p{Punct}")
                .replace("[:space:]", "\\s")
                .replace("[:blank:]", "\\p{Blank}")
                .replace("[:cntrl:]", "\\p{Cntrl}")
                .replace("[:graph:]", "\\p{Graph}")
                .replace("[:print:]", "\\p{Print}")
                .replace("[:xdigit:]", "\\p{XDigit}")
                .replace("[:word:]", "\\w");
        // Java reads a bracket, and && within one, as a nested class.
        var out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < classes.length(); i++) {
            char c = classes.charAt(i);
            if (c == '\\' && i + 1 < classes.length()) {
                out.append(c).append(classes.charAt(++i));
            } else if (!inside && c == '[') {
                inside = true;
                out.append(c);
                if (i + 1 < classes.length() && classes.charAt(i + 1) == '^') {
                    out.append(classes.charAt(++i));
                }
                if (i + 1 < classes.length() && classes.charAt(i + 1) == ']') {
                    out.append("\\]");
                    i++;
                }
            } else if (inside && (c == '[' || c == '&')) {
                out.append('\\').append(c);
            } else {
                inside &= c != ']';
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isUtf8(byte[] s) {
        return Arrays.equals(new String(s, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), s);
    }

    private static Charset charset(byte[] s) {
        return isUtf8(s) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private Matcher matcher(byte[] s) {
        Charset charset = charset(s);
        Pattern p = charset == StandardCharsets.UTF_8 ? characters : bytes;
        return p.matcher(new String(s, charset));
    }

    /** Which strings match as a whole. */
    Tensor match(Tensor input) {
        Elements out = Elements.allocate(DType.BOOL, input.shape());
        byte[][] strings = Raw.strings(input);
        for (int i = 0; i < strings.length; i++) {
            byte[] s = strings[i];
            out.set(i, guarded(() -> matcher(s).matches()));
        }
        return out.tensor();
    }

    /** The text with the first match or all replaced; in {@code rewrite} a backslash and a digit stand for a group. */
    byte[] replace(byte[] s, String rewrite, boolean all) {
        return guarded(() -> replaced(s, rewrite, all));
    }

    private byte[] replaced(byte[] s, String rewrite, boolean all) {
        Charset charset = charset(s);
        Matcher m = matcher(s);
        String written = new String(rewrite.getBytes(StandardCharsets.UTF_8), charset);
        var out = new StringBuilder();
        int done = 0;
        int lastEnd = -1;
        String text = new String(s, charset);
        while (m.find()) {
            if (m.start() == lastEnd && m.end() == lastEnd) {
                continue;
            }
            String put = rewritten(m, written);
            if (put == null) {
                return s;
            }
            out.append(text, done, m.start()).append(put);
            done = m.end();
            lastEnd = done;
            if (!all) {
                break;
            }
        }
        return out.append(text, done, text.length()).toString().getBytes(charset);
    }

    /** Null where {@code rewrite} asks for what there is not. */
    private static @Nullable String rewritten(Matcher m, String rewrite) {
        var out = new StringBuilder();
        int i = 0;
        while (i < rewrite.length()) {
            char c = rewrite.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char next = i < rewrite.length() ? rewrite.charAt(i++) : 0;
            int group = next - '0';
            if (next == '\\') {
                out.append('\\');
            } else if (group >= 0 && group <= MOST_GROUP && group <= m.groupCount()) {
                String found = m.group(group);
                out.append(found == null ? "" : found);
            } else {
                return null;
            }
        }
        return out.toString();
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError e) {
            throw new ResourceExhaustedException("Pattern too large: " + source, null, e);
        }
    }
}
