package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.ops.quantization.QuantizedOp;
import io.leat.ops.quantization.QuantizedRange;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/**
 * Quantised images resized by linear interpolation of their levels between the four nearest pixels, with weights of 7 bits
 * for quint8 and of 30 bits for qint32; the range stays.
 */
@OpSpec("QuantizedResizeBilinear(images: T, size: int32, min: float, max: float) -> "
        + "(resized_images: T, out_min: float, out_max: float); T: {quint8, qint32, float}; "
        + "align_corners: bool = false; half_pixel_centers: bool = false")
public final class QuantizedResizeBilinear extends QuantizedOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, ResizeSizes.infer(c));
        ranges(c, 2);
    }

    @Override
    protected void compute(Compute c) {
        ResizeSizes s = ResizeSizes.of(c.shape(0), c.shape(1), c.integers(1));
        QuantizedRange range = QuantizedRange.of(c, 0, 2, "input");
        if (s.outH() == s.inH() && s.outW() == s.inW()) {
            c.output(0, c.input(0));
            range(c, range);
            return;
        }
        ResizeScale rows = s.rows(c.attrs());
        ResizeScale columns = s.columns(c.attrs());
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), s.output());
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    for (int k = 0; k < s.channels(); k++) {
                        pixel(x, y, s, new int[] {b, i, j, k}, rows, columns);
                    }
                }
            }
        }
        c.output(0, y.tensor());
        range(c, range);
    }

    private static void pixel(Elements x, Elements y, ResizeSizes s, int[] at, ResizeScale rows, ResizeScale columns) {
        int upper = rows.upper(at[1]);
        int right = columns.upper(at[2]);
        int lower = Math.min(rows.lower(at[1]), upper);
        int left = Math.min(columns.lower(at[2]), right);
        int[] from = {
            s.in(at[0], lower, left, at[3]),
            s.in(at[0], lower, right, at[3]),
            s.in(at[0], upper, left, at[3]),
            s.in(at[0], upper, right, at[3])
        };
        int to = s.out(at[0], at[1], at[2], at[3]);
        float wx = columns.weight(at[2]);
        float wy = rows.weight(at[1]);
        switch (x.dtype()) {
            case QUINT8 -> y.setInteger(to, ofBytes(x, from, wx, wy));
            case QINT32 -> y.setInteger(to, ofInts(x, from, wx, wy));
            case FLOAT32 -> {
                float top = mix((float) x.real(from[0]), (float) x.real(from[1]), wx);
                float bottom = mix((float) x.real(from[2]), (float) x.real(from[3]), wx);
                y.set(to, mix(top, bottom, wy));
            }
            default ->
                throw new UnimplementedException(
                        "QuantizedResizeBilinear of " + x.dtype().signatureName());
        }
    }

    private static float mix(float a, float b, float weight) {
        return a + (b - a) * weight;
    }

    /** In 16 bit numbers with 7 bits behind the point. */
    private static int ofBytes(Elements x, int[] from, float wx, float wy) {
        int one = 1 << 7;
        short h = (short) (wx * one);
        short v = (short) (wy * one);
        short top = (short) (x.integer(from[0]) * one + (x.integer(from[1]) - x.integer(from[0])) * h);
        short bottom = (short) (x.integer(from[2]) * one + (x.integer(from[3]) - x.integer(from[2])) * h);
        short out = (short) (top + (bottom - top) / one * v);
        return (out + one / 2) / one;
    }

    /** In 64 bit numbers with 30 bits behind the point. */
    private static long ofInts(Elements x, int[] from, float wx, float wy) {
        long one = 1L << 30;
        int h = (int) (wx * one);
        int v = (int) (wy * one);
        long top = x.integer(from[0]) * one + (x.integer(from[1]) - x.integer(from[0])) * h;
        long bottom = x.integer(from[2]) * one + (x.integer(from[3]) - x.integer(from[2])) * h;
        long out = top + (bottom - top) / one * v;
        return (int) ((out + one / 2) / one);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}
