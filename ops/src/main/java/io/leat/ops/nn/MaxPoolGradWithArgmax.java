package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The gradient of {@code MaxPoolWithArgmax}: that of each maximum is added at its place {@code argmax}. */
@OpSpec("MaxPoolGradWithArgmax(input: T, grad: T, argmax: Targmax) -> (output: T); ksize: list(int) >= 4; "
        + "strides: list(int) >= 4; padding: {'SAME', 'VALID'}; include_batch_in_index: bool = false; Targmax: "
        + "{int32, int64}; T: realnumbertype")
public final class MaxPoolGradWithArgmax extends PoolOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0, 4));
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c).place(c.shape(0));
        PoolSizes.require("grad", sizes.output(), c.shape(1));
        PoolSizes.require("argmax", sizes.output(), c.shape(2));
        boolean whole = c.attrs().bool("include_batch_in_index");
        long[] argmax = c.integers(2);
        int[] places = new int[argmax.length];
        int image = sizes.place().inPixels() * sizes.channels();
        int outImage = argmax.length / Math.max(1, sizes.batch());
        for (int o = 0; o < places.length; o++) {
            int start = o / outImage * image;
            long at = whole ? argmax[o] : start + argmax[o];
            if (at < start || at >= start + image) {
                throw new InvalidArgumentException(
                        "Invalid argmax " + argmax[o] + ": not within image " + o / outImage + " of " + c.shape(0));
            }
            places[o] = (int) at;
        }
        c.output(0, Scattered.of(c.input(1), places, c.shape(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}
