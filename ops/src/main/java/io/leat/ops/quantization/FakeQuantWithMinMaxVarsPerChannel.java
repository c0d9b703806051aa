package io.leat.ops.quantization;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Quantises to {@code num_bits} and back, in a range for each index of the last dimension, given by two vectors. */
@OpSpec("FakeQuantWithMinMaxVarsPerChannel(inputs: float, min: float, max: float) -> (outputs: float); "
        + "num_bits: int = 8; narrow_range: bool = false")
public final class FakeQuantWithMinMaxVarsPerChannel extends FakeQuantForward {
    public FakeQuantWithMinMaxVarsPerChannel() {
        super(FakeQuantKind.CHANNELS);
    }

    /** With 8 bits. */
    @Endpoint("quantization.fakeQuantWithMinMaxVarsPerChannel")
    public static Output of(Ops tf, Operand inputs, Operand min, Operand max) {
        return tf.call("FakeQuantWithMinMaxVarsPerChannel", inputs, min, max);
    }
}
