package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of strings [n] between occurrences of {@code sep}, or between white space where it is empty, as a sparse
 * matrix of n rows; where {@code maxsplit} is positive the rest after so many splits is one part.
 */
@OpSpec("StringSplitV2(input: string, sep: string) -> (indices: int64, values: string, shape: int64); "
        + "maxsplit: int = -1")
public final class StringSplitV2 extends Splitting {
    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        super.infer(c);
    }

    @Override
    protected Rule rule(Compute c) {
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("sep must be a scalar, got shape: " + c.shape(1));
        }
        byte[] sep = Raw.strings(c.input(1))[0];
        long most = c.attrs().integer("maxsplit");
        return s -> most == 0 ? List.of(s) : sep.length == 0 ? words(s, most) : split(s, sep, most);
    }

    private static int skip(byte[] s, int from, boolean space) {
        int at = from;
        while (at < s.length && Bytes.isSpace(s[at]) == space) {
            at++;
        }
        return at;
    }

    private static List<byte[]> words(byte[] s, long most) {
        List<byte[]> out = new ArrayList<>();
        int at = skip(s, 0, true);
        while (at < s.length) {
            int end = skip(s, at, false);
            out.add(Arrays.copyOfRange(s, at, end));
            at = skip(s, end, true);
            if (out.size() == most) {
                out.add(Arrays.copyOfRange(s, at, s.length));
                return out;
            }
        }
        return out;
    }

    private static List<byte[]> split(byte[] s, byte[] sep, long most) {
        List<byte[]> out = new ArrayList<>();
        int from = 0;
        int at = Bytes.indexOf(s, sep, 0);
        while (at >= 0) {
            out.add(Arrays.copyOfRange(s, from, at));
            from = at + sep.length;
            at = out.size() == most ? -1 : Bytes.indexOf(s, sep, from);
        }
        out.add(Arrays.copyOfRange(s, from, s.length));
        return out;
    }
}
