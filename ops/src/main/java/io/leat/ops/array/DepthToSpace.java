package io.leat.ops.array;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Sizes;
import io.leat.tensor.Shape;

/**
 * Channels moved into blocks of {@code block_size} by {@code block_size} pixels: {@code [n,h,w,b*b*c]} becomes
 * {@code [n, h*b, w*b, c]}, or likewise with the channels first.
 */
@OpSpec("DepthToSpace(input: T) -> (output: T); T: type; block_size: int >= 2; "
        + "data_format: {'NHWC', 'NCHW', 'NCHW_VECT_C'} = 'NHWC'")
public final class DepthToSpace extends Regrouping {
    @Endpoint("depthToSpace")
    public static Output of(Ops tf, Operand input, long blockSize) {
        return tf.op("DepthToSpace")
                .input(input)
                .attr("block_size", blockSize)
                .add()
                .output(0);
    }

    @Override
    Plan plan(Shape in, Attrs attrs) {
        long b = attrs.integer("block_size");
        boolean last = channelsLast(attrs);
        int y = last ? 1 : 2;
        long h = in.dim(y);
        long w = in.dim(y + 1);
        long c = Sizes.quotient(in.dim(last ? 3 : 1), Sizes.product(b, b));
        long tall = Sizes.product(h, b);
        long wide = Sizes.product(w, b);
        return last
                ? new Plan(
                        Shape.of(in.dim(0), h, w, b, b, c),
                        new int[] {0, 1, 3, 2, 4, 5},
                        Shape.of(in.dim(0), tall, wide, c))
                : new Plan(
                        Shape.of(in.dim(0), b, b, c, h, w),
                        new int[] {0, 3, 4, 1, 5, 2},
                        Shape.of(in.dim(0), c, tall, wide));
    }

    @Override
    protected void gradient(Backprop b) {
        opposite(b, "SpaceToDepth");
    }
}
