package io.leat.ir;

import io.leat.ir.Scalar.Binary;
import io.leat.ir.Scalar.Cast;
import io.leat.ir.Scalar.Constant;
import io.leat.ir.Scalar.Input;
import io.leat.ir.Scalar.Select;
import io.leat.ir.Scalar.Unary;
import io.leat.tensor.InternalException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks over kernel expressions.
 *
 * <p>Expressions share nodes: seen as trees they may be exponentially large, and they may be deeper than a thread's
 * stack. So nothing here recurses, nodes are told apart by identity, and {@code equals}, {@code hashCode} and
 * {@code toString} of a {@link Scalar} must not be called on more than a few nodes.
 */
public final class Scalars {
    private Scalars() {}

    /** The arguments of a node, in order. */
    public static List<Scalar> operands(Scalar s) {
        return switch (s) {
            case Input _, Constant _ -> List.of();
            case Unary(var _, var x, var _) -> List.of(x);
            case Cast(var x, var _) -> List.of(x);
            case Binary(var _, var a, var b, var _) -> List.of(a, b);
            case Select(var c, var a, var b, var _) -> List.of(c, a, b);
        };
    }

    /** The same node on other arguments; itself when they are the ones that it has. */
    @SuppressWarnings("ReferenceEquality") // nodes are shared: equal ones that are not the same stay apart
    public static Scalar withOperands(Scalar s, List<Scalar> operands) {
        List<Scalar> old = operands(s);
        boolean same = true;
        for (int i = 0; i < old.size(); i++) {
            same &= old.get(i) == operands.get(i);
        }
        if (same) {
            return s;
        }
        return switch (s) {
            case Input _, Constant _ -> s;
            case Unary(var f, var _, var _) -> new Unary(f, operands.get(0));
            case Cast(var _, var type) -> operands.get(0).cast(type);
            case Binary(var f, var _, var _, var _) -> new Binary(f, operands.get(0), operands.get(1));
            case Select _ -> new Select(operands.get(0), operands.get(1), operands.get(2));
        };
    }

    /** Every node of {@code bodies} once, arguments before their users, in a stable order. */
    public static List<Scalar> topological(List<Scalar> bodies) {
        List<Scalar> order = new ArrayList<>();
        Set<Scalar> done = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Scalar> stack = new ArrayDeque<>();
        for (Scalar body : bodies) {
            stack.push(body);
            while (!stack.isEmpty()) {
                Scalar s = stack.peek();
                if (done.contains(s)) {
                    stack.pop();
                    continue;
                }
                List<Scalar> operands = operands(s);
                boolean ready = true;
                for (int i = operands.size() - 1; i >= 0; i--) {
                    if (!done.contains(operands.get(i))) {
                        stack.push(operands.get(i));
                        ready = false;
                    }
                }
                if (ready) {
                    stack.pop();
                    done.add(s);
                    order.add(s);
                }
            }
        }
        return order;
    }

    /**
     * {@code bodies} with {@code inputs.get(i)} in the place of input {@code i}.
     *
     * @throws InternalException if an input has no substitute, or one of another dtype
     */
    public static List<Scalar> substitute(List<Scalar> bodies, List<Scalar> inputs) {
        Map<Scalar, Scalar> image = new IdentityHashMap<>();
        for (Scalar s : topological(bodies)) {
            image.put(s, s instanceof Input in ? substitute(in, inputs) : withOperands(s, images(s, image)));
        }
        return bodies.stream().map(image::get).toList();
    }

    static List<Scalar> images(Scalar s, Map<Scalar, Scalar> image) {
        return operands(s).stream().map(image::get).toList();
    }

    private static Scalar substitute(Input in, List<Scalar> inputs) {
        if (in.index() >= inputs.size() || inputs.get(in.index()).type() != in.type()) {
            throw new InternalException("no substitute for input " + in + " among " + inputs.size());
        }
        return inputs.get(in.index());
    }

    /** One more than the greatest input index, 0 without inputs. */
    public static int inputCount(List<Scalar> bodies) {
        int count = 0;
        for (Scalar s : topological(bodies)) {
            if (s instanceof Input in) {
                count = Math.max(count, in.index() + 1);
            }
        }
        return count;
    }
}
