package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of strings [n] between any of the bytes of {@code delimiter}, or their bytes where it is empty, as a sparse
 * matrix of n rows. Empty parts are left out where {@code skip_empty} is set.
 */
@OpSpec("StringSplit(input: string, delimiter: string) -> (indices: int64, values: string, shape: int64); "
        + "skip_empty: bool = true")
public final class StringSplit extends Splitting {
    @Override
    protected Rule rule(Compute c) {
        if (c.input(1).size() != 1) {
            throw new InvalidArgumentException("delimiter must be a scalar, got shape: " + c.shape(1));
        }
        byte[] delimiters = Raw.strings(c.input(1))[0];
        boolean skipEmpty = c.attrs().bool("skip_empty");
        return s -> delimiters.length == 0 ? singles(s) : split(s, delimiters, skipEmpty);
    }

    private static List<byte[]> singles(byte[] s) {
        List<byte[]> out = new ArrayList<>();
        for (byte b : s) {
            out.add(new byte[] {b});
        }
        return out;
    }

    private static List<byte[]> split(byte[] s, byte[] delimiters, boolean skipEmpty) {
        List<byte[]> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= s.length && s.length > 0; i++) {
            if (i == s.length || Bytes.indexOf(delimiters, new byte[] {s[i]}, 0) >= 0) {
                if (i > from || !skipEmpty) {
                    out.add(Arrays.copyOfRange(s, from, i));
                }
                from = i + 1;
            }
        }
        return out;
    }
}
