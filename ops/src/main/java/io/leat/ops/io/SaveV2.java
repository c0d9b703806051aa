package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes tensors to a checkpoint of version 2. {@code shape_and_slices} has for each an empty string, or the shape of the
 * whole tensor that it is a part of and which part.
 */
@OpSpec(
        value = "SaveV2(prefix: string, tensor_names: string, shape_and_slices: string, tensors: dtypes) -> (); "
                + "dtypes: list(type) >= 1",
        stateful = true)
public final class SaveV2 extends Op {
    private static final int FIRST = 3;

    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        for (int i = 1; i < FIRST; i++) {
            c.shape(i, 1).merge(Shape.of(c.inputs() - FIRST));
        }
    }

    @Override
    protected void compute(Compute c) {
        int n = c.inputs() - FIRST;
        Files.requireStrings(c, 1, n);
        Files.requireStrings(c, 2, n);
        List<CheckpointIo.Item> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Files.Part part = Files.Part.parse(Files.text(c.input(2), i));
            items.add(new CheckpointIo.Item(Files.text(c.input(1), i), part.shape(), part.slice(), c.input(FIRST + i)));
        }
        try {
            CheckpointIo.find()
                    .save(Files.writableCheckpoint(c, Files.path(c, 0).toString()), items);
        } catch (IOException e) {
            throw Files.failed(e);
        }
    }
}
