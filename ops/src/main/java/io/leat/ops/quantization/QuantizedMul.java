package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** The products of two quantised tensors, broadcast to one shape: of their levels, counted from the level of 0. */
@OpSpec("QuantizedMul(x: T1, y: T2, min_x: float, max_x: float, min_y: float, max_y: float) -> "
        + "(z: Toutput, min_z: float, max_z: float); T1: {qint8, quint8, qint32, qint16, quint16}; "
        + "T2: {qint8, quint8, qint32, qint16, quint16}; "
        + "Toutput: {qint8, quint8, qint32, qint16, quint16} = qint32")
public final class QuantizedMul extends QuantizedBinary {
    @Override
    QuantizedRange result(QuantizedRange x, QuantizedRange y, Compute c) {
        return QuantizedRange.ofProducts(x, y, c.outputDType(0));
    }

    @Override
    long prepare(long level, QuantizedRange range, QuantizedRange result, boolean alone) {
        return level - (int) range.toLevelUnclamped(0);
    }

    @Override
    long join(long a, long b) {
        return a * b;
    }
}
