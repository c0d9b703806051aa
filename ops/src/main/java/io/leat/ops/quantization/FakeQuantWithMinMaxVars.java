package io.leat.ops.quantization;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Quantises to {@code num_bits} and back, in a range given by two scalars. */
@OpSpec("FakeQuantWithMinMaxVars(inputs: float, min: float, max: float) -> (outputs: float); "
        + "num_bits: int = 8; narrow_range: bool = false")
public final class FakeQuantWithMinMaxVars extends FakeQuantForward {
    public FakeQuantWithMinMaxVars() {
        super(FakeQuantKind.SCALARS);
    }

    /** With 8 bits. */
    @Endpoint("quantization.fakeQuantWithMinMaxVars")
    public static Output of(Ops tf, Operand inputs, Operand min, Operand max) {
        return tf.call("FakeQuantWithMinMaxVars", inputs, min, max);
    }
}
