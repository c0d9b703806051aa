package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.kernels.Parallel;
import java.util.Arrays;

/** {@code exp(logits) / sum(exp(logits))} along the last dimension. */
@OpSpec("Softmax(logits: T) -> (softmax: T); T: {half, bfloat16, float, double}")
public final class Softmax extends SoftmaxRows {
    /** {@code exp(logits) / sum(exp(logits))} along the last dimension. */
    @Endpoint("nn.softmax")
    public static Output of(Ops tf, Operand logits) {
        return tf.call("Softmax", logits);
    }

    @Override
    void reference(double[] row) {
        double max = Arrays.stream(row).max().orElseThrow();
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            row[j] = Math.exp(row[j] - max);
            sum += row[j];
        }
        for (int j = 0; j < row.length; j++) {
            row[j] /= sum;
        }
    }

    @Override
    void run(Parallel parallel, float[] x, float[] y, Rows rows) {
        io.leat.kernels.Softmax.softmax(parallel, x, 0, y, 0, rows.count(), rows.columns());
    }

    @Override
    void run(Parallel parallel, double[] x, double[] y, Rows rows) {
        io.leat.kernels.Softmax.softmax(parallel, x, 0, y, 0, rows.count(), rows.columns());
    }

    @Override
    protected void gradient(Backprop b) {
        Output y = b.output(0);
        b.dx(0, b.dy(0).minus(sumOfRows(b.tf(), b.dy(0).times(y))).times(y));
    }
}
