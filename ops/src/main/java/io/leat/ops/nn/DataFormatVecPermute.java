package io.leat.ops.nn;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * A vector with an element, or a matrix with a row of two, for each dimension of one data format, in the order of another; of
 * the spatial dimensions alone if it has two fewer.
 */
@OpSpec("DataFormatVecPermute(x: T) -> (y: T); T: {int32, int64} = DT_INT32; src_format: string = 'NHWC'; "
        + "dst_format: string = 'NCHW'")
public final class DataFormatVecPermute extends Op {
    @Override
    protected void infer(Inference c) {
        FormatPermutation.of(c.attrs());
        c.shape(0).withRankAtLeast(1).withRankAtMost(2);
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        FormatPermutation p = FormatPermutation.of(c.attrs());
        Shape s = c.shape(0);
        if (s.rank() != 1 && s.rank() != 2) {
            throw new InvalidArgumentException("input must be a vector or 2D tensor, but got shape " + s);
        }
        int full = p.source().length();
        int n = (int) s.dim(0);
        if (n != full && n != full - 2) {
            throw new InvalidArgumentException(
                    "1D input must be of size " + (full - 2) + " or " + full + ", but got shape " + s);
        }
        if (s.rank() == 2 && s.dim(1) != 2) {
            throw new InvalidArgumentException("Second dimension of 2D input must be of size 2, but got shape " + s);
        }
        String keep = n == full ? "" : "NC";
        String source = without(p.source(), keep);
        String destination = without(p.destination(), keep);
        int row = s.rank() == 2 ? 2 : 1;
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), s);
        for (int i = 0; i < n; i++) {
            int to = destination.indexOf(source.charAt(i));
            x.copyRange(i * row, y, to * row, row);
        }
        c.output(0, y.tensor());
    }

    private static String without(String format, String letters) {
        StringBuilder out = new StringBuilder();
        for (char letter : format.toCharArray()) {
            if (letters.indexOf(letter) < 0) {
                out.append(letter);
            }
        }
        return out.toString();
    }
}
