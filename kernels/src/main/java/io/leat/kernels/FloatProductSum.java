package io.leat.kernels;

import java.util.Arrays;

/**
 * Sums of products of matrices of {@code float}: see {@link ProductSum}. Short products are joined: their right operands
 * are packed one below the other and their left operands copied side by side, as if they were one long product.
 */
final class FloatProductSum {
    /** Products with a longer inner dimension on average are efficient alone. */
    private static final int SHORT = 256;

    private final ProductSum sum;
    private final Object[] operands;
    private final float[] c;
    private final Parallel parallel;

    private FloatProductSum(ProductSum sum, Object[] operands, float[] c, Parallel parallel) {
        this.sum = sum;
        this.operands = operands;
        this.c = c;
        this.parallel = parallel;
    }

    /** See {@link ProductSum#floats}. */
    static void run(ProductSum sum, Object[] operands, float[] c, Parallel parallel) {
        int[] inner = sum.inner();
        int total = Math.toIntExact(Arrays.stream(inner).asLongStream().sum());
        boolean joins =
                inner.length > 1 && FloatProduct.packs(sum.m(), sum.n(), total) && total <= (long) SHORT * inner.length;
        var run = new FloatProductSum(sum, operands, c, parallel);
        if (joins) {
            run.joined(total);
        } else {
            run.oneByOne();
        }
    }

    private float[] a(int i) {
        return (float[]) operands[2 * i];
    }

    private float[] b(int i) {
        return (float[]) operands[2 * i + 1];
    }

    private int lda(int i) {
        return sum.transA() ? sum.m() : sum.inner()[i];
    }

    private int ldb(int i) {
        return sum.transB() ? sum.inner()[i] : sum.n();
    }

    private void oneByOne() {
        int m = sum.m();
        int n = sum.n();
        int[] inner = sum.inner();
        if (inner.length == 0) {
            Arrays.fill(c, 0, m * n, 0f);
        }
        for (int i = 0; i < inner.length; i++) {
            FloatGemm.gemm(
                    sum.transA(),
                    sum.transB(),
                    m,
                    n,
                    inner[i],
                    a(i),
                    0,
                    lda(i),
                    b(i),
                    0,
                    ldb(i),
                    i > 0,
                    c,
                    0,
                    n,
                    parallel);
        }
    }

    private void joined(int total) {
        int[] inner = sum.inner();
        int groups = (total + FloatGemm.TURNED - 1) / FloatGemm.TURNED;
        int wanted = (total + groups - 1) / groups;
        for (int i = 0; i < inner.length; ) {
            int first = i;
            int depth = inner[i++];
            while (i < inner.length && depth + inner[i] / 2 <= wanted) {
                depth += inner[i++];
            }
            group(first, i, depth);
        }
    }

    private void group(int first, int end, int depth) {
        int[] at = new int[end - first];
        for (int i = 1; i < at.length; i++) {
            at[i] = at[i - 1] + sum.inner()[first + i - 1];
        }
        try (Scratch shared = Scratch.take()) {
            float[] packed = shared.floats(Scratch.RIGHT, FloatRight.packedSize(depth, sum.n()));
            FloatRight right = FloatRight.prepared(packed, Runs.of(depth, 0, 0), sum.n());
            parallel.run(at.length, i -> {
                int pair = first + i;
                int rowStep = sum.transB() ? 1 : ldb(pair);
                int columnStep = sum.transB() ? ldb(pair) : 1;
                int to = at[i] + sum.inner()[pair];
                right.packRows(b(pair), 0, rowStep, columnStep, at[i], to, 0, sum.n());
            });
            int m = sum.m();
            int tileRows = FloatGemm.tileRows(m, 1, FloatRight.BLOCK_ROWS, parallel);
            parallel.run((m + tileRows - 1) / tileRows, part -> {
                int row = part * tileRows;
                tile(first, at, depth, row, Math.min(tileRows, m - row), right);
            });
        }
    }

    private void tile(int first, int[] at, int depth, int row, int rows, FloatRight right) {
        int step = depth + 16;
        try (Scratch work = Scratch.take()) {
            float[] left = work.floats(Scratch.LEFT, rows * step);
            for (int i = 0; i < at.length; i++) {
                int k = sum.inner()[first + i];
                if (sum.transA()) {
                    FloatGemm.turn(k, rows, a(first + i), row, sum.m(), left, at[i], step);
                } else {
                    for (int r = 0; r < rows; r++) {
                        System.arraycopy(a(first + i), (row + r) * k, left, r * step + at[i], k);
                    }
                }
            }
            int[] aRows = FloatGemm.steps(work.ints(Scratch.LEFT, rows + 5), rows, 0, step);
            int[] cRows = FloatGemm.steps(work.ints(Scratch.TILE, rows + 5), rows, row * sum.n(), sum.n());
            right.timesRows(left, aRows, rows, 0, sum.n(), first > 0, c, cRows, work);
        }
    }
}
