package io.leat.ops.state;

import io.leat.graph.Compute;
import io.leat.ir.Resources;
import io.leat.ir.VariableCell;
import io.leat.tensor.raw.Raw;

/** The variables behind handles. */
public final class Cells {
    private Cells() {}

    /** The variable behind input {@code i}, a resource handle or a reference. */
    public static VariableCell of(Compute c, int i) {
        return Resources.of(Raw.objects(c.input(i))[0], VariableCell.class);
    }
}
