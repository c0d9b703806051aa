package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.tensor.DType;

/** Ops that say how two elements are ordered; no gradient. */
abstract class Comparison extends BinaryElementwise {
    protected abstract BinaryFunction function();

    protected abstract boolean holds(double a, double b);

    @Override
    protected double reference(double a, double b) {
        return holds(a, b) ? 1 : 0;
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return holds(Integers.compare(a, b, type), 0) ? 1 : 0;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(function(), b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
