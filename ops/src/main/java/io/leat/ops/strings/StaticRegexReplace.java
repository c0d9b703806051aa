package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** {@link RegexReplace} with the expression and what replaces its matches in attributes. */
@OpSpec("StaticRegexReplace(input: string) -> (output: string); pattern: string; rewrite: string; "
        + "replace_global: bool = true")
public final class StaticRegexReplace extends StringMap {
    @Override
    protected Rule rule(Compute c) {
        RegexMatches regex = RegexMatches.of(c.attrs().text("pattern"));
        String rewrite = c.attrs().text("rewrite");
        boolean all = c.attrs().bool("replace_global");
        return s -> regex.replace(s, rewrite, all);
    }
}
