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
 * Blocks of {@code block_size} by {@code block_size} pixels moved into the channels: {@code [n,h,w,c]} becomes
 * {@code [n, h/b, w/b, b*b*c]}, or likewise with the channels first.
 */
@OpSpec("SpaceToDepth(input: T) -> (output: T); T: type; block_size: int >= 2; "
        + "data_format: {'NHWC', 'NCHW', 'NCHW_VECT_C'} = 'NHWC'")
public final class SpaceToDepth extends Regrouping {
    @Endpoint("spaceToDepth")
    public static Output of(Ops tf, Operand input, long blockSize) {
        return tf.op("SpaceToDepth")
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
        long h = Sizes.quotient(in.dim(y), b);
        long w = Sizes.quotient(in.dim(y + 1), b);
        long c = in.dim(last ? 3 : 1);
        long depth = Sizes.product(c, Sizes.product(b, b));
        return last
                ? new Plan(
                        Shape.of(in.dim(0), h, b, w, b, c),
                        new int[] {0, 1, 3, 2, 4, 5},
                        Shape.of(in.dim(0), h, w, depth))
                : new Plan(
                        Shape.of(in.dim(0), c, h, b, w, b),
                        new int[] {0, 3, 5, 1, 2, 4},
                        Shape.of(in.dim(0), depth, h, w));
    }

    @Override
    protected void gradient(Backprop b) {
        opposite(b, "DepthToSpace");
    }
}
