package io.leat.ir;

import io.leat.ir.Scalar.Binary;
import io.leat.ir.Scalar.Cast;
import io.leat.ir.Scalar.Constant;
import io.leat.ir.Scalar.Input;
import io.leat.ir.Scalar.Select;
import io.leat.ir.Scalar.Unary;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text form of kernel expressions:
 *
 * <pre>
 * map(x0: float, x1: float)
 *   t0 = x0 * x1 + 0.5
 *   y0: float = tanh(t0) * t0
 * </pre>
 *
 * <p>A node that is used twice, or whose text would grow long, has a line of its own.
 */
public final class ScalarPrinter {
    private static final int LONGEST = 90;
    private static final int ATOM = 9;

    private final Map<Scalar, Integer> uses = new IdentityHashMap<>();
    private final Map<Scalar, Text> texts = new IdentityHashMap<>();
    private final StringBuilder out = new StringBuilder();
    private int names;

    private ScalarPrinter() {}

    /** What stands for a node; {@code strength} is that of its outermost operator. */
    private record Text(String text, int strength) {
        String atLeast(int wanted) {
            return strength < wanted ? "(" + text + ")" : text;
        }
    }

    /** The text of {@code bodies}, lines ended by newlines. */
    public static String print(List<Scalar> bodies) {
        return new ScalarPrinter().printAll(bodies);
    }

    private String printAll(List<Scalar> bodies) {
        List<Scalar> order = Scalars.topological(bodies);
        Map<Integer, String> inputs = new TreeMap<>();
        for (Scalar s : order) {
            Scalars.operands(s).forEach(x -> uses.merge(x, 1, Integer::sum));
            if (s instanceof Input(var index, var type)) {
                inputs.put(index, "x" + index + ": " + type.signatureName());
            }
        }
        out.append("map(").append(String.join(", ", inputs.values())).append(")\n");
        for (Scalar s : order) {
            Text text = text(s);
            boolean leaf = s instanceof Input || s instanceof Constant;
            if (!leaf && (uses.getOrDefault(s, 0) > 1 || text.text.length() > LONGEST)) {
                String name = "t" + names++;
                line(name, text);
                text = new Text(name, ATOM);
            }
            texts.put(s, text);
        }
        for (int i = 0; i < bodies.size(); i++) {
            Scalar body = bodies.get(i);
            line("y" + i + ": " + body.type().signatureName(), of(body));
        }
        return out.toString();
    }

    private void line(String name, Text text) {
        out.append("  ").append(name).append(" = ").append(text.text).append('\n');
    }

    private Text of(Scalar s) {
        Text text = texts.get(s);
        if (text == null) {
            throw new IllegalStateException("a node before its arguments");
        }
        return text;
    }

    private Text text(Scalar s) {
        return switch (s) {
            case Input(var index, var _) -> new Text("x" + index, ATOM);
            case Constant c -> new Text(constant(c), ATOM);
            case Cast(var x, var type) -> call(type.signatureName(), x);
            case Select(var c, var a, var b, var _) -> call("select", c, a, b);
            case Unary u -> unary(u.function(), u.x());
            case Binary b -> binary(b.function(), b.a(), b.b());
        };
    }

    private Text unary(UnaryFunction f, Scalar x) {
        return switch (f) {
            case NEGATE -> new Text("-" + of(x).atLeast(ATOM), 7);
            case NOT -> new Text("!" + of(x).atLeast(ATOM), 7);
            case INVERT -> new Text("~" + of(x).atLeast(ATOM), 7);
            default -> call(name(f), x);
        };
    }

    private Text binary(BinaryFunction f, Scalar a, Scalar b) {
        return switch (f) {
            case MULTIPLY -> infix("*", 6, a, b);
            case DIVIDE -> infix("/", 6, a, b);
            case ADD -> infix("+", 5, a, b);
            case SUBTRACT -> infix("-", 5, a, b);
            case SHIFT_LEFT -> infix("<<", 4, a, b);
            case SHIFT_RIGHT -> infix(">>", 4, a, b);
            case LESS -> infix("<", 3, a, b);
            case LESS_EQUAL -> infix("<=", 3, a, b);
            case GREATER -> infix(">", 3, a, b);
            case GREATER_EQUAL -> infix(">=", 3, a, b);
            case EQUAL -> infix("==", 2, a, b);
            case NOT_EQUAL -> infix("!=", 2, a, b);
            case AND -> infix("&", 1, a, b);
            case OR -> infix("|", 1, a, b);
            case XOR -> infix("^", 1, a, b);
            default -> call(name(f), a, b);
        };
    }

    private static String name(Enum<?> function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    /** Left-associative: the right side needs a stronger operator. */
    private Text infix(String operator, int strength, Scalar a, Scalar b) {
        int left = strength == 1 ? ATOM : strength;
        int right = strength == 1 ? ATOM : strength + 1;
        return new Text(of(a).atLeast(left) + " " + operator + " " + of(b).atLeast(right), strength);
    }

    private Text call(String name, Scalar... arguments) {
        List<String> texts = new ArrayList<>();
        for (Scalar s : arguments) {
            texts.add(of(s).text);
        }
        return new Text(name + "(" + String.join(", ", texts) + ")", ATOM);
    }

    private static String constant(Constant c) {
        return switch (c.type()) {
            case BOOL -> c.integer() != 0 ? "true" : "false";
            case UINT64 -> Long.toUnsignedString(c.integer());
            case FLOAT64 -> Double.toString(c.real());
            case FLOAT32, FLOAT16, BFLOAT16 -> Float.toString((float) RealArithmetic.round(c.type(), c.real()));
            default -> Long.toString(IntegerArithmetic.wrap(c.type(), c.integer()));
        };
    }
}
