package io.leat.testkit;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.OpRegistry;
import io.leat.graph.Signature;
import io.leat.graph.Signature.Arg;
import io.leat.graph.Signature.AttrDef;
import io.leat.graph.Signature.Kind;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One use of an op that takes variables: by their signatures, whose argument names tell what an input is for.
 *
 * @param op the op's name
 * @param inputs the inputs; for a variable its value before the op runs
 * @param attrs the attributes that the inputs do not imply
 */
public record StateCase(String op, List<Tensor> inputs, Attrs attrs) {
    private static final Shape WHOLE = Shape.of(4, 3);
    private static final Shape PART = Shape.of(2, 3);

    public StateCase {
        inputs = List.copyOf(inputs);
    }

    /** The cases of an op; none for one that takes no variables or whose effect is not in their values. */
    public static List<StateCase> of(String op) {
        Signature s = OpRegistry.get(op).signature();
        boolean variables = !s.inputs().isEmpty()
                && (s.inputs().getFirst().ref() && !isHandle(s.inputs().getFirst())
                        || s.inputs().getFirst().name().matches("resource|var|ref")
                        || op.equals("VariableShape"));
        if (!variables || Elsewhere.REASONS.containsKey(op)) {
            return List.of();
        }
        List<StateCase> cases = new ArrayList<>();
        boolean counts = op.endsWith("CountUpTo");
        DType[] types = counts ? new DType[] {DType.INT32} : new DType[] {DType.FLOAT32, DType.FLOAT64};
        for (DType t : types) {
            Map<String, Attr> attrs = required(s, t);
            cases.add(new StateCase(op, inputs(s, t, cases.size()), Attrs.of(attrs)));
            for (AttrDef a : s.attrs()) {
                if (a.kind() == Kind.BOOL && !a.list() && !a.name().equals("use_locking")) {
                    Map<String, Attr> changed = new TreeMap<>(attrs);
                    changed.put(a.name(), Attr.of(!Attr.of(true).equals(a.defaultValue())));
                    cases.add(new StateCase(op, inputs(s, t, cases.size()), Attrs.of(changed)));
                }
            }
        }
        return cases;
    }

    /** Old ops refer to tables and queues by a reference to strings. */
    private static boolean isHandle(Arg a) {
        return a.type() == DType.STRING;
    }

    private static Map<String, Attr> required(Signature s, DType t) {
        Map<String, Attr> attrs = new TreeMap<>();
        for (AttrDef a : s.attrs()) {
            boolean implied = s.inputs().stream().anyMatch(i -> a.name().equals(i.typeAttr()));
            if (a.defaultValue() == null && !implied) {
                attrs.put(a.name(), a.kind() == Kind.TYPE ? Attr.of(t) : Attr.of(1000));
            }
        }
        return attrs;
    }

    private static List<Tensor> inputs(Signature s, DType t, int seed) {
        var seeded = new Seeded(seed);
        boolean sparse = s.inputs().stream().anyMatch(a -> a.name().equals("indices"));
        boolean nd = s.name().contains("Nd");
        List<Tensor> inputs = new ArrayList<>();
        for (Arg a : s.inputs()) {
            if (t == DType.INT32) {
                inputs.add(Tensor.scalar(5));
            } else if (a.ref() || a.type() == DType.RESOURCE) {
                inputs.add(seeded.tensor(t, WHOLE, Domain.of(0.1, 2)));
            } else {
                inputs.add(input(a.name(), t, seeded, sparse, nd));
            }
        }
        return inputs;
    }

    private static Tensor input(String name, DType t, Seeded seeded, boolean sparse, boolean nd) {
        return switch (name) {
            case "indices" -> nd ? Tensor.of(Shape.of(2, 1), 3, 1) : Tensor.vector(3, 1);
            case "grad", "updates", "value", "delta" -> seeded.tensor(t, sparse ? PART : WHOLE, Domain.of(-1, 1));
            case "global_step" -> Tensor.scalar(5L);
            default -> Tensor.of(t, Shape.SCALAR, hyperparameter(name));
        };
    }

    private static double hyperparameter(String name) {
        return switch (name) {
            case "beta1", "rho", "momentum" -> 0.9;
            case "beta1_power", "sign_decay" -> 0.81;
            case "beta2" -> 0.99;
            case "beta2_power" -> 0.95;
            case "epsilon" -> 1e-3;
            case "l1" -> 0.01;
            case "l2" -> 0.02;
            case "l2_shrinkage" -> 0.03;
            case "lr_power" -> -0.5;
            case "logbase" -> 0.7;
            default -> 0.1;
        };
    }

    @Override
    public String toString() {
        return op + " " + attrs + " of " + inputs.getFirst().dtype();
    }
}
