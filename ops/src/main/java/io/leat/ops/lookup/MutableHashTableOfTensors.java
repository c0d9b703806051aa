package io.leat.ops.lookup;

import io.leat.graph.Attrs;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** A table whose entries change and whose values are vectors of one size. By a reference, as in old graphs. */
@OpSpec(
        value = "MutableHashTableOfTensors() -> (table_handle: Ref(string)); "
                + "container: string = ''; shared_name: string = ''; "
                + "use_node_name_sharing: bool = false; key_dtype: type; value_dtype: type; "
                + "value_shape: shape = []",
        stateful = true)
public final class MutableHashTableOfTensors extends TableMaker {
    @Override
    boolean isMutable() {
        return true;
    }

    @Override
    Shape valueShape(Attrs a) {
        Shape shape = a.shape("value_shape");
        if (shape.rank() != 1 || !shape.isFullyKnown()) {
            throw new InvalidArgumentException("Default value must be a vector, got shape " + shape);
        }
        return shape;
    }
}
