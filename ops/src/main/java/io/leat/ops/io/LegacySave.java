package io.leat.ops.io;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes tensors, or parts of tensors, to one file: a checkpoint of version 1. */
abstract class LegacySave extends Op {
    private static final int SLICES = 2;

    /** The number of the first input that is to be saved; before it are the names, and maybe the parts. */
    abstract int firstTensor();

    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        for (int i = 1; i < firstTensor(); i++) {
            c.shape(i, 1).merge(Shape.of(c.inputs() - firstTensor()));
        }
    }

    @Override
    protected void compute(Compute c) {
        int first = firstTensor();
        int n = c.inputs() - first;
        for (int i = 1; i < first; i++) {
            Files.requireStrings(c, i, n);
        }
        List<CheckpointIo.Item> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Files.Part part = Files.Part.parse(first > SLICES ? Files.text(c.input(SLICES), i) : "");
            items.add(new CheckpointIo.Item(Files.text(c.input(1), i), part.shape(), part.slice(), c.input(first + i)));
        }
        try {
            CheckpointIo.find().saveLegacy(Files.path(c, 0), items);
        } catch (IOException e) {
            throw Files.failed(e);
        }
    }
}
