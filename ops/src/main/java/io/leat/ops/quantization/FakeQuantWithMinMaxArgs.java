package io.leat.ops.quantization;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Quantises to {@code num_bits} and back, in a range from {@code min} to {@code max}. */
@OpSpec("FakeQuantWithMinMaxArgs(inputs: float) -> (outputs: float); "
        + "min: float = -6.0; max: float = 6.0; num_bits: int = 8; narrow_range: bool = false")
public final class FakeQuantWithMinMaxArgs extends FakeQuantForward {
    public FakeQuantWithMinMaxArgs() {
        super(FakeQuantKind.ATTRIBUTES);
    }

    /** With 8 bits. */
    @Endpoint("quantization.fakeQuantWithMinMaxArgs")
    public static Output of(Ops tf, Operand inputs) {
        return tf.call("FakeQuantWithMinMaxArgs", inputs);
    }
}
