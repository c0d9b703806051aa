package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.tensor.DType;

/** {@code x + y}. */
@OpSpec(
        "AddV2(x: T, y: T) -> (z: T); "
                + "T: {bfloat16, half, float, double, uint8, uint16, uint32, uint64, int8, int16, int32, int64, complex64, complex128}")
public final class AddV2 extends BinaryElementwise {
    @Endpoint("math.add")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("AddV2", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return a + b;
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return a + b;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return new double[] {aRe + bRe, aIm + bIm};
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.plus(b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return dz;
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return dz;
    }
}
