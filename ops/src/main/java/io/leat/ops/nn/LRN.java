package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Value;
import io.leat.kernels.Lrn;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/**
 * Local response normalisation: {@code output[..., c] = input[..., c] / (bias + alpha * sum(input[..., j]^2))^beta}, summed
 * over {@code |j - c| <= depth_radius}. Images [batch, height, width, channels].
 */
@OpSpec("LRN(input: T) -> (output: T); depth_radius: int = 5; bias: float = 1.0; alpha: float = 1.0; beta: "
        + "float = 0.5; T: {half, bfloat16, float} = DT_FLOAT")
public final class LRN extends Op {
    /** Local response normalisation over windows of {@code 2 * depthRadius + 1} channels. */
    @Endpoint("nn.localResponseNormalization")
    public static Output of(Ops tf, Operand input, long depthRadius, float bias, float alpha, float beta) {
        return tf.op("LRN")
                .input(input)
                .attr("depth_radius", depthRadius)
                .attr("bias", bias)
                .attr("alpha", alpha)
                .attr("beta", beta)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0, 4));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 4) {
            throw new InvalidArgumentException("in must be 4-dimensional");
        }
        LocalResponse lrn = LocalResponse.of(c.attrs());
        lrn.check();
        Rows rows = Rows.of(c.shape(0));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), x.shape());
        for (int r = 0; r < rows.count(); r++) {
            int start = r * rows.columns();
            double[] norms = lrn.norms(x, start, rows.columns());
            for (int j = 0; j < rows.columns(); j++) {
                y.set(start + j, x.real(start + j) * Math.pow(norms[j], -lrn.beta()));
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Lrn lrn = LocalResponse.of(c.attrs()).kernel();
        Rows rows = Rows.of(c.shape(0));
        Value x = Precision.widen(c, c.input(0));
        Value y = c.library(
                name(),
                (in, out, parallel) ->
                        lrn.forward((float[]) in[0], 0, (float[]) out[0], 0, rows.count(), rows.columns(), parallel),
                x.dtype(),
                x.shape(),
                x);
        c.output(0, Precision.cast(c, y, c.dtype(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        NodeBuilder node = b.tf().op("LRNGrad").input(b.dy(0)).input(b.input(0)).input(b.output(0));
        b.dx(0, node.attrs(b.attrs()).add().output(0));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
