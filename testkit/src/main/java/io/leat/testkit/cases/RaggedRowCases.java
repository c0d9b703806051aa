package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;
import static io.leat.testkit.CaseBuilder.NUMBERS;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;

/** Ragged tensors whose rows are filled or crossed. */
public final class RaggedRowCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;

    private RaggedRowCases() {}

    public static void addTo(Cases t) {
        emptyRows(t);
        cross(t);
    }

    private static void emptyRows(Cases t) {
        Tensor ids = Tensor.vector(3L, 1L, 1L);
        t.op("RaggedFillEmptyRows")
                .input(ids)
                .x(3)
                .constant(Tensor.scalar(5L))
                .x()
                .over(ALL);
        t.op("RaggedFillEmptyRows")
                .input(Tensor.vector(new long[0]))
                .x(0)
                .constant(Tensor.scalar(2L))
                .x()
                .over(F32, F64);
        t.op("RaggedFillEmptyRows")
                .input(ids)
                .x(3)
                .constant(Tensor.scalar(3L))
                .x()
                .fails("")
                .over(F32);
        t.op("RaggedFillEmptyRows")
                .input(ids)
                .x(3)
                .constant(Tensor.scalar(0L))
                .x()
                .fails("")
                .over(F32);
        t.op("RaggedFillEmptyRowsGrad").input(Tensor.vector(2L, 1L)).fixed(4).over(NUMBERS);
        t.op("RaggedFillEmptyRowsGrad")
                .input(Tensor.vector(2L, 9L))
                .fixed(4)
                .fails("Elements in reverse index must be in [0, 4) but got 9")
                .over(F32);
    }

    private static CaseBuilder crossed(Cases t, Tensor ragged, Tensor splits, Tensor sparse, Tensor dense) {
        return t.op("RaggedCross")
                .list()
                .input(ragged)
                .end()
                .list()
                .input(splits)
                .end()
                .list()
                .input(Tensor.of(Shape.of(3, 2), 0L, 0L, 1L, 0L, 1L, 2L))
                .end()
                .list()
                .input(sparse)
                .end()
                .list()
                .input(Tensor.vector(2L, 3L))
                .end()
                .list()
                .input(dense)
                .end();
    }

    private static void cross(Cases t) {
        Tensor words = Tensor.vector("a", "bb", "a long word that is not short at all");
        Tensor numbers = Tensor.vector(1L, -2L, 300000000000L);
        Tensor dense = Tensor.of(Shape.of(2, 2), "x", "y", "z", "");
        Tensor denseNumbers = Tensor.of(Shape.of(2, 2), 5L, 6L, 7L, 8L);
        for (boolean hashed : new boolean[] {true, false}) {
            for (String order : new String[] {"RSD", "DRS"}) {
                for (long buckets : new long[] {0, 100}) {
                    crossed(t, words, Tensor.vector(0L, 2L, 3L), numbers, dense)
                            .attr("input_order", order)
                            .attr("hashed_output", hashed)
                            .attr("num_buckets", buckets)
                            .attr("hash_key", 956888297470L)
                            .attr("out_values_type", hashed ? DType.INT64 : DType.STRING)
                            .attr("out_row_splits_type", DType.INT64)
                            .once();
                    crossed(t, numbers, Tensor.vector(0, 0, 3), words, denseNumbers)
                            .attr("input_order", order)
                            .attr("hashed_output", hashed)
                            .attr("num_buckets", buckets)
                            .attr("hash_key", 11)
                            .attr("out_values_type", hashed ? DType.INT64 : DType.STRING)
                            .attr("out_row_splits_type", DType.INT32)
                            .once();
                }
            }
        }
        crossed(t, words, Tensor.vector(0L, 3L), numbers, dense)
                .attr("input_order", "RSD")
                .attr("hashed_output", false)
                .attr("num_buckets", 0)
                .attr("hash_key", 1)
                .attr("out_values_type", DType.STRING)
                .attr("out_row_splits_type", DType.INT64)
                .fails("inputs must all have the same batch dimension size.")
                .once();
        crossed(t, words, Tensor.vector(0L, 2L, 2L), numbers, dense)
                .attr("input_order", "RSD")
                .attr("hashed_output", false)
                .attr("num_buckets", 0)
                .attr("hash_key", 1)
                .attr("out_values_type", DType.STRING)
                .attr("out_row_splits_type", DType.INT64)
                .fails("Invalid ragged splits")
                .once();
    }
}
