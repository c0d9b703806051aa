package io.leat.ops.state;

import io.leat.graph.Compute;
import io.leat.ir.Resources;
import io.leat.ir.VariableCell;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** The variables behind handles. */
public final class Cells {
    private Cells() {}

    /** The variable behind input {@code i}, a resource handle or a reference. */
    public static VariableCell of(Compute c, int i) {
        return Resources.of(Raw.objects(c.input(i))[0], VariableCell.class);
    }

    /** @throws InvalidArgumentException if the value of a variable is of another dtype */
    static void require(Tensor value, DType type) {
        if (value.dtype() != type) {
            throw new InvalidArgumentException("Trying to update a variable of dtype "
                    + value.dtype().signatureName() + " with " + type.signatureName());
        }
    }
}
