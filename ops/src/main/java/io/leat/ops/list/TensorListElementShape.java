package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The shape that the elements of a list must fit, with -1 for what is not known; the scalar -1 when not even the rank is. */
@OpSpec("TensorListElementShape(input_handle: variant) -> (element_shape: shape_type); shape_type: {int32, int64}")
public final class TensorListElementShape extends ListOp {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        c.output(
                0,
                info != null && info.shape().hasRank() ? Shape.of(info.shape().rank()) : Shape.UNKNOWN);
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = TensorList.of(c, 0).elementShape();
        boolean ranked = shape.hasRank();
        Elements y = Elements.allocate(c.outputDType(0), ranked ? Shape.of(shape.rank()) : Shape.SCALAR);
        for (int i = 0; i < y.size(); i++) {
            y.setInteger(i, ranked ? shape.dim(i) : Shape.ANY);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
