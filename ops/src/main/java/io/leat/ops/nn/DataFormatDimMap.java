package io.leat.ops.nn;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.raw.Elements;

/** The numbers of dimensions of one data format as they are in another; negative ones count from the end. */
@OpSpec("DataFormatDimMap(x: T) -> (y: T); T: {int32, int64} = DT_INT32; src_format: string = 'NHWC'; "
        + "dst_format: string = 'NCHW'")
public final class DataFormatDimMap extends Op {
    @Override
    protected void infer(Inference c) {
        FormatPermutation.of(c.attrs());
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        FormatPermutation p = FormatPermutation.of(c.attrs());
        int rank = p.source().length();
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), x.shape());
        for (int i = 0; i < x.size(); i++) {
            long dim = x.integer(i);
            y.setInteger(i, p.place((int) Math.floorMod(dim, (long) rank)));
        }
        c.output(0, y.tensor());
    }
}
