package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.nio.charset.StandardCharsets;

/** Whether the whole of each string matches the regular expression in the scalar {@code pattern}. */
@OpSpec("RegexFullMatch(input: string, pattern: string) -> (output: bool)")
public final class RegexFullMatch extends Op {
    @Endpoint("strings.regexFullMatch")
    public static Output of(Ops tf, Operand input, Operand pattern) {
        return tf.call("RegexFullMatch", input, pattern);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        String pattern = new String(Bytes.scalar(c.input(1), "Pattern"), StandardCharsets.UTF_8);
        c.output(0, RegexMatches.of(pattern).match(c.input(0)));
    }
}
