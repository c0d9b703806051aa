package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;

/** Counts of sparse and ragged numbers, and fingerprints. */
public final class CountingCases {
    private static final DType F32 = DType.FLOAT32;

    private CountingCases() {}

    public static void addTo(Cases t) {
        ragged(t);
        sparse(t);
        fingerprints(t);
    }

    private static final DType[] WEIGHTS = {F32, DType.FLOAT64, DType.INT32, DType.INT64};

    private static void ragged(Cases t) {
        Tensor splits = Tensor.vector(0L, 2L, 2L, 5L);
        for (boolean binary : new boolean[] {true, false}) {
            t.op("RaggedBincount")
                    .input(splits)
                    .input(Tensor.vector(1, 1, 0, 7, 3))
                    .constant(Tensor.scalar(4))
                    .fixed(5)
                    .attr("binary_output", binary)
                    .over(WEIGHTS);
            t.op("RaggedBincount")
                    .input(splits)
                    .input(Tensor.vector(1L, 1L, 0L, 7L, 3L))
                    .constant(Tensor.scalar(4L))
                    .fixed(0)
                    .attr("binary_output", binary)
                    .over(WEIGHTS);
        }
        t.op("RaggedBincount")
                .input(splits)
                .input(Tensor.vector(1, -1, 0, 7, 3))
                .constant(Tensor.scalar(4))
                .fixed(0)
                .fails("Input must be non-negative")
                .over(F32);
        t.op("RaggedBincount")
                .input(splits)
                .input(Tensor.vector(1, 1, 0, 7))
                .constant(Tensor.scalar(4))
                .fixed(0)
                .fails("Splits must end with the number of values, got 5 instead of 4")
                .over(F32);
        t.op("RaggedBincount")
                .input(Tensor.vector(1L, 2L))
                .input(Tensor.vector(1, 1))
                .constant(Tensor.scalar(4))
                .fixed(0)
                .fails("Splits must start with 0, not with 1")
                .over(F32);
    }

    private static void sparse(Cases t) {
        Tensor places = Tensor.of(Shape.of(4, 2), 0L, 1L, 2L, 0L, 2L, 1L, 2L, 2L);
        Tensor line = Tensor.of(Shape.of(4, 1), 0L, 1L, 5L, 6L);
        for (boolean binary : new boolean[] {true, false}) {
            t.op("SparseBincount")
                    .input(places)
                    .input(Tensor.vector(1, 3, 3, 0))
                    .constant(Tensor.vector(3L, 3L))
                    .constant(Tensor.scalar(4))
                    .fixed(4)
                    .attr("binary_output", binary)
                    .over(WEIGHTS);
            t.op("SparseBincount")
                    .input(line)
                    .input(Tensor.vector(1L, 3L, 3L, 9L))
                    .constant(Tensor.vector(8L))
                    .constant(Tensor.scalar(4L))
                    .fixed(0)
                    .attr("binary_output", binary)
                    .over(WEIGHTS);
        }
        t.op("SparseBincount")
                .input(places)
                .input(Tensor.vector(1, 4, 3, 0))
                .constant(Tensor.vector(3L, 3L))
                .constant(Tensor.scalar(4))
                .fixed(0)
                .over(F32);
    }

    private static void fingerprints(Cases t) {
        Tensor method = Tensor.scalar("farmhash64");
        t.op("Fingerprint").fixed(3).input(method).over(ALL);
        t.op("Fingerprint").fixed(3, 2, 4).input(method).over(ALL);
        t.op("Fingerprint").fixed(0, 2).input(method).over(F32, DType.STRING);
        t.op("Fingerprint").fixed().input(method).fails("").over(F32);
        t.op("Fingerprint")
                .fixed(2)
                .input(Tensor.scalar("md5"))
                .fails("Unsupported method: md5")
                .over(F32);
    }
}
