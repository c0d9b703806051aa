package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import java.util.ArrayList;
import java.util.List;

/** The elements of several datasets side by side, up to the end of the shortest. */
@OpSpec("ZipDataset(input_datasets: N * variant) -> (handle: variant); "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; N: int >= 1; metadata: string = ''")
public final class ZipDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        List<TupleDataset> parts = new ArrayList<>();
        for (int i = 0; i < c.inputs(); i++) {
            parts.add(TupleDataset.of(c, i));
        }
        return TupleDataset.of(
                c.attrs(),
                () -> Passes.zip(parts.stream().map(p -> p.recipe().start()).toList()));
    }
}
