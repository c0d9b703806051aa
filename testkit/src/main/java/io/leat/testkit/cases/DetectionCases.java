package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Boxes in images. */
public final class DetectionCases {
    private static final DType F = DType.FLOAT32;
    private static final Domain PLACES = Domain.of(0, 1);

    private DetectionCases() {}

    public static void addTo(Cases t) {
        for (long n : new long[] {0, 1, 9, 40}) {
            for (float threshold : new float[] {0, 0.3f, 1}) {
                suppression(t, n, threshold);
            }
        }
        t.op("NonMaxSuppressionV3")
                .of(F, PLACES, 5, 4)
                .of(F, PLACES, 5)
                .input(Tensor.scalar(3))
                .input(Tensor.scalar(1.5f))
                .input(Tensor.scalar(0f))
                .fails("iou_threshold must be in [0, 1]")
                .once();
        t.op("NonMaxSuppressionV2")
                .of(F, PLACES, 5, 4)
                .of(F, PLACES, 4)
                .input(Tensor.scalar(3))
                .input(Tensor.scalar(0.5f))
                .fails("5 and 4")
                .once();
        for (long depth : new long[] {1, 3, 4}) {
            drawing(t, depth);
        }
        for (boolean pad : new boolean[] {false, true}) {
            for (long shared : new long[] {1, 3}) {
                combined(t, pad, shared);
            }
        }
    }

    private static void combined(Cases t, boolean pad, long shared) {
        for (int total : new int[] {4, 30}) {
            t.op("CombinedNonMaxSuppression")
                    .of(F, Domain.of(-0.1, 1.2), 2, 10, shared, 4)
                    .distinctFixed(2, 10, 3)
                    .constant(Tensor.scalar(5))
                    .constant(Tensor.scalar(total))
                    .input(Tensor.scalar(0.3f))
                    .input(Tensor.scalar(0.25f))
                    .attr("pad_per_class", pad)
                    .attr("clip_boxes", total == 4)
                    .over(F);
        }
    }

    /** Scores far enough apart, so that rounding decides nothing. */
    private static CaseBuilder boxes(Cases t, String op, long n) {
        return t.op(op).of(F, PLACES, n, 4).distinctFixed(n);
    }

    private static void suppression(Cases t, long n, float threshold) {
        Tensor most = Tensor.scalar(6);
        Tensor overlap = Tensor.scalar(threshold);
        Tensor least = Tensor.scalar(-1f);
        boxes(t, "NonMaxSuppression", n)
                .input(most)
                .attr("iou_threshold", threshold)
                .over(F);
        boxes(t, "NonMaxSuppressionV2", n).input(most).input(overlap).over(F);
        boxes(t, "NonMaxSuppressionV3", n)
                .input(most)
                .input(overlap)
                .input(least)
                .over(F);
        t.op("NonMaxSuppressionWithOverlaps")
                .of(F, PLACES, n, n)
                .distinctFixed(n)
                .input(most)
                .input(overlap)
                .input(least)
                .over(F);
        for (boolean pad : new boolean[] {false, true}) {
            boxes(t, "NonMaxSuppressionV4", n)
                    .constant(most)
                    .input(overlap)
                    .input(least)
                    .attr("pad_to_max_output_size", pad)
                    .over(F);
            for (float sigma : new float[] {0, 0.4f}) {
                boxes(t, "NonMaxSuppressionV5", n)
                        .constant(most)
                        .input(overlap)
                        .input(least)
                        .input(Tensor.scalar(sigma))
                        .attr("pad_to_max_output_size", pad)
                        .over(F);
            }
        }
    }

    private static void drawing(Cases t, long depth) {
        Tensor boxes = Tensor.of(Shape.of(2, 3, 4), new float[] {
            0.1f, 0.2f, 0.5f, 0.9f, -0.5f, 0.1f, 0.3f, 1.5f, 0.9f, 0.9f, 0.1f, 0.1f, 0, 0, 1, 1, 1.2f, 0, 1.5f, 1,
            0.25f, 0.5f, 0.25f, 0.5f
        });
        t.op("DrawBoundingBoxes").fixed(2, 8, 11, depth).input(boxes).over(F, DType.FLOAT16);
        t.op("DrawBoundingBoxesV2")
                .fixed(2, 8, 11, depth)
                .input(boxes)
                .of(F, PLACES, 2, depth)
                .over(F, DType.FLOAT16);
        t.op("DrawBoundingBoxesV2")
                .fixed(2, 8, 11, depth)
                .input(boxes)
                .of(F, PLACES, 0, depth)
                .over(F);
    }
}
