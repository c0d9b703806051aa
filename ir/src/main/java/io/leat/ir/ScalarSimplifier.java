package io.leat.ir;

import io.leat.ir.Scalar.Binary;
import io.leat.ir.Scalar.Cast;
import io.leat.ir.Scalar.Constant;
import io.leat.ir.Scalar.Input;
import io.leat.ir.Scalar.Select;
import io.leat.ir.Scalar.Unary;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes equal nodes one, and rewrites nodes where no bit of any result can change (that one NaN is another does not
 * count). An integer division by zero is not folded; it is dropped only with the last result that depends on it.
 */
public final class ScalarSimplifier {
    /** What makes two nodes on shared arguments equal. */
    private record Key(Object kind, DType type, long bits, int a, int b, int c) {}

    private final boolean rewriting;
    private final Map<Key, Scalar> known = new HashMap<>();
    private final Map<Scalar, Integer> number = new IdentityHashMap<>();

    private ScalarSimplifier(boolean rewriting) {
        this.rewriting = rewriting;
    }

    /** {@code bodies} without repeated nodes, otherwise the same. */
    public static List<Scalar> share(List<Scalar> bodies) {
        return new ScalarSimplifier(false).rewriteAll(bodies);
    }

    /** {@code bodies} without repeated nodes and simplified. */
    public static List<Scalar> simplify(List<Scalar> bodies) {
        return new ScalarSimplifier(true).rewriteAll(bodies);
    }

    private List<Scalar> rewriteAll(List<Scalar> bodies) {
        Map<Scalar, Scalar> image = new IdentityHashMap<>();
        for (Scalar s : Scalars.topological(bodies)) {
            image.put(s, make(Scalars.withOperands(s, Scalars.images(s, image))));
        }
        return bodies.stream().map(image::get).toList();
    }

    /** The one node for {@code s}, whose arguments are shared ones. */
    private Scalar make(Scalar s) {
        Scalar node = s;
        for (Scalar next = simpler(node); next != node; next = simpler(node)) {
            node = Scalars.withOperands(
                    next, Scalars.operands(next).stream().map(this::made).toList());
        }
        if (number.containsKey(node)) {
            return node;
        }
        Scalar same = node instanceof Constant c ? canonical(c) : node;
        Scalar shared = known.computeIfAbsent(key(same), _ -> same);
        number.putIfAbsent(shared, number.size());
        return shared;
    }

    private Scalar made(Scalar s) {
        return number.containsKey(s) ? s : make(s);
    }

    private Scalar simpler(Scalar s) {
        return !rewriting || number.containsKey(s) ? s : rewrite(s);
    }

    private static Constant canonical(Constant c) {
        if (c.type().isFloating()) {
            double real = RealArithmetic.round(c.type(), c.real());
            return new Constant(c.type(), real, (long) real);
        }
        long integer = IntegerArithmetic.wrap(c.type(), c.integer());
        return new Constant(c.type(), (double) integer, integer);
    }

    private Key key(Scalar s) {
        int[] x = Scalars.operands(s).stream().mapToInt(number::get).toArray();
        int a = x.length > 0 ? x[0] : -1;
        int b = x.length > 1 ? x[1] : -1;
        int c = x.length > 2 ? x[2] : -1;
        return switch (s) {
            case Input in -> new Key(Input.class, in.type(), in.index(), a, b, c);
            case Constant k -> {
                long bits = k.type().isFloating() ? Double.doubleToLongBits(k.real()) : k.integer();
                yield new Key(Constant.class, k.type(), bits, a, b, c);
            }
            case Unary u -> new Key(u.function(), s.type(), 0, a, b, c);
            case Binary f -> new Key(f.function(), s.type(), 0, a, b, c);
            case Cast _ -> new Key(Cast.class, s.type(), 0, a, b, c);
            case Select _ -> new Key(Select.class, s.type(), 0, a, b, c);
        };
    }

    private static Scalar rewrite(Scalar s) {
        Scalar folded = fold(s);
        return switch (folded) {
            case Unary u -> SimplerForms.of(u);
            case Binary b -> SimplerForms.of(b);
            case Cast c -> SimplerForms.of(c);
            case Select(Unary(var f, var c, var _), var a, var b, var _)
            when f == UnaryFunction.NOT -> new Select(c, b, a);
            case Select(var c, var a, var b, var _)
            when a == b || c instanceof Constant -> a == b || ((Constant) c).integer() != 0 ? a : b;
            default -> folded;
        };
    }

    /** The value of a node of constants, if it is certain and no failure. */
    private static Scalar fold(Scalar s) {
        List<Scalar> operands = Scalars.operands(s);
        boolean elementary = s instanceof Unary u && u.function().isElementary()
                || s instanceof Binary b
                        && b.function().isElementary()
                        && b.type().isFloating();
        if (operands.isEmpty() || elementary || !operands.stream().allMatch(Constant.class::isInstance)) {
            return s;
        }
        Object result = s.type().newArray(1);
        try {
            ScalarInterpreter.of(List.of(s)).run(new Object[0], new int[0], new int[0], new Object[] {result}, 0, 1);
        } catch (ArithmeticException | InvalidArgumentException e) {
            return s;
        }
        if (s.type().isFloating()) {
            double real = ArrayElements.real(s.type(), result, 0);
            return new Constant(s.type(), real, (long) real);
        }
        long integer = ArrayElements.integer(s.type(), result, 0);
        return new Constant(s.type(), (double) integer, integer);
    }
}
