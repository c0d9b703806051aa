package io.leat.ops.strings;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.nio.charset.StandardCharsets;

/**
 * Strings in which the matches of the regular expression in the scalar {@code pattern}, or only the first, are replaced
 * by the scalar {@code rewrite}; there a backslash and a digit stand for a group.
 */
@OpSpec("RegexReplace(input: string, pattern: string, rewrite: string) -> (output: string); "
        + "replace_global: bool = true")
public final class RegexReplace extends StringMap {
    @Endpoint("strings.regexReplace")
    public static Output of(Ops tf, Operand input, Operand pattern, Operand rewrite) {
        return tf.call("RegexReplace", input, pattern, rewrite);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.shape(2, 0);
        super.infer(c);
    }

    @Override
    protected Rule rule(Compute c) {
        String pattern = new String(Bytes.scalar(c.input(1), "Pattern"), StandardCharsets.UTF_8);
        String rewrite = new String(Bytes.scalar(c.input(2), "Rewrite"), StandardCharsets.UTF_8);
        boolean all = c.attrs().bool("replace_global");
        RegexMatches regex = RegexMatches.of(pattern);
        return s -> regex.replace(s, rewrite, all);
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
