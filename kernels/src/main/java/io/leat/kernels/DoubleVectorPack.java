// Generated from FloatVectorPack.java by TwinsTest: change that file.
package io.leat.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of parts of a right operand into panels. */
final class DoubleVectorPack {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int WIDTH = LANES.length();

    private DoubleVectorPack() {}

    /**
     * Copies a row of whole panels: the panel of column j begins at
     * {@code outOffset + j / DoubleRight.WIDE * panelStep}.
     */
    static void row(double[] x, int offset, int columns, double[] out, int outOffset, int panelStep) {
        int to = outOffset;
        for (int j = 0; j < columns; j += DoubleRight.WIDE) {
            DoubleVector.fromArray(LANES, x, offset + j).intoArray(out, to);
            DoubleVector.fromArray(LANES, x, offset + j + WIDTH).intoArray(out, to + WIDTH);
            to += panelStep;
        }
    }

    /** Copies {@code n} elements, and others behind them up to a whole number of vectors. */
    static void run(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            DoubleVector.fromArray(LANES, x, from + i).intoArray(out, to + i);
        }
    }

    /**
     * {@code out[outOffset + p * width + j] = x[offset + p * rowStep + j * columnStep]} for {@code p < rows} and
     * {@code j < columns}; zeros for {@code columns <= j < width}.
     */
    static void panel(
            double[] x,
            int offset,
            int rowStep,
            int columnStep,
            int rows,
            int columns,
            double[] out,
            int outOffset,
            int width) {
        int j = 0;
        for (; rowStep == 1 && j + 4 <= columns; j += 4) {
            fourColumns(x, offset + j * columnStep, columnStep, rows, out, outOffset + j, width);
        }
        for (int p = 0; p < rows; p++) {
            int from = offset + p * rowStep;
            int to = outOffset + p * width;
            for (int i = j; i < columns; i++) {
                out[to + i] = x[from + i * columnStep];
            }
            for (int i = columns; i < width; i++) {
                out[to + i] = 0d;
            }
        }
    }

    private static void fourColumns(
            double[] x, int offset, int columnStep, int rows, double[] out, int outOffset, int width) {
        int from1 = offset + columnStep;
        int from2 = from1 + columnStep;
        int from3 = from2 + columnStep;
        for (int p = 0; p < rows; p++) {
            int to = outOffset + p * width;
            out[to] = x[offset + p];
            out[to + 1] = x[from1 + p];
            out[to + 2] = x[from2 + p];
            out[to + 3] = x[from3 + p];
        }
    }
}
