package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/** {@code TensorScatterMax} and {@code TensorScatterMin}: the gradient is shared among all that are the extreme. */
abstract class TensorScatterExtreme extends TensorScatter {
    TensorScatterExtreme(Combination combination) {
        super(combination);
    }

    private static Output ones(Ops tf, Output a, Output b, DType type) {
        return tf.op("Cast")
                .input(tf.call("Equal", a, b))
                .attr("DstT", type)
                .add()
                .output(0);
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output indices = b.input(1);
        Output y = b.output(0);
        Output dy = b.dy(0);
        Output fromX = ones(tf, x, y, dy.dtype());
        Output fromUpdates = ones(tf, b.input(2), tf.call("GatherNd", y, indices), dy.dtype());
        Output shape =
                tf.op("Shape").input(x).attr("out_type", indices.dtype()).add().output(0);
        Output share = tf.call("Div", dy, fromX.plus(ScatterNd.of(tf, indices, fromUpdates, shape)));
        b.dx(0, tf.call("Mul", share, fromX));
        b.dx(2, tf.call("Mul", tf.call("GatherNd", share, indices), fromUpdates));
    }
}
