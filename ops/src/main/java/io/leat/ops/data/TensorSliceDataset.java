package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The dataset of the rows of tensors whose first dimensions are equal. */
@OpSpec(
        value = "TensorSliceDataset(components: Toutput_types) -> (handle: variant); "
                + "Toutput_types: list(type) >= 1; output_shapes: list(shape) >= 1; is_files: bool = false; "
                + "metadata: string = ''; replicate_on_split: bool = false",
        stateful = true)
public final class TensorSliceDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        Tensor[] components = Components.all(c);
        List<Shape> shapes = new ArrayList<>();
        for (Tensor t : components) {
            if (t.shape().rank() < 1) {
                throw new InvalidArgumentException("All components must be at least 1-dimensional");
            }
            if (t.shape().dim(0) != components[0].shape().dim(0)) {
                throw new InvalidArgumentException("All components must have the same size in dimension 0: "
                        + components[0].shape() + " and " + t.shape());
            }
            shapes.add(t.shape().from(1));
        }
        long rows = components[0].shape().dim(0);
        return new TupleDataset(c.attrs().types("Toutput_types"), shapes, () -> Passes.rows(components, rows));
    }
}
