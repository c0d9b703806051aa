package io.leat.ops.strings;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.ResourceExhaustedException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matching whole strings. The expressions are those of {@link Pattern} in its ASCII classes, which agree with RE2 on what
 * both know.
 */
final class RegexMatches {
    private RegexMatches() {}

    /** @throws InvalidArgumentException if {@code pattern} is no regular expression */
    static Tensor match(Tensor input, String pattern) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new InvalidArgumentException(
                    "Invalid pattern: " + pattern + ", error: " + e.getDescription(), null, e);
        }
        Elements out = Elements.allocate(DType.BOOL, input.shape());
        byte[][] strings = Raw.strings(input);
        for (int i = 0; i < strings.length; i++) {
            String s = new String(strings[i], StandardCharsets.UTF_8);
            try {
                out.set(i, compiled.matcher(s).matches());
            } catch (StackOverflowError e) {
                throw new ResourceExhaustedException("Pattern too large: " + pattern, null, e);
            }
        }
        return out.tensor();
    }
}
