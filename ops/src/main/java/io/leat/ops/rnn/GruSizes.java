package io.leat.ops.rnn;

import io.leat.graph.Compute;
import io.leat.tensor.Shape;

/** The sizes of a step of GRU cells, checked in TensorFlow's words. */
record GruSizes(int batch, int inputs, int cells) {
    /** Of inputs {@code x, h_prev, w_ru, w_c, b_ru, b_c}. */
    static GruSizes of(Compute c) {
        String[] names = {"x", "h_prev", "w_ru", "w_c", "b_ru", "b_c"};
        for (int i = 0; i < names.length; i++) {
            LstmSizes.requireRank(names[i], c.shape(i), i < 4 ? 2 : 1);
        }
        Shape x = c.shape(0);
        Shape h = c.shape(1);
        var sizes = new GruSizes((int) x.dim(0), (int) x.dim(1), (int) h.dim(1));
        long both = (long) sizes.inputs + sizes.cells;
        LstmSizes.require("h_prev.dims(0) != batch_size", h.dim(0), sizes.batch);
        LstmSizes.require(
                "w_ru.dim_size(0) != input_size + cell_size", c.shape(2).dim(0), both);
        LstmSizes.require("w_ru.dim_size(1) != cell_size * 2", c.shape(2).dim(1), sizes.cells * 2L);
        LstmSizes.require(
                "w_c.dim_size(0) != input_size + cell_size", c.shape(3).dim(0), both);
        LstmSizes.require("w_c.dim_size(1) != cell_size", c.shape(3).dim(1), sizes.cells);
        LstmSizes.require("b_ru.dim_size(0) != cell_size * 2", c.shape(4).dim(0), sizes.cells * 2L);
        LstmSizes.require("b_c.dim_size(0) != cell_size", c.shape(5).dim(0), sizes.cells);
        return sizes;
    }

    int states() {
        return batch * cells;
    }

    /** {@code [x, h] w + b} for example n and one column of w. */
    double sum(double[] x, double[] h, double[] w, double[] b, int n, int column) {
        int wide = b.length;
        double sum = b[column];
        for (int k = 0; k < inputs; k++) {
            sum += x[n * inputs + k] * w[k * wide + column];
        }
        for (int k = 0; k < cells; k++) {
            sum += h[n * cells + k] * w[(inputs + k) * wide + column];
        }
        return sum;
    }

    /** The gradient of {@code [x, h]} at column {@code k} from that of {@code [x, h] w}. */
    static double back(double[] gradient, double[] w, int n, int k, int wide) {
        double sum = 0;
        for (int g = 0; g < wide; g++) {
            sum += gradient[n * wide + g] * w[k * wide + g];
        }
        return sum;
    }
}
