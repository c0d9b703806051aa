package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The parts of strings that start at {@code pos}, counted from the end where it is negative, and have {@code len} bytes
 * or characters, or what there is; a negative {@code len} is all bytes, but no characters. The three broadcast.
 */
@OpSpec("Substr(input: string, pos: T, len: T) -> (output: string); T: {int32, int64}; "
        + "unit: {'BYTE', 'UTF8_CHAR'} = 'BYTE'")
public final class Substr extends Op {
    @Endpoint("strings.substr")
    public static Output of(Ops tf, Operand input, Operand pos, Operand len) {
        return tf.call("Substr", input, pos, len);
    }

    private static void sameShape(Shape pos, Shape len) {
        if (!pos.isCompatibleWith(len)) {
            throw new InvalidArgumentException("pos and len should have the same shape, got: " + pos + " vs. " + len);
        }
    }

    @Override
    protected void infer(Inference c) {
        sameShape(c.shape(1), c.shape(2));
        c.output(0, c.shape(0).broadcast(c.shape(1).merge(c.shape(2))));
    }

    @Override
    protected void compute(Compute c) {
        sameShape(c.shape(1), c.shape(2));
        Shape shape = c.shape(0).broadcast(c.shape(1));
        int[] from = Broadcast.indices(c.shape(0), shape);
        int[] where = Broadcast.indices(c.shape(1), shape);
        boolean characters = c.attrs().text("unit").equals("UTF8_CHAR");
        byte[][] in = Raw.strings(c.input(0));
        long[] pos = c.integers(1);
        long[] len = c.integers(2);
        Elements out = Elements.allocate(DType.STRING, shape);
        for (int i = 0; i < from.length; i++) {
            byte[] s = in[from[i]];
            int[] starts = starts(s, characters);
            int n = starts.length - 1;
            long p = pos[where[i]];
            if (p < -n || p > n) {
                throw new InvalidArgumentException("pos " + p + " out of range for string b'"
                        + new String(s, StandardCharsets.UTF_8) + "' at index " + i);
            }
            int begin = (int) (p < 0 ? p + n : p);
            long l = len[where[i]];
            boolean all = l > n - begin || l < 0 && !characters;
            int end = all ? n : begin + (int) Math.max(0, l);
            out.setString(i, Arrays.copyOfRange(s, starts[begin], starts[end]));
        }
        c.output(0, out.tensor());
    }

    /** Where the bytes or characters start, and the end. */
    private static int[] starts(byte[] s, boolean characters) {
        int[] all = new int[s.length + 1];
        int n = 0;
        for (int i = 0; i < s.length; i++) {
            if (!characters || i == 0 || !Bytes.isTrailing(s[i])) {
                all[n++] = i;
            }
        }
        all[n] = s.length;
        return Arrays.copyOf(all, n + 1);
    }
}
