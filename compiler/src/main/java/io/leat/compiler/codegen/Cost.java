package io.leat.compiler.codegen;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Apply1;
import io.leat.compiler.codegen.Op.Apply2;
import io.leat.compiler.codegen.Op.Load;
import io.leat.ir.BinaryFunction;
import io.leat.ir.UnaryFunction;
import io.leat.tensor.DType;

/** What a map costs: rough figures from a machine with 256 bit vectors, to decide about threads. */
final class Cost {
    private static final double NANOSECONDS_PER_BYTE = 0.05;

    private Cost() {}

    /** Nanoseconds for one element. */
    static double perElement(Dag dag) {
        double cost = 0;
        for (Node n : dag.nodes()) {
            cost += n.op() instanceof Load(var _, var stored)
                    ? stored.bytes() * NANOSECONDS_PER_BYTE
                    : of(Form.of(dag, n), n) * (n.type().bytes() == 8 ? 2 : 1);
        }
        for (DType type : dag.stored()) {
            cost += type.bytes() * NANOSECONDS_PER_BYTE;
        }
        return cost;
    }

    private static double of(Form form, Node n) {
        return switch (n.op()) {
            case Apply1(var f) when f.isElementary() -> form == Form.ROUTINE ? routine(f) : 15;
            case Apply2(var f)
            when f == BinaryFunction.POW || f == BinaryFunction.ATAN2 -> form == Form.ROUTINE ? 2 : 20;
            case Apply2(var f) when f == BinaryFunction.DIVIDE && form == Form.INLINE -> 0.3;
            default ->
                switch (form) {
                    case INLINE -> 0.05;
                    case ROUTINE -> 0.15;
                    case SLOW -> 2;
                };
        };
    }

    private static double routine(UnaryFunction f) {
        return f == UnaryFunction.EXP ? 0.5 : 0.8;
    }
}
