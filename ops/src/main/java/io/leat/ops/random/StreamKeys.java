package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.kernels.Philox;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/** The outputs that make up a key and a counter. */
final class StreamKeys {
    private StreamKeys() {}

    static void infer(Inference c) {
        c.shape(0, 1).merge(Shape.of(2));
        c.output(0, Shape.of(1));
        c.output(1, Shape.of(2));
    }

    static void compute(Compute c) {
        Philox start = Streams.ofSeed(c, 0);
        c.output(0, Raw.wrap(DType.UINT64, Shape.of(1), new long[] {start.key()}));
        c.output(1, Raw.wrap(DType.UINT64, Shape.of(2), new long[] {start.counterLow(), start.counterHigh()}));
    }
}
