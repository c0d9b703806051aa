package io.leat.compiler.codegen;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Apply1;
import io.leat.compiler.codegen.Op.Apply2;
import io.leat.compiler.codegen.Op.Choose;
import io.leat.compiler.codegen.Op.RoundTo;
import io.leat.ir.BinaryFunction;
import io.leat.ir.UnaryFunction;
import io.leat.kernels.Elementary;
import io.leat.kernels.HalfTiles;
import io.leat.kernels.Masks;
import io.leat.tensor.DType;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A static method that computes a node for a tile: {@code (array, offset)} for each argument and for the result, then
 * the number of elements.
 */
record Routine(ClassDesc owner, String name, MethodTypeDesc type) {
    private static final ClassDesc ELEMENTARY = ClassDesc.of(Elementary.class.getName());
    private static final ClassDesc HALVES = ClassDesc.of(HalfTiles.class.getName());
    private static final ClassDesc MASKS = ClassDesc.of(Masks.class.getName());

    /** The routine for {@code n}, or null. */
    static @Nullable Routine of(Dag dag, Node n) {
        return switch (n.op()) {
            case Apply1(var f)
            when f.isElementary() && hasTileForm(f, n.type()) -> routine(ELEMENTARY, name(f), dag, n);
            case Apply2(var f)
            when f == BinaryFunction.POW && n.type() == DType.FLOAT32 -> routine(ELEMENTARY, name(f), dag, n);
            case Apply2(var f)
            when f.isComparison() && dag.operandType(n, 0).isFloating() -> routine(MASKS, name(f), dag, n);
            case Choose _ when n.type().isFloating() -> routine(MASKS, "select", dag, n);
            case RoundTo(var half) when half == DType.BFLOAT16 -> routine(HALVES, "roundBfloat16", dag, n);
            default -> null;
        };
    }

    /** The name of the method for {@code f}, of this and of the scalar form: the constant's, in camel case. */
    static String name(Enum<?> f) {
        StringBuilder name = new StringBuilder();
        for (String word : f.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /** The class with the scalar forms of the elementary functions. */
    static ClassDesc elementary() {
        return ELEMENTARY;
    }

    private static boolean hasTileForm(UnaryFunction f, DType type) {
        return type == DType.FLOAT32
                && switch (f) {
                    case EXP, EXPM1, LOG, LOG1P, TANH, SIGMOID, ERF -> true;
                    default -> false;
                };
    }

    private static Routine routine(ClassDesc owner, String name, Dag dag, Node n) {
        List<ClassDesc> parameters = new ArrayList<>();
        for (int x : n.operands()) {
            parameters.add(Tiles.of(dag.node(x).type()).array());
            parameters.add(CD_int);
        }
        parameters.add(Tiles.of(n.type()).array());
        parameters.add(CD_int);
        parameters.add(CD_int);
        return new Routine(owner, name, MethodTypeDesc.of(CD_void, parameters));
    }
}
