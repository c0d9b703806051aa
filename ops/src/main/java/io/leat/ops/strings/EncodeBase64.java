package io.leat.ops.strings;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.Base64;

/** Strings in the URL-safe alphabet of base64, with {@code =} at their ends where {@code pad} is set. */
@OpSpec("EncodeBase64(input: string) -> (output: string); pad: bool = false")
public final class EncodeBase64 extends StringMap {
    @Endpoint("io.encodeBase64")
    public static Output of(Ops tf, Operand input) {
        return tf.call("EncodeBase64", input);
    }

    @Override
    protected Rule rule(Compute c) {
        Base64.Encoder encoder = Base64.getUrlEncoder();
        return c.attrs().bool("pad") ? encoder::encode : encoder.withoutPadding()::encode;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
