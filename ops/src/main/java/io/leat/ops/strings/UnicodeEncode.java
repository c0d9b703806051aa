package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ops.strings.Decoding.Errors;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** Strings of the code points in the rows of a ragged tensor. */
@OpSpec("UnicodeEncode(input_values: int32, input_splits: Tsplits) -> (output: string); "
        + "errors: {'ignore', 'replace', 'strict'} = 'replace'; output_encoding: {'UTF-8', 'UTF-16-BE', 'UTF-32-BE'}; "
        + "replacement_char: int = 65533; Tsplits: {int32, int64} = DT_INT64")
public final class UnicodeEncode extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        long n = c.shape(1, 1).dim(0);
        c.output(0, Shape.of(n == Shape.ANY ? n : Math.max(0, n - 1)));
    }

    @Override
    protected void compute(Compute c) {
        int[] values = c.ints(0);
        long[] splits = c.integers(1);
        Errors errors = Errors.of(c.attrs());
        if (splits.length == 0 || splits[0] != 0) {
            throw new InvalidArgumentException("First value in input_splits must be zero.");
        }
        if (splits[splits.length - 1] != values.length) {
            throw new InvalidArgumentException("Last value in input_splits must be equal to length of input_tensor.");
        }
        Elements out = Elements.allocate(DType.STRING, Shape.of(splits.length - 1));
        for (int i = 0; i < out.size(); i++) {
            if (splits[i] > splits[i + 1] || splits[i + 1] > values.length) {
                throw new InvalidArgumentException("Values in input_splits must be equal or in ascending order.");
            }
            int[] row = row(values, (int) splits[i], (int) splits[i + 1], errors);
            out.setString(i, Decoding.encode(row, c.attrs().text("output_encoding")));
        }
        c.output(0, out.tensor());
    }

    private static int[] row(int[] values, int from, int to, Errors errors) {
        int[] row = new int[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            boolean wrong = !Character.isValidCodePoint(values[i]) || Decoding.isSurrogate(values[i]);
            if (wrong && errors.strict()) {
                throw new InvalidArgumentException("Code point is out of range for Unicode, or is a surrogate.");
            }
            if (!wrong || !errors.ignore()) {
                row[n++] = wrong ? errors.replacement() : values[i];
            }
        }
        return Arrays.copyOf(row, n);
    }
}
