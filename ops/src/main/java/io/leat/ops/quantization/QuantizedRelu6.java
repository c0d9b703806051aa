package io.leat.ops.quantization;

import io.leat.graph.OpSpec;

/** The levels of a quantised tensor cut to what lies between 0 and 6; the range stays. */
@OpSpec("QuantizedRelu6(features: Tinput, min_features: float, max_features: float) -> "
        + "(activations: out_type, min_activations: float, max_activations: float); "
        + "Tinput: {qint8, quint8, qint32, qint16, quint16}; "
        + "out_type: {qint8, quint8, qint32, qint16, quint16} = quint8")
public final class QuantizedRelu6 extends QuantizedActivation {
    public QuantizedRelu6() {
        super(6);
    }
}
