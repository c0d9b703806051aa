package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;

/** Whether the whole of each string matches the regular expression {@code pattern}. */
@OpSpec("StaticRegexFullMatch(input: string) -> (output: bool); pattern: string")
public final class StaticRegexFullMatch extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, RegexMatches.of(c.attrs().text("pattern")).match(c.input(0)));
    }
}
