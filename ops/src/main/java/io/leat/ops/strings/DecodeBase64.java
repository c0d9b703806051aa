package io.leat.ops.strings;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import java.util.Arrays;
import java.util.Base64;

/** The bytes that strings in the URL-safe alphabet of base64 stand for. */
@OpSpec("DecodeBase64(input: string) -> (output: string)")
public final class DecodeBase64 extends StringMap {
    @Endpoint("io.decodeBase64")
    public static Output of(Ops tf, Operand input) {
        return tf.call("DecodeBase64", input);
    }

    @Override
    protected Rule rule(Compute c) {
        return DecodeBase64::decode;
    }

    private static byte[] decode(byte[] s) {
        int n = s.length;
        if (n % 4 == 0) {
            for (int i = 0; i < 2 && n > 0 && s[n - 1] == '='; i++) {
                n--;
            }
        }
        if (n % 4 == 1) {
            throw new InvalidArgumentException("Base64 string length cannot be 1 modulo 4.");
        }
        try {
            return Base64.getUrlDecoder().decode(Arrays.copyOf(s, n));
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException("Invalid character found in base64.", null, e);
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
