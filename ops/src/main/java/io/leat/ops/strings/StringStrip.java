package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.Arrays;

/** Strings without the ASCII white space at their ends. */
@OpSpec("StringStrip(input: string) -> (output: string)")
public final class StringStrip extends StringMap {
    @Endpoint("strings.strip")
    public static Output of(Ops tf, Operand input) {
        return tf.call("StringStrip", input);
    }

    @Override
    protected Rule rule(Compute c) {
        return s -> {
            int from = 0;
            int to = s.length;
            while (from < to && Bytes.isSpace(s[from])) {
                from++;
            }
            while (from < to && Bytes.isSpace(s[to - 1])) {
                to--;
            }
            return Arrays.copyOfRange(s, from, to);
        };
    }
}
