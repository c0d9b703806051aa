package io.leat.ops.strings;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.Arrays;

/** What string ops ask of bytes. */
final class Bytes {
    private Bytes() {}

    static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    /** Where {@code part} starts in {@code s} from {@code from} on, or -1. */
    static int indexOf(byte[] s, byte[] part, int from) {
        for (int i = from; i + part.length <= s.length; i++) {
            if (Arrays.equals(s, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    /** The only string of a scalar. */
    static byte[] scalar(Tensor t, String name) {
        if (t.shape().rank() != 0) {
            throw new InvalidArgumentException(name + " must be scalar, but received " + t.shape());
        }
        return Raw.strings(t)[0];
    }

    /** Whether a byte goes on with a character of UTF-8. */
    static boolean isTrailing(byte b) {
        return (b & 0xc0) == 0x80;
    }
}
