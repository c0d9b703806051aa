package io.leat.compiler.codegen;

import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ir.UnaryFunction;
import io.leat.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/** Every expression of one node of inputs 0 and 1, of one dtype, and input 2, a bool. */
final class OneNode {
    private OneNode() {}

    static List<Scalar> all(DType type) {
        Scalar a = Scalar.input(0, type);
        Scalar b = Scalar.input(1, type);
        List<Scalar> all = new ArrayList<>();
        all.add(a);
        for (UnaryFunction f : UnaryFunction.values()) {
            if (f.accepts(type)) {
                // No integer reciprocal of zero.
                all.add((f == UnaryFunction.RECIPROCAL && type.isInteger() ? a.or(a.constant(1)) : a).apply(f));
            }
        }
        for (BinaryFunction f : BinaryFunction.values()) {
            if (f.accepts(type)) {
                all.add(a.apply(f, harmless(f, b)));
            }
        }
        for (DType to : RandomScalars.TYPES) {
            all.add(a.cast(to));
        }
        all.add(Scalar.input(2, DType.BOOL).select(a, b));
        return all;
    }

    private static Scalar harmless(BinaryFunction f, Scalar b) {
        if (b.type().isFloating()) {
            return b;
        }
        return switch (f) {
            case DIVIDE, FLOOR_DIVIDE, FLOOR_MOD, TRUNCATE_MOD -> b.or(b.constant(1));
            case POW -> b.and(b.constant(7));
            default -> b;
        };
    }
}
