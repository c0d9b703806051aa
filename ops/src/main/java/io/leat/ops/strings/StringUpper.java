package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strings in upper case: the ASCII letters, or with {@code encoding} {@code utf-8} all that have one. */
@OpSpec("StringUpper(input: string) -> (output: string); encoding: string = ''")
public final class StringUpper extends StringMap {
    @Endpoint("strings.upper")
    public static Output of(Ops tf, Operand input) {
        return tf.call("StringUpper", input);
    }

    @Override
    protected void infer(Inference c) {
        isUtf8(c.attrs());
        super.infer(c);
    }

    @Override
    protected Rule rule(Compute c) {
        if (isUtf8(c.attrs())) {
            return s -> new String(s, StandardCharsets.UTF_8)
                    .toUpperCase(Locale.ROOT)
                    .getBytes(StandardCharsets.UTF_8);
        }
        return s -> {
            byte[] out = s.clone();
            for (int i = 0; i < out.length; i++) {
                if (out[i] >= 'a' && out[i] <= 'z') {
                    out[i] = (byte) (out[i] + 'A' - 'a');
                }
            }
            return out;
        };
    }
}
