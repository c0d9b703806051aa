package io.leat.compiler;

import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.ReduceKind;
import io.leat.ir.Value;
import io.leat.kernels.Reduce;
import io.leat.kernels.Transpose;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reductions by {@link Reduce}, which takes {@code [outer, mid, inner]}: neighbouring dimensions of the same kind are
 * joined, and when kept and reduced ones still alternate, the input is transposed first.
 */
final class ReduceKernels {
    private ReduceKernels() {}

    static ArrayKernel of(Instruction in, CoreOp.Reduce op) {
        Value x = in.inputs().getFirst();
        int[] dims = x.shape().intDims();
        boolean[] reduced = new boolean[dims.length];
        for (int a : op.axes()) {
            reduced[a] = true;
        }
        List<Integer> sizes = new ArrayList<>();
        List<Boolean> kinds = new ArrayList<>();
        for (int d = 0; d < dims.length; d++) {
            if (dims[d] == 1) {
                continue;
            }
            int last = sizes.size() - 1;
            if (last >= 0 && kinds.get(last) == reduced[d]) {
                sizes.set(last, sizes.get(last) * dims[d]);
            } else {
                sizes.add(dims[d]);
                kinds.add(reduced[d]);
            }
        }
        if (kinds.stream().filter(k -> k).count() > 1) {
            return transposed(x.dtype(), op.kind(), sizes, kinds);
        }
        int at = kinds.indexOf(true);
        int outer = at < 0 ? product(sizes) : product(sizes.subList(0, at));
        int mid = at < 0 ? 1 : sizes.get(at);
        int inner = at < 0 ? 1 : product(sizes.subList(at + 1, sizes.size()));
        return kernel(x.dtype(), op.kind(), outer, mid, inner);
    }

    private static int product(List<Integer> sizes) {
        return sizes.stream().reduce(1, (a, b) -> a * b);
    }

    private static ArrayKernel transposed(DType type, ReduceKind kind, List<Integer> sizes, List<Boolean> kinds) {
        int rank = sizes.size();
        int[] dims = sizes.stream().mapToInt(i -> i).toArray();
        int[] permutation = new int[rank];
        int n = 0;
        int outer = 1;
        int mid = 1;
        for (int pass = 0; pass < 2; pass++) {
            for (int d = 0; d < rank; d++) {
                if (kinds.get(d) == (pass == 1)) {
                    permutation[n++] = d;
                    outer *= pass == 0 ? dims[d] : 1;
                    mid *= pass == 1 ? dims[d] : 1;
                }
            }
        }
        ArrayKernel rows = kernel(type, kind, outer, mid, 1);
        long size = Arrays.stream(dims).asLongStream().reduce(1, (a, b) -> a * b);
        return (in, out, p) -> {
            Object moved = type.newArray(size);
            Transpose.permute(in[0], 0, dims, permutation, moved, 0, p);
            rows.run(new Object[] {moved}, out, p);
        };
    }

    private static ArrayKernel kernel(DType type, ReduceKind kind, int outer, int mid, int inner) {
        if (type == DType.BOOL) {
            return kind == ReduceKind.ALL
                    ? (in, out, p) -> Reduce.all(p, (byte[]) in[0], 0, (byte[]) out[0], 0, outer, mid, inner)
                    : (in, out, p) -> Reduce.any(p, (byte[]) in[0], 0, (byte[]) out[0], 0, outer, mid, inner);
        }
        Reduce.Kind k = switch (kind) {
            case SUM -> Reduce.Kind.SUM;
            case MEAN -> Reduce.Kind.MEAN;
            case PROD -> Reduce.Kind.PRODUCT;
            case MAX -> Reduce.Kind.MAX;
            case MIN -> Reduce.Kind.MIN;
            case ALL, ANY -> throw new InternalException(kind + " of " + type);
        };
        return switch (type) {
            case FLOAT32 ->
                (in, out, p) -> Reduce.reduce(k, p, (float[]) in[0], 0, (float[]) out[0], 0, outer, mid, inner);
            case FLOAT64 ->
                (in, out, p) -> Reduce.reduce(k, p, (double[]) in[0], 0, (double[]) out[0], 0, outer, mid, inner);
            case INT32 -> (in, out, p) -> Reduce.reduce(k, p, (int[]) in[0], 0, (int[]) out[0], 0, outer, mid, inner);
            case INT64 -> (in, out, p) -> Reduce.reduce(k, p, (long[]) in[0], 0, (long[]) out[0], 0, outer, mid, inner);
            default -> throw new InternalException("no reduction of " + type);
        };
    }
}
