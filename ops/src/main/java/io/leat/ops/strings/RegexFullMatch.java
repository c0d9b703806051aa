package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;

/** Whether the whole of each string matches the regular expression in the scalar {@code pattern}. */
@OpSpec("RegexFullMatch(input: string, pattern: string) -> (output: bool)")
public final class RegexFullMatch extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("Pattern must be scalar, but received " + c.shape(1));
        }
        String pattern = new String(Raw.strings(c.input(1))[0], StandardCharsets.UTF_8);
        c.output(0, RegexMatches.match(c.input(0), pattern));
    }
}
