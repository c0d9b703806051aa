package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Ops on the three colours of each pixel, which are the last dimension. */
abstract class ColorOp extends Op {
    /** Replaces the colours of a pixel; {@code by} is the second input, if the op has one. */
    abstract void convert(double[] rgb, double by);

    /** Converts the colours of pixels {@code from} to {@code to}. */
    private void convert(float[] in, float[] out, int from, int to, double by) {
        double[] pixel = new double[3];
        for (int i = from; i < to; i++) {
            for (int k = 0; k < 3; k++) {
                pixel[k] = in[3 * i + k];
            }
            convert(pixel, by);
            for (int k = 0; k < 3; k++) {
                out[3 * i + k] = (float) pixel[k];
            }
        }
    }

    /** The least number of dimensions. */
    int minimalRank() {
        return 1;
    }

    @Override
    protected void infer(Inference c) {
        Shape s = c.shape(0).withRankAtLeast(minimalRank());
        if (c.inputs() > 1) {
            c.shape(1).withRank(0);
        }
        c.output(0, s.hasRank() ? s.withDim(-1, Shape.mergeDims(s.dim(-1), 3)) : s);
    }

    @Override
    protected void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() < minimalRank()) {
            throw new InvalidArgumentException("input must be at least " + minimalRank() + "-D, got shape" + s);
        }
        if (s.dim(-1) != 3) {
            throw new InvalidArgumentException(
                    "input must have 3 channels but instead has " + s.dim(-1) + " channels.");
        }
        double by = 0;
        if (c.inputs() > 1) {
            if (c.shape(1).rank() != 0) {
                throw new InvalidArgumentException("scale must be scalar: " + c.shape(1));
            }
            by = Elements.of(c.input(1)).real(0);
        }
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), s);
        double[] pixel = new double[3];
        for (int i = 0; i < x.size(); i += 3) {
            for (int k = 0; k < 3; k++) {
                pixel[k] = x.real(i + k);
            }
            convert(pixel, by);
            for (int k = 0; k < 3; k++) {
                y.set(i + k, pixel[k]);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (c.dtype(0) != DType.FLOAT32) {
            return false;
        }
        int pixels = Math.toIntExact(c.shape(0).size() / 3);
        int part = 1 << 12;
        boolean hasSecond = c.inputs() > 1;
        ArrayKernel kernel = (in, out, parallel) -> {
            double by = hasSecond ? ((float[]) in[1])[0] : 0;
            float[] x = (float[]) in[0];
            float[] y = (float[]) out[0];
            parallel.run(
                    (pixels + part - 1) / part, p -> convert(x, y, p * part, Math.min(pixels, (p + 1) * part), by));
        };
        Value[] inputs = c.allInputs().toArray(Value[]::new);
        c.output(0, c.library(name(), kernel, DType.FLOAT32, c.shape(0), inputs));
        return true;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
