package io.leat.compiler.codegen;

import java.util.List;

/**
 * A call for each row: a range in which every input is full, or runs along, or stands still. Without inputs that make
 * rows, one call does everything.
 */
final class RowDriver implements Driver {
    private final int[] sizes;
    private final int[][] strides;
    private final int[] zeros;
    private final boolean flat;

    RowDriver(Broadcasting loops, List<Access> access) {
        this.sizes = loops.sizes();
        this.strides = loops.strides();
        this.zeros = new int[strides.length];
        boolean onlyFlat = true;
        for (int k = 0; k < strides.length; k++) {
            onlyFlat &= access.get(k) == Access.SAME || loops.isSingle(k);
        }
        this.flat = onlyFlat;
    }

    @Override
    public int aligned(int p) {
        return p - p % Scratch.TILE;
    }

    @Override
    public void run(MapKernel kernel, Object[] inputs, Object[] outputs, int from, int to) {
        if (flat) {
            kernel.run(inputs, zeros, outputs, from, to - from);
        } else if (from < to) {
            rows(kernel, inputs, outputs, from, to);
        }
    }

    private void rows(MapKernel kernel, Object[] inputs, Object[] outputs, int from, int to) {
        int last = sizes.length - 1;
        int[] index = new int[sizes.length];
        int[] at = new int[strides.length];
        int rest = from;
        for (int d = last; d >= 0; d--) {
            index[d] = rest % sizes[d];
            rest /= sizes[d];
            for (int k = 0; k < at.length; k++) {
                at[k] += index[d] * strides[k][d];
            }
        }
        for (int p = from; p < to; ) {
            int n = Math.min(sizes[last] - index[last], to - p);
            kernel.run(inputs, at, outputs, p, n);
            p += n;
            for (int k = 0; k < at.length; k++) {
                at[k] -= index[last] * strides[k][last];
            }
            index[last] = 0;
            advance(index, at, last - 1);
        }
    }

    /** Steps the loops from {@code d} outwards. */
    private void advance(int[] index, int[] at, int d) {
        for (int e = d; e >= 0; e--) {
            boolean again = ++index[e] == sizes[e];
            for (int k = 0; k < at.length; k++) {
                at[k] += strides[k][e] * (again ? 1 - sizes[e] : 1);
            }
            if (!again) {
                return;
            }
            index[e] = 0;
        }
    }
}
