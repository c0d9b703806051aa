package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/**
 * The position of the greatest element along a dimension, which the result has not; of equal ones the first. NaNs
 * are passed over.
 */
@OpSpec("ArgMax(input: T, dimension: Tidx) -> (output: output_type); "
        + "T: {float, double, int32, uint8, int16, int8, int64, bfloat16, uint16, half, uint32, uint64, qint8, quint8, qint32, qint16, quint16, bool}; "
        + "Tidx: {int16, int32, int64} = DT_INT32; output_type: {int16, uint16, int32, int64} = DT_INT64")
public final class ArgMax extends ArgExtreme {
    /** Positions as int64. */
    @Endpoint("math.argMax")
    public static Output of(Ops tf, Operand input, Operand dimension) {
        return of(tf, input, dimension, DType.INT64);
    }

    /** Positions as {@code outputType}. */
    @Endpoint("math.argMax")
    public static Output of(Ops tf, Operand input, Operand dimension, DType outputType) {
        return tf.op("ArgMax")
                .input(input)
                .input(dimension)
                .attr("output_type", outputType)
                .add()
                .output(0);
    }

    @Override
    protected boolean least() {
        return false;
    }
}
