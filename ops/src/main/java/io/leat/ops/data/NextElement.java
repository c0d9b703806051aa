package io.leat.ops.data;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;

/** The next element of an iterator. */
abstract class NextElement extends Op {
    @Override
    protected void infer(Inference c) {
        List<Shape> shapes = c.attrs().shapes("output_shapes");
        if (shapes.size() != c.outputs()) {
            throw new InvalidArgumentException("`output_shapes` must be the same length as `output_types` ("
                    + shapes.size() + " vs. " + c.outputs() + ")");
        }
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, shapes.get(i));
        }
    }

    @Override
    protected void compute(Compute c) {
        List<DType> types = c.attrs().types("output_types");
        List<Shape> shapes = c.attrs().shapes("output_shapes");
        IteratorCell cell = IteratorCell.of(c, 0);
        cell.require(types, shapes);
        Tensor[] element = cell.next(c.run());
        for (int i = 0; i < element.length; i++) {
            if (element[i].dtype() != types.get(i) || !shapes.get(i).isCompatibleWith(element[i].shape())) {
                throw new InvalidArgumentException("component " + i + " of the element is "
                        + element[i].dtype().signatureName() + element[i].shape() + ", not "
                        + types.get(i).signatureName() + shapes.get(i));
            }
            c.output(i, element[i]);
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
