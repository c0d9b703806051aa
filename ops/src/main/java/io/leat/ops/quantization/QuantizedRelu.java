package io.leat.ops.quantization;

import io.leat.graph.OpSpec;

/** The levels of a quantised tensor cut to what is above 0; the range stays. */
@OpSpec("QuantizedRelu(features: Tinput, min_features: float, max_features: float) -> "
        + "(activations: out_type, min_activations: float, max_activations: float); "
        + "Tinput: {qint8, quint8, qint32, qint16, quint16}; "
        + "out_type: {qint8, quint8, qint32, qint16, quint16} = quint8")
public final class QuantizedRelu extends QuantizedActivation {
    public QuantizedRelu() {
        super(Float.POSITIVE_INFINITY);
    }
}
