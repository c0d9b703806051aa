package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** Images resized by averaging over the area that each new pixel covers, in float32. */
@OpSpec("ResizeArea(images: T, size: int32) -> (resized_images: float); T: {int8, uint8, int16, uint16, "
        + "int32, int64, half, float, double, bfloat16}; align_corners: bool = false")
public final class ResizeArea extends Op {
    /**
     * Resizes images [batch, height, width, channels].
     *
     * @param size an int32 vector, the new height and width
     */
    @Endpoint("image.resizeArea")
    public static Output of(Ops tf, Operand images, Operand size, boolean alignCorners) {
        return tf.op("ResizeArea")
                .input(images)
                .input(size)
                .attr("align_corners", alignCorners)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, ResizeSizes.infer(c));
    }

    @Override
    protected void compute(Compute c) {
        ResizeSizes s = ResizeSizes.of(c.shape(0), c.shape(1), c.integers(1));
        Cover rows = new Cover(s.rows(c.attrs()));
        Cover columns = new Cover(s.columns(c.attrs()));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(DType.FLOAT32, s.output());
        float area = 1 / (rows.axis.scale() * columns.axis.scale());
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    for (int k = 0; k < s.channels(); k++) {
                        double sum = 0;
                        for (int row = rows.first(i); row < rows.end(i); row++) {
                            for (int column = columns.first(j); column < columns.end(j); column++) {
                                int from = s.in(b, rows.inside(row), columns.inside(column), k);
                                sum += x.real(from) * rows.share(i, row) * columns.share(j, column);
                            }
                        }
                        y.set(s.out(b, i, j, k), sum * area);
                    }
                }
            }
        }
        c.output(0, y.tensor());
    }

    /** The pixels of the original that a new one covers along one axis. */
    private record Cover(ResizeScale axis) {
        int first(int i) {
            return (int) Math.floor(i * axis.scale());
        }

        int end(int i) {
            return (int) Math.ceil((i + 1) * axis.scale());
        }

        int inside(int pixel) {
            return Math.clamp(pixel, 0, axis.in() - 1);
        }

        /** How much of original {@code pixel} new pixel {@code i} covers. */
        float share(int i, int pixel) {
            float from = i * axis.scale();
            float to = (i + 1) * axis.scale();
            if (pixel < from) {
                return pixel + 1 > to ? axis.scale() : pixel + 1 - from;
            }
            return pixel + 1 > to ? to - pixel : 1;
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
