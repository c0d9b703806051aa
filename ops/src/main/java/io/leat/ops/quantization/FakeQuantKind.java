package io.leat.ops.quantization;

/** Where the range of a fake quantisation comes from. */
enum FakeQuantKind {
    /** Attributes {@code min} and {@code max}. */
    ATTRIBUTES,
    /** Two scalar inputs. */
    SCALARS,
    /** Two vector inputs, with a range for each index of the last dimension. */
    CHANNELS
}
