package io.leat.ops.rnn;

import io.leat.graph.Compute;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The sizes of a step of LSTM cells, checked in TensorFlow's words. */
record LstmSizes(int batch, int inputs, int cells) {
    /**
     * Of inputs {@code x, cs_prev, h_prev, w, wci, wcf, wco, b} in that order from {@code first} on.
     *
     * @param rank of x, whose last two dimensions are batch and inputs
     */
    static LstmSizes of(Compute c, int first, int rank, boolean peephole) {
        Shape x = c.shape(first);
        Shape cs = c.shape(first + 1);
        Shape h = c.shape(first + 2);
        Shape w = c.shape(first + 3);
        Shape b = c.shape(first + 7);
        requireRank("x", x, rank);
        requireRank("cs_prev", cs, 2);
        requireRank("h_prev", h, 2);
        requireRank("w", w, 2);
        requireRank("b", b, 1);
        var sizes = new LstmSizes((int) x.dim(rank - 2), (int) x.dim(rank - 1), (int) cs.dim(1));
        require("cs_prev.dims(0) != batch_size", cs.dim(0), sizes.batch);
        require("h_prev.dims(0) != batch_size", h.dim(0), sizes.batch);
        require("h_prev.dims(1) != cell_size", h.dim(1), sizes.cells);
        require("w.dim_size(0) != input_size + cell_size", w.dim(0), sizes.inputs + sizes.cells);
        require("w.dim_size(1) != cell_size * 4", w.dim(1), sizes.cells * 4L);
        require("b.dim_size(0) != cell_size * 4", b.dim(0), sizes.cells * 4L);
        if (peephole) {
            String[] names = {"wci", "wcf", "wco"};
            for (int i = 0; i < names.length; i++) {
                requireRank(names[i], c.shape(first + 4 + i), 1);
                require(
                        names[i] + ".dim_size(0) != cell_size",
                        c.shape(first + 4 + i).dim(0),
                        sizes.cells);
            }
        }
        return sizes;
    }

    static void requireRank(String what, Shape s, int rank) {
        if (s.rank() != rank) {
            throw new InvalidArgumentException(what + " must be rank " + rank + " but is rank " + s.rank());
        }
    }

    static void require(String what, long actual, long wanted) {
        if (actual != wanted) {
            throw new InvalidArgumentException(what + ": " + actual + " vs. " + wanted);
        }
    }

    /** The elements of a state of the whole batch. */
    int states() {
        return batch * cells;
    }
}
