package io.leat.ops.math;

import io.leat.ir.ArrayKernel;
import io.leat.kernels.Indices;
import io.leat.kernels.Parallel;
import io.leat.kernels.SegmentExtremes;
import io.leat.kernels.Segments;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** The kernels that combine segments. */
final class SegmentKernels {
    private SegmentKernels() {}

    /** A loop over some arrays that returns the position of the first number that is too large, or -1. */
    @FunctionalInterface
    private interface Loop {
        int run(Object data, int[] ids, Object out, Parallel parallel);
    }

    /**
     * The kernel from data and segment numbers to the combined parts of {@code width} elements, or null where the dtypes
     * have none.
     */
    static @Nullable ArrayKernel of(SegmentKind kind, DType type, DType idType, Shape ids, int width, int segments) {
        int count = Math.toIntExact(ids.size());
        boolean extreme = kind == SegmentKind.MAX || kind == SegmentKind.MIN;
        Loop loop = extreme
                ? extreme(kind == SegmentKind.MIN, type, count, width, segments)
                : arithmetic(kind, type, count, width, segments);
        if (loop == null || idType != DType.INT32 && idType != DType.INT64) {
            return null;
        }
        return (in, out, p) -> {
            int[] numbers = idType == DType.INT32 ? (int[]) in[1] : Indices.toInts((long[]) in[1], 0, count);
            int bad = loop.run(in[0], numbers, out[0], p);
            if (bad >= 0) {
                long id = idType == DType.INT32 ? ((int[]) in[1])[bad] : ((long[]) in[1])[bad];
                throw UnsortedSegments.outOfRange(ids, bad, id, segments);
            }
        };
    }

    private static @Nullable Loop arithmetic(SegmentKind kind, DType type, int count, int width, int segments) {
        var op = kind.kernel();
        int start = kind == SegmentKind.PROD ? 1 : 0;
        return switch (type) {
            case FLOAT32 ->
                (x, ids, y, p) -> Segments.combine(
                        op, (float) start, (float[]) x, 0, ids, 0, count, width, (float[]) y, 0, segments, p);
            case FLOAT64 ->
                (x, ids, y, p) -> Segments.combine(
                        op, (double) start, (double[]) x, 0, ids, 0, count, width, (double[]) y, 0, segments, p);
            case INT32 ->
                (x, ids, y, p) ->
                        Segments.combine(op, start, (int[]) x, 0, ids, 0, count, width, (int[]) y, 0, segments, p);
            case INT64 ->
                (x, ids, y, p) -> Segments.combine(
                        op, (long) start, (long[]) x, 0, ids, 0, count, width, (long[]) y, 0, segments, p);
            default -> null;
        };
    }

    private static @Nullable Loop extreme(boolean least, DType type, int count, int width, int segments) {
        return switch (type) {
            case FLOAT32 ->
                (x, ids, y, p) -> SegmentExtremes.run(least, (float[]) x, ids, count, width, (float[]) y, segments, p);
            case FLOAT64 ->
                (x, ids, y, p) ->
                        SegmentExtremes.run(least, (double[]) x, ids, count, width, (double[]) y, segments, p);
            case INT32 ->
                (x, ids, y, p) -> SegmentExtremes.run(least, (int[]) x, ids, count, width, (int[]) y, segments, p);
            case INT64 ->
                (x, ids, y, p) -> SegmentExtremes.run(least, (long[]) x, ids, count, width, (long[]) y, segments, p);
            default -> null;
        };
    }
}
