package io.leat.compiler.codegen;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Apply1;
import io.leat.compiler.codegen.Op.Apply2;
import io.leat.compiler.codegen.Op.Choose;
import io.leat.compiler.codegen.Op.Convert;
import io.leat.compiler.codegen.Op.Literal;
import io.leat.compiler.codegen.Op.Load;
import io.leat.compiler.codegen.Op.RoundTo;
import io.leat.tensor.DType;

/** How a node is best computed for many elements. */
enum Form {
    /** By instructions in a loop with others, which HotSpot vectorises. */
    INLINE,
    /** By a routine of the kernels, a tile at a time. */
    ROUTINE,
    /** By instructions or calls that HotSpot does not vectorise: in a loop of its own. */
    SLOW;

    static Form of(Dag dag, Node n) {
        boolean inline = switch (n.op()) {
            case Load _, Literal _ -> true;
            case Apply1(var f) -> !f.isElementary();
            case Apply2(var f) -> {
                DType type = dag.operandType(n, 0);
                yield switch (f) {
                    case ADD, SUBTRACT, MULTIPLY, MINIMUM, MAXIMUM, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT -> true;
                    case DIVIDE, FLOOR_DIVIDE -> type.isFloating();
                    case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL -> !type.isFloating();
                    default -> false;
                };
            }
            case Choose _ -> !n.type().isFloating();
            case Convert _ -> !converts(n.type(), dag.operandType(n, 0));
            case RoundTo(var half) -> half == DType.FLOAT16;
        };
        return inline ? INLINE : Routine.of(dag, n) != null ? ROUTINE : SLOW;
    }

    /** About how many operations HotSpot sees in an inline node. */
    static int weight(Dag dag, Node n) {
        return switch (n.op()) {
            case Load _, Literal _ -> 0;
            case Apply1(var f) ->
                switch (f) {
                    case SIGN, FLOOR, CEIL, RINT -> 3;
                    default -> 1;
                };
            case Apply2(var f) ->
                switch (f) {
                    case FLOOR_DIVIDE, SHIFT_LEFT, SHIFT_RIGHT -> 4;
                    case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL -> 7;
                    case MINIMUM, MAXIMUM -> dag.operandType(n, 0).isUnsigned() ? 4 : 1;
                    default -> 1;
                };
            case Choose _ -> 4;
            case Convert _, RoundTo _ -> 2;
        };
    }

    /** Whether a conversion either way is one between 64 bit (or unsigned 32 bit) integers and floating values. */
    private static boolean converts(DType a, DType b) {
        return isWide(a) && b.isFloating() || isWide(b) && a.isFloating();
    }

    private static boolean isWide(DType type) {
        return switch (type) {
            case INT64, UINT64, UINT32 -> true;
            default -> false;
        };
    }
}
