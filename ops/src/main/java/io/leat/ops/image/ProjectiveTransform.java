package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * Images transformed by projections. Of the eight parameters of an image, {@code a0 a1 a2 b0 b1 b2 c0 c1}, pixel (x, y) of
 * the output is taken from {@code ((a0 x + a1 y + a2) / k, (b0 x + b1 y + b2) / k)} of the input, where {@code k = c0 x + c1
 * y + 1}.
 */
abstract class ProjectiveTransform extends Op {
    /** The value outside of the image. */
    abstract float fill(Compute c);

    @Override
    protected void infer(Inference c) {
        Shape images = c.shape(0, 4);
        Shape transforms = c.shape(1, 2);
        Shape.mergeDims(transforms.dim(1), 8);
        Shape size = c.shape(2, 1);
        Shape.mergeDims(size.dim(0), 2);
        long[] wanted = c.integers(2);
        if (c.inputs() > 3) {
            c.shape(3).withRank(0);
        }
        if (wanted != null && (wanted[0] <= 0 || wanted[1] <= 0)) {
            throw positive(wanted);
        }
        c.output(
                0,
                Shape.of(
                        images.dim(0),
                        wanted == null ? Shape.ANY : wanted[0],
                        wanted == null ? Shape.ANY : wanted[1],
                        images.dim(3)));
    }

    private static InvalidArgumentException positive(long[] wanted) {
        return new InvalidArgumentException(
                "new_height, new_width in output_shape must be positive, but got " + wanted[0] + ", " + wanted[1]);
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        Shape t = c.shape(1);
        if (in.rank() != 4) {
            throw new InvalidArgumentException("Input images must have rank 4");
        }
        boolean matches = t.rank() == 2 && (t.dim(0) == in.dim(0) || t.dim(0) == 1) && t.dim(1) == 8;
        if (!matches) {
            throw new InvalidArgumentException("Input transform should be num_images x 8 or 1 x 8");
        }
        if (c.shape(2).rank() != 1 || c.shape(2).dim(0) != 2) {
            throw new InvalidArgumentException("output shape must be 1-D with 2 elements, got " + c.shape(2));
        }
        long[] size = c.integers(2);
        if (size[0] <= 0 || size[1] <= 0) {
            throw positive(size);
        }
        Sampler sampler = Sampler.of(c.attrs(), Elements.of(c.input(0)), fill(c));
        Elements params = Elements.of(c.input(1));
        Elements out =
                Elements.allocate(c.outputDType(0), in.withDim(1, size[0]).withDim(2, size[1]));
        int channels = (int) in.dim(3);
        int to = 0;
        for (int b = 0; b < in.dim(0); b++) {
            int at = t.dim(0) == 1 ? 0 : 8 * b;
            float[] p = new float[8];
            for (int i = 0; i < 8; i++) {
                p[i] = (float) params.real(at + i);
            }
            for (int y = 0; y < size[0]; y++) {
                for (int x = 0; x < size[1]; x++) {
                    float k = p[6] * x + p[7] * y + 1;
                    float fromX = (p[0] * x + p[1] * y + p[2]) / k;
                    float fromY = (p[3] * x + p[4] * y + p[5]) / k;
                    for (int n = 0; n < channels; n++) {
                        out.set(to++, k == 0 ? sampler.fill() : sampler.at(b, fromY, fromX, n));
                    }
                }
            }
        }
        c.output(0, out.tensor());
    }

    /** TensorFlow's approximation: the gradient is transformed back. */
    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output size = ImageGradients.size(tf, b.input(0));
        NodeBuilder back =
                tf.op(name()).input(b.dy(0)).input(inverse(tf, b.input(1))).input(size);
        if (b.node().inputCount() > 3) {
            back.input(tf.constant(0f));
        }
        b.dx(
                0,
                back.attr("interpolation", b.attrs().text("interpolation"))
                        .attr("fill_mode", b.attrs().text("fill_mode"))
                        .add()
                        .output(0));
    }

    /** The parameters of the inverse projections. */
    private static Output inverse(Ops tf, Output params) {
        List<Output> p = new ArrayList<>(tf.op("Unpack")
                .input(params)
                .attr("num", 8L)
                .attr("axis", 1L)
                .add()
                .outputs());
        p.add(tf.call("OnesLike", p.getFirst()));
        Output last = minor(p, 0, 1, 3, 4);
        List<Output> inverse = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // element (r, c) of the adjugate is the minor without row c and column r, with alternating signs
            int r = i / 3;
            int c = i % 3;
            int top = (c == 0 ? 1 : 0) * 3;
            int bottom = (c == 2 ? 1 : 2) * 3;
            int left = r == 0 ? 1 : 0;
            int right = r == 2 ? 1 : 2;
            Output m = minor(p, top + left, top + right, bottom + left, bottom + right);
            inverse.add(((r + c) % 2 == 0 ? m : m.neg()).dividedBy(last));
        }
        return tf.op("Pack").inputs(inverse).attr("axis", 1L).add().output(0);
    }

    private static Output minor(List<Output> p, int a, int b, int c, int d) {
        return p.get(a).times(p.get(d)).minus(p.get(b).times(p.get(c)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
