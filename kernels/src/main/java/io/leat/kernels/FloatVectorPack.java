package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of parts of a right operand into panels. */
final class FloatVectorPack {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();

    private FloatVectorPack() {}

    /**
     * {@code out[outOffset + p * width + j] = x[offset + p * rowStep + j * columnStep]} for {@code p < rows} and
     * {@code j < columns}; zeros for {@code columns <= j < width}.
     */
    static void panel(
            float[] x,
            int offset,
            int rowStep,
            int columnStep,
            int rows,
            int columns,
            float[] out,
            int outOffset,
            int width) {
        if (columnStep == 1 && columns == width) {
            for (int v = 0; v < width; v += WIDTH) {
                stripe(x, offset + v, rowStep, rows, out, outOffset + v, width);
            }
            return;
        }
        int j = 0;
        for (; j + 4 <= columns; j += 4) {
            fourColumns(x, offset + j * columnStep, rowStep, columnStep, rows, out, outOffset + j, width);
        }
        for (; j < width; j++) {
            for (int p = 0; p < rows; p++) {
                out[outOffset + p * width + j] = j < columns ? x[offset + p * rowStep + j * columnStep] : 0f;
            }
        }
    }

    private static void stripe(float[] x, int offset, int rowStep, int rows, float[] out, int outOffset, int width) {
        for (int p = 0; p < rows; p++) {
            FloatVector.fromArray(LANES, x, offset + p * rowStep).intoArray(out, outOffset + p * width);
        }
    }

    private static void fourColumns(
            float[] x, int offset, int rowStep, int columnStep, int rows, float[] out, int outOffset, int width) {
        for (int p = 0; p < rows; p++) {
            int from = offset + p * rowStep;
            int to = outOffset + p * width;
            out[to] = x[from];
            out[to + 1] = x[from + columnStep];
            out[to + 2] = x[from + 2 * columnStep];
            out[to + 3] = x[from + 3 * columnStep];
        }
    }
}
