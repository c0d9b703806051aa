package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.kernels.Lrn;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/** What {@code LRN} and its gradient share: {@code norm[c] = bias + alpha * sum(in[j]^2)} over channels near c. */
record LocalResponse(int radius, double bias, double alpha, double beta) {
    static LocalResponse of(Attrs a) {
        return new LocalResponse(a.intValue("depth_radius"), a.real("bias"), a.real("alpha"), a.real("beta"));
    }

    /**
     * The form that the kernels' loops take.
     *
     * @throws InvalidArgumentException if the radius is negative
     */
    Lrn kernel() {
        check();
        return new Lrn(radius, (float) bias, (float) alpha, (float) beta);
    }

    void check() {
        if (radius < 0) {
            throw new InvalidArgumentException("depth_radius = " + radius + " must be non-negative");
        }
    }

    int from(int channel) {
        return Math.max(0, channel - radius);
    }

    int to(int channel, int depth) {
        return (int) Math.min(depth, (long) channel + radius + 1);
    }

    /** The norms of the channels of one pixel. */
    double[] norms(Elements in, int start, int depth) {
        double[] norms = new double[depth];
        for (int c = 0; c < depth; c++) {
            double sum = 0;
            for (int j = from(c); j < to(c, depth); j++) {
                sum += in.real(start + j) * in.real(start + j);
            }
            norms[c] = bias + alpha * sum;
        }
        return norms;
    }
}
