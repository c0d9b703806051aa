package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/**
 * The sums of two quantised tensors, broadcast to one shape, in a range that holds them all. Levels are moved to that
 * range by whole steps, as TensorFlow does, but for an input of one element.
 */
@OpSpec("QuantizedAdd(x: T1, y: T2, min_x: float, max_x: float, min_y: float, max_y: float) -> "
        + "(z: Toutput, min_z: float, max_z: float); T1: {qint8, quint8, qint32, qint16, quint16}; "
        + "T2: {qint8, quint8, qint32, qint16, quint16}; "
        + "Toutput: {qint8, quint8, qint32, qint16, quint16} = qint32")
public final class QuantizedAdd extends QuantizedBinary {
    private static final int HEADROOM = 14;

    @Override
    QuantizedRange result(QuantizedRange x, QuantizedRange y, Compute c) {
        return QuantizedRange.ofSums(x, y, c.outputDType(0), HEADROOM);
    }

    @Override
    long prepare(long level, QuantizedRange range, QuantizedRange result, boolean alone) {
        if (alone) {
            return result.toLevel(range.toFloat(level));
        }
        long first = result.toLevelUnclamped(range.toFloat(0));
        long step = (int) (result.toLevelUnclamped(range.toFloat(1)) - first);
        return Math.clamp(first + level * step, result.lowest(), result.highest());
    }

    @Override
    long join(long a, long b) {
        return a + b;
    }
}
