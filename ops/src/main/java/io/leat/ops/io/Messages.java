package io.leat.ops.io;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Serialised messages as tensors. */
final class Messages {
    private Messages() {}

    static Tensor scalar(byte[] message) {
        return Raw.wrap(DType.STRING, Shape.SCALAR, new byte[][] {message});
    }
}
