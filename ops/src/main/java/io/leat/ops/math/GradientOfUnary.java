package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Inference;
import io.leat.graph.Output;
import io.leat.ops.family.BinaryElementwise;

/** The gradients of elementwise ops, from their output and its gradient: two tensors of one shape. */
abstract class GradientOfUnary extends BinaryElementwise {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0).merge(c.shape(1)));
    }

    @Override
    protected void gradient(Backprop g) {
        Output y = g.input(0);
        Output dy = g.input(1);
        Output ofY = gradientA(g.tf(), y, dy, g.output(0), g.dy(0));
        Output ofDy = gradientB(g.tf(), y, dy, g.output(0), g.dy(0));
        if (ofY != null && ofDy != null) {
            g.dx(0, ofY);
            g.dx(1, ofDy);
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
