package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.tensor.Tensor;

/** The inputs of an op as the components of a dataset. */
final class Components {
    private Components() {}

    static Tensor[] all(Compute c) {
        Tensor[] all = new Tensor[c.inputs()];
        for (int i = 0; i < all.length; i++) {
            all[i] = c.input(i);
        }
        return all;
    }
}
