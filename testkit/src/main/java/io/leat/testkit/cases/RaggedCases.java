package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;
import java.util.Arrays;

/** Ragged tensors. */
public final class RaggedCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final DType[] RANGED = {F32, F64, DType.INT32, DType.INT64};
    private static final DType[] QUANTIZED = {DType.QINT8, DType.QUINT8, DType.QINT16, DType.QUINT16, DType.QINT32};

    private RaggedCases() {}

    public static void addTo(Cases t) {
        ranges(t);
        gather(t);
        sparse(t);
        dense(t);
        shapes(t);
        denseErrors(t);
    }

    private static void ranges(Cases t) {
        for (DType splits : new DType[] {DType.INT32, DType.INT64}) {
            t.op("RaggedRange")
                    .fixedValues(Shape.of(4), 0, 5, 8, 1)
                    .fixedValues(Shape.of(4), 3, 5, 1, 12)
                    .fixedValues(Shape.of(4), 1, 2, -3, 5)
                    .attr("Tsplits", splits)
                    .over(RANGED);
            t.op("RaggedRange")
                    .fixedValues(Shape.SCALAR, 2)
                    .fixedValues(Shape.of(2), 5, -5)
                    .fixedValues(Shape.SCALAR, 2)
                    .attr("Tsplits", splits)
                    .over(RANGED);
        }
        t.op("RaggedRange")
                .fixedValues(Shape.SCALAR, 2)
                .fixedValues(Shape.SCALAR, 6)
                .fixedValues(Shape.SCALAR, 3)
                .over(RANGED);
        t.op("RaggedRange")
                .fixedValues(Shape.of(2), 0, 0.5)
                .fixedValues(Shape.SCALAR, 1)
                .fixedValues(Shape.of(2), 0.3, 0.1)
                .over(F32, F64);
        t.op("RaggedRange")
                .fixedValues(Shape.of(0))
                .fixedValues(Shape.of(0))
                .fixedValues(Shape.SCALAR, 1)
                .over(RANGED);
        t.op("RaggedRange")
                .fixedValues(Shape.of(1), 0)
                .fixedValues(Shape.of(1), 1)
                .fixedValues(Shape.SCALAR, 0)
                .fails("Requires delta != 0")
                .over(RANGED);
        t.op("RaggedRange")
                .fixedValues(Shape.of(1), 0)
                .fixedValues(Shape.of(2), 1, 2)
                .fixedValues(Shape.SCALAR, 1)
                .fails("starts, limits, and deltas must have the same shape")
                .over(F32);
        t.op("RaggedRange")
                .fixedValues(Shape.of(1, 1), 0)
                .fixedValues(Shape.SCALAR, 1)
                .fixedValues(Shape.SCALAR, 1)
                .fails("")
                .over(F32);
    }

    private static CaseBuilder splits(Cases t, String op, DType type, long[]... splits) {
        CaseBuilder b = t.op(op).list();
        for (long[] s : splits) {
            double[] values = Arrays.stream(s).asDoubleStream().toArray();
            b.input(Tensor.of(type, Shape.of(s.length), values));
        }
        return b.end();
    }

    private static final long[] OUTER = {0, 2, 2, 3};
    private static final long[] INNER = {0, 1, 4, 5};

    private static void gather(Cases t) {
        for (DType type : new DType[] {DType.INT32, DType.INT64}) {
            splits(t, "RaggedGather", type, INNER)
                    .x(5)
                    .input(Tensor.of(type, Shape.of(4), 2, 1, 1, 0))
                    .attr("OUTPUT_RAGGED_RANK", 1)
                    .over(ALL);
            splits(t, "RaggedGather", type, OUTER, INNER)
                    .x(5, 2)
                    .input(Tensor.of(type, Shape.of(2, 2), 2, 1, 0, 0))
                    .attr("OUTPUT_RAGGED_RANK", 3)
                    .over(F32, F64, DType.STRING);
            splits(t, "RaggedGather", type, OUTER, INNER)
                    .x(5)
                    .input(Tensor.of(type, Shape.SCALAR, 0))
                    .attr("OUTPUT_RAGGED_RANK", 1)
                    .over(F32, F64);
        }
        splits(t, "RaggedGather", DType.INT64, INNER)
                .fixed(5)
                .input(Tensor.vector(2L, 0L))
                .attr("OUTPUT_RAGGED_RANK", 1)
                .over(QUANTIZED);
        splits(t, "RaggedGather", DType.INT64, INNER)
                .x(5)
                .input(Tensor.vector(new int[0]))
                .attr("OUTPUT_RAGGED_RANK", 1)
                .over(F32);
        splits(t, "RaggedGather", DType.INT64, INNER)
                .x(5)
                .input(Tensor.vector(0, 3))
                .attr("OUTPUT_RAGGED_RANK", 1)
                .fails("indices[1] = 3 is not in [0, 3)")
                .over(F32);
        splits(t, "RaggedGather", DType.INT64, INNER)
                .x(4)
                .input(Tensor.vector(0))
                .attr("OUTPUT_RAGGED_RANK", 1)
                .fails("Ragged splits must not point past values")
                .over(F32);
        splits(t, "RaggedGather", DType.INT64, new long[] {0, 3, 2, 5})
                .x(5)
                .input(Tensor.vector(0))
                .attr("OUTPUT_RAGGED_RANK", 1)
                .fails("Ragged splits must be sorted")
                .over(F32);
        splits(t, "RaggedGather", DType.INT64, new long[] {-1, 3})
                .x(5)
                .input(Tensor.vector(0))
                .attr("OUTPUT_RAGGED_RANK", 1)
                .fails("Ragged splits must be non-negative")
                .over(F32);
    }

    private static void sparse(Cases t) {
        for (DType type : new DType[] {DType.INT32, DType.INT64}) {
            splits(t, "RaggedTensorToSparse", type, INNER).x(5).over(ALL);
            splits(t, "RaggedTensorToSparse", type, OUTER, INNER).x(5, 2).over(F32, F64);
            splits(t, "RaggedTensorToSparse", type, new long[] {0, 0, 0})
                    .x(0, 2)
                    .over(F32, F64);
        }
        splits(t, "RaggedTensorToSparse", DType.INT64, new long[] {0}).x(0).over(F32);
        splits(t, "RaggedTensorToSparse", DType.INT64, new long[0])
                .x(0)
                .fails("ragged splits may not be empty.")
                .over(F32);
        splits(t, "RaggedTensorToSparse", DType.INT64, new long[] {1, 3})
                .x(3)
                .fails("First value of ragged splits must be 0.")
                .over(F32);
        splits(t, "RaggedTensorToSparse", DType.INT64, new long[] {0, 3, 2, 5})
                .x(5)
                .fails("Ragged splits should be non decreasing, but we got 3 followed by 2")
                .over(F32);
        splits(t, "RaggedTensorToSparse", DType.INT64, INNER)
                .x(6)
                .fails("Final value of ragged splits must match the length the corresponding ragged values.")
                .over(F32);
    }

    private static Attr kinds(String... kinds) {
        return Attr.of(kinds);
    }

    /** With the values, shape and default in the given order already there. */
    private static CaseBuilder partitions(CaseBuilder b, DType type, long[]... parts) {
        b.list();
        for (long[] p : parts) {
            double[] values = Arrays.stream(p).asDoubleStream().toArray();
            b.input(Tensor.of(type, p.length == 1 ? Shape.SCALAR : Shape.of(p.length), values));
        }
        return b.end();
    }

    private static final long[] ROWIDS = {0, 1, 1, 1, 2};

    private static void dense(Cases t) {
        for (DType type : new DType[] {DType.INT32, DType.INT64}) {
            partitions(
                            t.op("RaggedTensorToTensor")
                                    .constant(Tensor.vector(-1L, -1L))
                                    .x(5)
                                    .x(),
                            type,
                            INNER)
                    .attr("row_partition_types", kinds("ROW_SPLITS"))
                    .over(ALL);
            partitions(
                            t.op("RaggedTensorToTensor")
                                    .constant(Tensor.vector(-1, -1))
                                    .x(5)
                                    .x(),
                            type,
                            new long[] {4},
                            ROWIDS)
                    .attr("row_partition_types", kinds("FIRST_DIM_SIZE", "VALUE_ROWIDS"))
                    .over(ALL);
            partitions(
                            t.op("RaggedTensorToTensor")
                                    .constant(Tensor.vector(-1L, -1L, -1L, -1L))
                                    .x(5, 2)
                                    .x(2),
                            type,
                            OUTER,
                            ROWIDS)
                    .attr("row_partition_types", kinds("ROW_SPLITS", "VALUE_ROWIDS"))
                    .over(F32, F64);
            partitions(
                            t.op("RaggedTensorToTensor")
                                    .constant(Tensor.vector(-1L, -1L, -1L))
                                    .x(5)
                                    .x(),
                            type,
                            new long[] {3},
                            new long[] {0, 0, 2},
                            INNER)
                    .attr("row_partition_types", kinds("FIRST_DIM_SIZE", "VALUE_ROWIDS", "ROW_SPLITS"))
                    .over(F32, F64);
        }
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L, -1L))
                                .fixed(5)
                                .fixed(),
                        DType.INT64,
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS"))
                .over(QUANTIZED);
    }

    private static void shapes(Cases t) {
        for (long[] shape : new long[][] {{2, -1}, {-1, 2}, {5, 5}, {2, 2}, {0, 3}, {3, 0}}) {
            partitions(
                            t.op("RaggedTensorToTensor")
                                    .constant(Tensor.vector(shape))
                                    .x(5)
                                    .x(),
                            DType.INT64,
                            INNER)
                    .attr("row_partition_types", kinds("ROW_SPLITS"))
                    .over(F32, F64);
            partitions(
                            t.op("RaggedTensorToTensor")
                                    .constant(Tensor.vector(shape))
                                    .x(5)
                                    .x(),
                            DType.INT64,
                            new long[] {3},
                            ROWIDS)
                    .attr("row_partition_types", kinds("FIRST_DIM_SIZE", "VALUE_ROWIDS"))
                    .over(F32, F64);
        }
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.scalar(-1))
                                .x(5, 2)
                                .x(),
                        DType.INT64,
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS"))
                .over(F32, F64);
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(2L, 2L, 3L, 2L))
                                .x(5, 2)
                                .x(1),
                        DType.INT64,
                        OUTER,
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS", "ROW_SPLITS"))
                .over(F32, F64);
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L, -1L, 2L, 3L))
                                .x(5, 2, 3)
                                .x(1, 3),
                        DType.INT64,
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS"))
                .over(F32, F64);
    }

    private static void denseErrors(Cases t) {
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L))
                                .x(5)
                                .x(),
                        DType.INT64,
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS"))
                .fails("are incompatible: rt_input.rank = 2 but shape.rank = 1")
                .over(F32);
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L, -1L, 3L))
                                .x(5, 2)
                                .x(),
                        DType.INT64,
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS"))
                .fails("are incompatible: rt_input.shape[2] = 2 but shape[2] = 3")
                .over(F32);
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L, -1L))
                                .x(5)
                                .x(1),
                        DType.INT64,
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS"))
                .fails("are incompatible: default_value.rank = 1  must be less than rt_input.flat_values.rank = 1")
                .over(F32);
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L, -1L))
                                .x(5)
                                .x(),
                        DType.INT64,
                        new long[] {2},
                        ROWIDS)
                .attr("row_partition_types", kinds("FIRST_DIM_SIZE", "VALUE_ROWIDS"))
                .fails("Got next_value_rowid=2 which is not less than 2")
                .over(F32);
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L, -1L))
                                .x(5)
                                .x(),
                        DType.INT64,
                        ROWIDS)
                .attr("row_partition_types", kinds("VALUE_ROWIDS"))
                .fails("Cannot handle VALUE_ROWIDS in first dimension.")
                .over(F32);
        partitions(
                        t.op("RaggedTensorToTensor")
                                .constant(Tensor.vector(-1L, -1L, -1L))
                                .x(5)
                                .x(),
                        DType.INT64,
                        new long[] {0, 2},
                        INNER)
                .attr("row_partition_types", kinds("ROW_SPLITS", "ROW_SPLITS"))
                .fails("Row partition size is greater than output size: 3 > 2")
                .over(F32);
    }
}
