package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The dataset whose only element has these components. */
@OpSpec(
        value = "TensorDataset(components: Toutput_types) -> (handle: variant); "
                + "Toutput_types: list(type) >= 1; output_shapes: list(shape) >= 1; metadata: string = ''",
        stateful = true)
public final class TensorDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        Tensor[] element = Components.all(c);
        List<Shape> shapes = new ArrayList<>();
        for (Tensor t : element) {
            shapes.add(t.shape());
        }
        return new TupleDataset(
                c.attrs().types("Toutput_types"), shapes, () -> Passes.list(List.<Tensor[]>of(element)));
    }
}
