package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.FLOATS;
import static io.leat.testkit.CaseBuilder.NUMBERS;
import static io.leat.testkit.CaseBuilder.REALS;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Colours, sizes and patches of images. */
public final class ImageCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final Domain COLOUR = Domain.of(0.05, 0.95);

    private ImageCases() {}

    public static void addTo(Cases t) {
        t.op("RGBToHSV").x(COLOUR, 2, 5, 3).noGradient().over(FLOATS);
        t.op("HSVToRGB").x(COLOUR, 2, 5, 3).noGradient().over(FLOATS);
        t.op("AdjustHue")
                .x(COLOUR, 2, 5, 3)
                .input(Tensor.scalar(0.3f))
                .noGradient()
                .over(F32);
        t.op("AdjustSaturation")
                .x(COLOUR, 2, 5, 3)
                .input(Tensor.scalar(0.7f))
                .noGradient()
                .over(F32);
        t.op("AdjustContrastv2")
                .x(COLOUR, 2, 5, 3)
                .input(Tensor.scalar(1.7f))
                .noGradient()
                .over(F32);
        for (String op : new String[] {"ResizeArea", "ResizeBicubic", "ResizeBilinear", "ResizeNearestNeighbor"}) {
            for (long[] size : new long[][] {{7, 9}, {2, 3}, {4, 5}}) {
                t.op(op)
                        .x(2, 4, 5, 3)
                        .constant(Tensor.vector((int) size[0], (int) size[1]))
                        .over(REALS);
                t.op(op)
                        .x(2, 4, 5, 3)
                        .constant(Tensor.vector((int) size[0], (int) size[1]))
                        .attr("align_corners", true)
                        .over(F32, F64);
                if (!op.equals("ResizeArea")) {
                    t.op(op)
                            .x(2, 4, 5, 3)
                            .constant(Tensor.vector((int) size[0], (int) size[1]))
                            .attr("half_pixel_centers", true)
                            .over(F32, F64);
                }
            }
        }
        for (String op : new String[] {"ResizeBilinearGrad", "ResizeBicubicGrad"}) {
            t.op(op).of(F32, Domain.ANY, 2, 7, 3, 3).fixed(2, 4, 5, 3).over(F32);
            t.op(op)
                    .of(F32, Domain.ANY, 2, 7, 3, 3)
                    .fixed(2, 4, 5, 3)
                    .attr("half_pixel_centers", true)
                    .over(F32);
        }
        t.op("ResizeNearestNeighborGrad")
                .x(2, 7, 3, 3)
                .constant(Tensor.vector(4, 5))
                .over(F32, F64);
        Tensor boxes = Tensor.of(Shape.of(2, 4), 0.1f, 0.2f, 0.8f, 0.9f, 0.5f, 0f, 1.2f, 0.4f);
        for (String method : new String[] {"bilinear", "nearest"}) {
            t.op("CropAndResize")
                    .x(2, 5, 6, 3)
                    .input(boxes)
                    .input(Tensor.vector(1, 0))
                    .constant(Tensor.vector(3, 4))
                    .attr("method", method)
                    .noGradient()
                    .over(REALS);
            t.op("CropAndResizeGradImage")
                    .of(F32, Domain.ANY, 2, 3, 4, 3)
                    .input(boxes)
                    .input(Tensor.vector(1, 0))
                    .constant(Tensor.vector(2, 5, 6, 3))
                    .attr("T", F32)
                    .attr("method", method)
                    .once();
        }
        t.op("CropAndResizeGradBoxes")
                .of(F32, Domain.ANY, 2, 3, 4, 3)
                .x(2, 5, 6, 3)
                .input(boxes)
                .input(Tensor.vector(1, 0))
                .noGradient()
                .over(F32);
        for (String padding : new String[] {"SAME", "VALID"}) {
            t.op("ExtractImagePatches")
                    .x(2, 6, 7, 2)
                    .ints("ksizes", 1, 3, 2, 1)
                    .ints("strides", 1, 2, 1, 1)
                    .ints("rates", 1, 1, 2, 1)
                    .attr("padding", padding)
                    .over(NUMBERS);
        }
    }
}
