package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;

/** Connectionist temporal classification. */
public final class CtcCases {
    private static final DType[] TYPES = {DType.FLOAT32, DType.FLOAT64};
    private static final long[] INDICES = {0, 0, 0, 1, 1, 0};

    private CtcCases() {}

    public static void addTo(Cases t) {
        loss(t);
        errors(t);
        for (long blank : new long[] {-1, 0, 2}) {
            for (boolean merge : new boolean[] {false, true}) {
                t.op("CTCGreedyDecoder")
                        .distinctFixed(6, 3, 4)
                        .input(Tensor.vector(6, 0, 4))
                        .attr("blank_index", blank)
                        .attr("merge_repeated", merge)
                        .over(TYPES);
            }
        }
        t.op("CTCGreedyDecoder")
                .distinctFixed(2, 1, 3)
                .input(Tensor.vector(3))
                .fails("sequence_length(0) <= 2")
                .over(DType.FLOAT32);
    }

    private static CaseBuilder example(Cases t, long[] indices, int[] labels, int... lengths) {
        return t.op("CTCLoss")
                .x(5, 2, 4)
                .input(Tensor.of(Shape.of(indices.length / 2, 2), indices))
                .input(Tensor.vector(labels))
                .input(Tensor.vector(lengths));
    }

    /** Of float32: TensorFlow adds logarithms in it, whatever the dtype. */
    private static void loss(Cases t) {
        for (int[] labels : new int[][] {{1, 2, 0}, {1, 1, 2}, {0, 3, 1}, {0, 9, 0}}) {
            for (int mode = 0; mode < 4; mode++) {
                example(t, INDICES, labels, 5, 3)
                        .attr("preprocess_collapse_repeated", (mode & 1) != 0)
                        .attr("ctc_merge_repeated", (mode & 2) != 0)
                        .noGradient() // of the loss alone: the second output has none
                        .over(DType.FLOAT32);
            }
        }
        example(t, INDICES, new int[] {1, 2, 0}, 1, 3)
                .attr("ignore_longer_outputs_than_inputs", true)
                .noGradient()
                .over(DType.FLOAT32);
        example(t, INDICES, new int[] {1, 1, 0}, 2, 3).noGradient().over(DType.FLOAT32);
    }

    private static void errors(Cases t) {
        DType f = DType.FLOAT32;
        example(t, new long[] {0, 0}, new int[] {1}, 5, 3)
                .fails("Labels length is zero in batch 1")
                .over(f);
        example(t, INDICES, new int[] {1, 2, 0}, 1, 3)
                .fails("Not enough time for target transition sequence (required: 2, available: 1)")
                .over(f);
        example(t, INDICES, new int[] {1, 2, 0}, 6, 3)
                .fails("sequence_length(0) <= 5")
                .over(f);
        example(t, INDICES, new int[] {1, -2, 0}, 5, 3)
                .fails("All labels must be nonnegative integers, batch: 0 labels: 1,-2")
                .over(f);
        example(t, new long[] {0, 0, 0, 1, 2, 0}, new int[] {1, 2, 0}, 5, 3)
                .fails("indices[2] = [2,0] is out of bounds: need 0 <= index < [2,2]")
                .over(f);
        example(t, INDICES, new int[] {3, 1, 0}, 5, 3)
                .fails("following a null label")
                .over(f);
    }
}
