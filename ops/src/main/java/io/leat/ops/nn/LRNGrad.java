package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.Value;
import io.leat.kernels.Lrn;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The gradient of {@code LRN}. Inputs: the gradient of its output, its input and its output. */
@OpSpec("LRNGrad(input_grads: T, input_image: T, output_image: T) -> (output: T); depth_radius: int = 5; "
        + "bias: float = 1.0; alpha: float = 1.0; beta: float = 0.5; T: {half, bfloat16, float} = DT_FLOAT")
public final class LRNGrad extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0, 4).merge(c.shape(1, 4)).merge(c.shape(2, 4)));
    }

    @Override
    protected void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() != 4 || !s.equals(c.shape(1)) || !s.equals(c.shape(2))) {
            throw new InvalidArgumentException("input_grads, input_image, and out_image should have the same shape");
        }
        LocalResponse lrn = LocalResponse.of(c.attrs());
        lrn.check();
        int depth = (int) s.dim(3);
        Elements g = Elements.of(c.input(0));
        Elements x = Elements.of(c.input(1));
        Elements y = Elements.of(c.input(2));
        Elements dx = Elements.allocate(x.dtype(), s);
        for (int r = 0; r < Rows.of(s).count(); r++) {
            int start = r * depth;
            double[] norms = lrn.norms(x, start, depth);
            for (int k = 0; k < depth; k++) {
                double sum = 0;
                for (int j = lrn.from(k); j < lrn.to(k, depth); j++) {
                    sum += g.real(start + j) * y.real(start + j) / norms[j];
                }
                double own = g.real(start + k) * Math.pow(norms[k], -lrn.beta());
                dx.set(start + k, own - 2 * lrn.alpha() * lrn.beta() * x.real(start + k) * sum);
            }
        }
        c.output(0, dx.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Lrn lrn = LocalResponse.of(c.attrs()).kernel();
        Rows rows = Rows.of(c.shape(0));
        Value dx = c.library(
                name(),
                (in, out, parallel) -> lrn.gradient(
                        (float[]) in[1],
                        0,
                        (float[]) in[2],
                        0,
                        (float[]) in[0],
                        0,
                        (float[]) out[0],
                        0,
                        rows.count(),
                        rows.columns(),
                        parallel),
                DType.FLOAT32,
                c.shape(0),
                Precision.widen(c, c.input(0)),
                Precision.widen(c, c.input(1)),
                Precision.widen(c, c.input(2)));
        c.output(0, Precision.cast(c, dx, c.dtype(0)));
        return true;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
