package io.leat.ops.quantization;

import io.leat.graph.OpSpec;

/** The gradient of {@code FakeQuantWithMinMaxVarsPerChannel}. */
@OpSpec("FakeQuantWithMinMaxVarsPerChannelGradient(gradients: float, inputs: float, min: float, max: float) -> "
        + "(backprops_wrt_input: float, backprop_wrt_min: float, backprop_wrt_max: float); "
        + "num_bits: int = 8; narrow_range: bool = false")
public final class FakeQuantWithMinMaxVarsPerChannelGradient extends FakeQuantGradient {
    public FakeQuantWithMinMaxVarsPerChannelGradient() {
        super(FakeQuantKind.CHANNELS);
    }
}
