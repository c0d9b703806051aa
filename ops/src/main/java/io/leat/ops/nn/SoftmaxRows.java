package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.kernels.Parallel;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/** Ops that compute each row of the last dimension from the same row of the input, in floating dtypes. */
abstract class SoftmaxRows extends Op {
    /** A row of results in the place of a row of logits; it has at least one element. */
    abstract void reference(double[] row);

    abstract void run(Parallel parallel, float[] x, float[] y, Rows rows);

    abstract void run(Parallel parallel, double[] x, double[] y, Rows rows);

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0).withRankAtLeast(1));
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        if (x.shape().rank() < 1) {
            throw new InvalidArgumentException("logits must have >= 1 dimension, got " + x.shape());
        }
        Elements y = Elements.allocate(x.dtype(), x.shape());
        Rows rows = Rows.of(x.shape());
        double[] row = new double[rows.columns()];
        for (int r = 0; r < rows.count(); r++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = x.real(r * row.length + j);
            }
            reference(row);
            for (int j = 0; j < row.length; j++) {
                y.set(r * row.length + j, row[j]);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        Value x = Precision.widen(c, c.input(0));
        Rows rows = Rows.of(c.shape(0));
        ArrayKernel kernel = x.dtype() == DType.FLOAT64
                ? (in, out, parallel) -> run(parallel, (double[]) in[0], (double[]) out[0], rows)
                : (in, out, parallel) -> run(parallel, (float[]) in[0], (float[]) out[0], rows);
        c.output(0, Precision.cast(c, c.library(name(), kernel, x.dtype(), c.shape(0), x), t));
        return true;
    }

    static Output sumOfRows(Ops tf, Output x) {
        return tf.op("Sum")
                .input(x)
                .input(tf.constant(new int[] {-1}))
                .attr("keep_dims", true)
                .add()
                .output(0);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
