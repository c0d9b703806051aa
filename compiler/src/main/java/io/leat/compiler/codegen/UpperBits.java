package io.leat.compiler.codegen;

import static io.leat.compiler.codegen.ConvertInstructions.isNarrow;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Apply1;
import io.leat.compiler.codegen.Op.Apply2;
import io.leat.compiler.codegen.Op.Choose;
import io.leat.compiler.codegen.Op.Convert;
import io.leat.compiler.codegen.Op.Literal;
import io.leat.compiler.codegen.Op.Load;
import io.leat.compiler.codegen.Op.RoundTo;
import io.leat.tensor.DType;

/**
 * Whether the upper bits of the ints that hold 8 and 16 bit integers are right. Most functions need not know, and
 * storing drops them; where they are not put right, HotSpot can compute in lanes of 8 and 16 bits.
 */
final class UpperBits {
    private UpperBits() {}

    /** Whether {@code n} needs argument {@code i} with the right upper bits. */
    static boolean matter(Dag dag, Node n, int i) {
        if (!isNarrow(dag.operandType(n, i))) {
            return false;
        }
        return switch (n.op()) {
            case Load _, Literal _, Choose _, RoundTo _ -> false;
            case Convert _ ->
                !isNarrow(n.type()) || n.type().bytes() > dag.operandType(n, i).bytes();
            case Apply1(var f) ->
                switch (f) {
                    case NEGATE, INVERT, FLOOR, CEIL, RINT -> false;
                    default -> true;
                };
            case Apply2(var f) ->
                switch (f) {
                    case ADD, SUBTRACT, MULTIPLY, AND, OR, XOR -> false;
                    case SHIFT_LEFT -> i == 1;
                    default -> true;
                };
        };
    }

    /**
     * Whether the instructions of {@code n} may leave wrong upper bits; {@code wrong} says for each argument whether its
     * were, as it was pushed. That depends on the place: what comes from an array of bytes or shorts is sign-extended.
     */
    static boolean mayBeWrong(Dag dag, Node n, boolean[] wrong) {
        if (!isNarrow(n.type())) {
            return false;
        }
        boolean unsigned = n.type().isUnsigned();
        return switch (n.op()) {
            case Load _ -> unsigned;
            case Literal _, RoundTo _ -> false;
            case Choose _ -> wrong[1] || wrong[2];
            case Convert _ -> {
                DType from = dag.operandType(n, 0);
                boolean widens = isNarrow(from) && from.bytes() < n.type().bytes();
                yield !(from == DType.BOOL || widens && (from.isUnsigned() || !unsigned));
            }
            case Apply1(var f) ->
                switch (f) {
                    case SIGN -> false;
                    case ABS -> !unsigned;
                    case FLOOR, CEIL, RINT -> wrong[0];
                    default -> true;
                };
            case Apply2(var f) ->
                switch (f) {
                    case AND, OR, XOR -> wrong[0] || wrong[1];
                    case MINIMUM, MAXIMUM, SHIFT_RIGHT, FLOOR_MOD, TRUNCATE_MOD -> false;
                    case DIVIDE, FLOOR_DIVIDE -> !unsigned;
                    default -> true;
                };
        };
    }
}
