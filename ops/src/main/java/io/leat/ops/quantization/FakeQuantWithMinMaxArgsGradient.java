package io.leat.ops.quantization;

import io.leat.graph.OpSpec;

/** The gradient of {@code FakeQuantWithMinMaxArgs}. */
@OpSpec("FakeQuantWithMinMaxArgsGradient(gradients: float, inputs: float) -> "
        + "(backprops: float); "
        + "min: float = -6.0; max: float = 6.0; num_bits: int = 8; narrow_range: bool = false")
public final class FakeQuantWithMinMaxArgsGradient extends FakeQuantGradient {
    public FakeQuantWithMinMaxArgsGradient() {
        super(FakeQuantKind.ATTRIBUTES);
    }
}
