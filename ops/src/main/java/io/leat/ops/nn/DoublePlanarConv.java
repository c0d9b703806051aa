package io.leat.ops.nn;

import io.leat.ir.ProductKernel;
import io.leat.kernels.Conv2d;
import io.leat.kernels.ConvShape;
import io.leat.kernels.Finish;
import io.leat.kernels.Parallel;

/** The kernel of a two-dimensional convolution of {@code double}, general or depthwise; the filter is its weights. */
record DoublePlanarConv(ConvShape shape) implements ProductKernel {
    @Override
    public int weights() {
        return 1;
    }

    @Override
    public int preparedSize() {
        return Conv2d.preparedDoubles(shape);
    }

    @Override
    public void prepare(Object weights, Object prepared, Parallel parallel) {
        Conv2d.prepare(shape, (double[]) weights, 0, (double[]) prepared, parallel);
    }

    @Override
    public void run(Object[] inputs, Object output, boolean prepared, Finish finish, Parallel parallel) {
        double[] in = (double[]) inputs[0];
        double[] filter = (double[]) inputs[1];
        Conv2d.forward(shape, in, 0, filter, 0, prepared, (double[]) output, 0, finish, parallel);
    }

    @Override
    public int images() {
        return shape.batch();
    }

    @Override
    public ProductKernel ofOneImage() {
        return new DoublePlanarConv(shape.withBatch(1));
    }

    @Override
    public double operations() {
        return 2.0 * shape.outputSize() * shape.kernelH() * shape.kernelW() * shape.filterC();
    }
}
