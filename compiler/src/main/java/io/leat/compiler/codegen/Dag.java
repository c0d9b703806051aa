package io.leat.compiler.codegen;

import io.leat.compiler.codegen.Op.Apply1;
import io.leat.compiler.codegen.Op.Apply2;
import io.leat.compiler.codegen.Op.Choose;
import io.leat.compiler.codegen.Op.Convert;
import io.leat.compiler.codegen.Op.Literal;
import io.leat.compiler.codegen.Op.Load;
import io.leat.compiler.codegen.Op.RoundTo;
import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ir.Scalar.Binary;
import io.leat.ir.Scalar.Cast;
import io.leat.ir.Scalar.Constant;
import io.leat.ir.Scalar.Input;
import io.leat.ir.Scalar.Select;
import io.leat.ir.Scalar.Unary;
import io.leat.ir.ScalarSimplifier;
import io.leat.ir.Scalars;
import io.leat.ir.UnaryFunction;
import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Kernel expressions as a numbered graph of simpler operations: 16 bit floats are floats that are rounded by nodes of
 * their own, reciprocals are divisions, {@code >} and {@code >=} are {@code <} and {@code <=} with their arguments exchanged, the predicates of
 * floats and casts to bool are comparisons. Arguments have smaller numbers than their users. The values of constants
 * stand apart.
 *
 * @param outputs the node of each result
 * @param stored the dtype of each result's array
 */
record Dag(List<Node> nodes, int[] outputs, DType[] stored, Constants constants) {

    /** A node; {@code type} is never a 16 bit float. */
    record Node(Op op, DType type, List<Integer> operands) {
        Kind kind() {
            return Kind.of(type);
        }

        int operand(int i) {
            return operands.get(i);
        }
    }

    static Dag of(List<Scalar> bodies) {
        return new Builder().build(ScalarSimplifier.share(bodies));
    }

    int size() {
        return nodes.size();
    }

    Node node(int i) {
        return nodes.get(i);
    }

    DType operandType(Node n, int i) {
        return node(n.operand(i)).type();
    }

    /** One more than the greatest input number. */
    int inputCount() {
        int count = 0;
        for (Node n : nodes) {
            if (n.op() instanceof Load(var input, var _)) {
                count = Math.max(count, input + 1);
            }
        }
        return count;
    }

    /** What two kernels that can share generated code have in common: everything but the constants' values. */
    Object structure() {
        return List.of(nodes, Arrays.stream(outputs).boxed().toList(), List.of(stored));
    }

    private static final class Builder {
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Node, Integer> known = new HashMap<>();
        private final Map<Scalar, Integer> number = new IdentityHashMap<>();
        private final Constants.Builder constants = new Constants.Builder();

        Dag build(List<Scalar> bodies) {
            for (Scalar s : Scalars.topological(bodies)) {
                number.put(s, add(s));
            }
            int[] outputs = bodies.stream().mapToInt(this::of).toArray();
            DType[] stored = bodies.stream().map(Scalar::type).toArray(DType[]::new);
            return new Dag(List.copyOf(nodes), outputs, stored, constants.build());
        }

        private int node(Op op, DType type, Integer... operands) {
            Node node = new Node(op, type, List.of(operands));
            return known.computeIfAbsent(node, n -> {
                nodes.add(n);
                return nodes.size() - 1;
            });
        }

        private int literal(DType type, double real, long integer) {
            DType lane = lane(type);
            return node(new Literal(constants.add(Kind.of(lane), real, integer)), lane);
        }

        private int of(Scalar s) {
            return Objects.requireNonNull(number.get(s));
        }

        private int add(Scalar s) {
            return switch (s) {
                case Input(var index, var type) -> node(new Load(index, type), lane(type));
                case Constant c -> literal(c.type(), half(c.type()) ? roundedHalf(c) : c.real(), c.integer());
                case Unary(var f, var x, var type) -> unary(f, type, x.type(), of(x));
                case Binary(var f, var a, var b, var type) -> binary(f, type, of(a), of(b));
                case Select(var c, var a, var b, var type) -> node(new Choose(), lane(type), of(c), of(a), of(b));
                case Cast(var x, var type) -> cast(of(x), x.type(), type);
            };
        }

        private int unary(UnaryFunction f, DType type, DType from, int x) {
            DType lane = lane(from);
            return switch (f) {
                case IS_NAN -> compare(BinaryFunction.NOT_EQUAL, x, x);
                case IS_FINITE ->
                    compare(BinaryFunction.LESS, node(new Apply1(UnaryFunction.ABS), lane, x), infinity(lane));
                case IS_INFINITE ->
                    compare(BinaryFunction.EQUAL, node(new Apply1(UnaryFunction.ABS), lane, x), infinity(lane));
                case NEGATE, ABS, SIGN, FLOOR, CEIL, RINT -> node(new Apply1(f), lane, x);
                case RECIPROCAL -> rounded(type, reciprocal(lane, x));
                case RSQRT -> rounded(type, reciprocal(lane, node(new Apply1(UnaryFunction.SQRT), lane, x)));
                default -> rounded(type, node(new Apply1(f), lane(type), x));
            };
        }

        private int reciprocal(DType lane, int x) {
            return node(new Apply2(BinaryFunction.DIVIDE), lane, literal(lane, 1, 1), x);
        }

        private int infinity(DType lane) {
            return literal(lane, Double.POSITIVE_INFINITY, 0);
        }

        private int binary(BinaryFunction f, DType type, int a, int b) {
            return switch (f) {
                case GREATER -> compare(BinaryFunction.LESS, b, a);
                case GREATER_EQUAL -> compare(BinaryFunction.LESS_EQUAL, b, a);
                case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> compare(f, a, b);
                case MINIMUM, MAXIMUM, TRUNCATE_MOD -> node(new Apply2(f), lane(type), a, b);
                default -> rounded(type, node(new Apply2(f), lane(type), a, b));
            };
        }

        private int compare(BinaryFunction f, int a, int b) {
            return node(new Apply2(f), DType.BOOL, a, b);
        }

        private int cast(int x, DType from, DType to) {
            if (to == DType.BOOL && from.isFloating()) {
                return compare(BinaryFunction.NOT_EQUAL, x, literal(lane(from), 0, 0));
            }
            int converted = lane(from) == lane(to) ? x : node(new Convert(), lane(to), x);
            return from == to ? converted : rounded(to, converted);
        }

        private int rounded(DType type, int x) {
            return half(type) ? node(new RoundTo(type), DType.FLOAT32, x) : x;
        }

        private static boolean half(DType type) {
            return type == DType.FLOAT16 || type == DType.BFLOAT16;
        }

        private static DType lane(DType type) {
            return half(type) ? DType.FLOAT32 : type;
        }

        private static double roundedHalf(Constant c) {
            float value = (float) c.real();
            return c.type() == DType.FLOAT16
                    ? Halves.fromFloat16(Halves.toFloat16(value))
                    : Halves.fromBfloat16(Halves.toBfloat16(value));
        }
    }
}
