package io.leat.ops.nn;

import io.leat.graph.Lowering;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;

/** Half and bfloat16 are computed in float32, as TensorFlow's kernels mostly do. */
final class Precision {
    private Precision() {}

    /** The dtype in which values of {@code t} are computed. */
    static DType wide(DType t) {
        return t == DType.FLOAT16 || t == DType.BFLOAT16 ? DType.FLOAT32 : t;
    }

    /** {@code x} in the dtype in which it is computed. */
    static Value widen(Lowering c, Value x) {
        return cast(c, x, wide(x.dtype()));
    }

    static Value cast(Lowering c, Value x, DType t) {
        return x.dtype() == t ? x : c.map(Scalar.input(0, x.dtype()).cast(t), x);
    }
}
