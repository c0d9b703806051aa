package io.leat.train;

import io.leat.graph.Collections;
import io.leat.graph.Gradient;
import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Adds the nodes that lower a loss: its gradients, and one update for each variable. Formulas, slot names and the names
 * of the nodes are those of TensorFlow's {@code tf.compat.v1.train} optimisers.
 *
 * <p>Immutable; an optimiser may serve several losses and graphs, each with slots of its own.
 */
public abstract class Optimizer {
    private final String name;
    private final Rate rate;

    Optimizer(String name, Rate rate) {
        this.name = name;
        this.rate = rate;
    }

    final Rate rate() {
        return rate;
    }

    /** TensorFlow's name of the method, which names the slots and nodes. */
    public final String name() {
        return name;
    }

    /**
     * A node that changes all trainable variables by one step that lowers the loss.
     *
     * @param loss a scalar
     * @throws InvalidArgumentException if the loss depends on no trainable variable
     */
    public final Node minimize(Operand loss) {
        return applyGradients(computeSome(loss), null);
    }

    /**
     * {@link #minimize(Operand)}, which also adds one to a variable that counts the steps.
     *
     * @param globalStep of an integer dtype
     */
    public final Node minimize(Operand loss, Variable globalStep) {
        return applyGradients(computeSome(loss), globalStep);
    }

    /** {@link #minimize(Operand)} with the gradients, made dense, changed before they are applied; see {@link Clip}. */
    public final Node minimize(Operand loss, UnaryOperator<List<Output>> change) {
        Ops tf = loss.output().graph().ops();
        List<Variable> changing = new ArrayList<>();
        List<Output> dense = new ArrayList<>();
        for (GradientAndVariable g : computeSome(loss)) {
            if (g.gradient() != null) {
                dense.add(g.gradient().dense(tf));
                changing.add(g.variable());
            }
        }
        List<Output> changed = change.apply(dense);
        List<GradientAndVariable> out = new ArrayList<>();
        for (int i = 0; i < changing.size(); i++) {
            out.add(new GradientAndVariable(new Gradient.Dense(changed.get(i)), changing.get(i)));
        }
        return applyGradients(out, null);
    }

    private List<GradientAndVariable> computeSome(Operand loss) {
        List<GradientAndVariable> gradients = computeGradients(loss);
        if (gradients.stream().allMatch(g -> g.gradient() == null)) {
            throw new InvalidArgumentException(
                    "No gradients provided for any variable, check your graph for ops that do not support gradients,"
                            + " between variables "
                            + gradients.stream().map(g -> g.variable().name()).toList() + " and loss "
                            + loss.output() + ".");
        }
        return gradients;
    }

    /** The gradients of the loss with respect to all trainable variables of its graph. */
    public final List<GradientAndVariable> computeGradients(Operand loss) {
        return computeGradients(
                loss, loss.output().graph().collections().get(Collections.TRAINABLE_VARIABLES, Variable.class));
    }

    /** The gradients of the loss with respect to the variables, in their order. */
    public final List<GradientAndVariable> computeGradients(Operand loss, List<Variable> variables) {
        if (variables.isEmpty()) {
            throw new InvalidArgumentException("No variables to optimize.");
        }
        List<@Nullable Gradient> gradients =
                Gradients.in(loss.output().graph().ops()).of(List.of(loss), variables);
        List<GradientAndVariable> out = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            out.add(new GradientAndVariable(gradients.get(i), variables.get(i)));
        }
        return out;
    }

    /** A node that changes the variables by one step along the gradients. */
    public final Node applyGradients(List<GradientAndVariable> gradients) {
        return applyGradients(gradients, null);
    }

    /**
     * A node that changes the variables by one step along the gradients; variables without one stay.
     *
     * @param globalStep is counted up when all have changed, if it is given
     * @throws InvalidArgumentException if no variable has a gradient
     */
    public final Node applyGradients(List<GradientAndVariable> gradients, @Nullable Variable globalStep) {
        List<GradientAndVariable> used =
                gradients.stream().filter(g -> g.gradient() != null).toList();
        if (used.isEmpty()) {
            throw new InvalidArgumentException("No gradients provided for any variable: "
                    + gradients.stream().map(g -> g.variable().name()).toList() + ".");
        }
        Graph graph = used.getFirst().variable().handle().graph();
        Ops tf = graph.ops().withScope(name);
        var step = new Step(this, tf, new Slots(graph));
        begin(step, used.getFirst().variable().dtype());
        List<Node> updates = new ArrayList<>();
        for (GradientAndVariable g : used) {
            Ops at = tf.withName("update_" + g.variable().name());
            switch (g.gradient()) {
                case null -> {}
                case Gradient.Dense d -> updates.add(dense(step, at, g.variable(), d.value()));
                case Gradient.IndexedSlices s -> updates.add(sparse(step, at, g.variable(), unique(tf, s)));
            }
        }
        Ops after = tf.withControlDependencies(updates);
        updates.addAll(finish(step, after));
        if (globalStep != null) {
            updates.add(Slots.assignAdd(
                    tf.withControlDependencies(updates), globalStep, tf.constant(1, globalStep.dtype())));
        }
        NodeBuilder group = graph.ops()
                .op("NoOp")
                .exactName(tf.prefix().substring(0, tf.prefix().length() - 1));
        updates.forEach(group::controlInput);
        Node train = group.add();
        graph.collections().add(Collections.TRAIN_OP, train);
        return train;
    }

    /** Makes what all updates share. */
    void begin(Step step, DType dtype) {}

    abstract Node dense(Step step, Ops tf, Variable v, Output gradient);

    /** The update of some rows; the indices differ from each other. */
    abstract Node sparse(Step step, Ops tf, Variable v, Gradient.IndexedSlices gradient);

    /** What is run after all updates, which {@code after} waits for. */
    List<Node> finish(Step step, Ops after) {
        return List.of();
    }

    /** Rows of equal index added up. */
    private static Gradient.IndexedSlices unique(Ops tf, Gradient.IndexedSlices s) {
        Node unique = tf.op("Unique").input(s.indices()).add();
        Output count = tf.op("StridedSlice")
                .input(tf.call("Shape", unique.output(0)))
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {1}))
                .input(tf.constant(new int[] {1}))
                .attr("shrink_axis_mask", 1)
                .add()
                .output(0);
        Output sums = tf.call("UnsortedSegmentSum", s.values(), unique.output(1), count);
        return new Gradient.IndexedSlices(sums, unique.output(0), s.denseShape());
    }

    /** What one call of {@link #applyGradients} makes: its slots and the constants by dtype. */
    static final class Step {
        private final Optimizer optimizer;
        private final Ops tf;
        private final Slots slots;
        private final Map<DType, Output> rates = new LinkedHashMap<>();
        private final Map<String, Output> constants = new LinkedHashMap<>();
        private final Map<String, Variable> scalars = new LinkedHashMap<>();

        private Step(Optimizer optimizer, Ops tf, Slots slots) {
            this.optimizer = optimizer;
            this.tf = tf;
            this.slots = slots;
        }

        Output rate(Variable v) {
            return rates.computeIfAbsent(v.dtype(), d -> optimizer.rate.as(tf, d));
        }

        Output constant(String name, double value, Variable v) {
            return constants.computeIfAbsent(
                    name + " " + v.dtype(), _ -> tf.withName(name).constant(value, v.dtype()));
        }

        Variable slot(Variable v, String name, double initial) {
            return slots.like(v, name, initial);
        }

        void scalar(String name, DType dtype, double initial) {
            scalars.put(name, slots.scalar(name, dtype, initial));
        }

        Variable scalar(String name) {
            return java.util.Objects.requireNonNull(scalars.get(name));
        }

        /** Its value before the step, in the dtype of {@code v}. */
        Output scalar(String name, Variable v) {
            Variable s = scalar(name);
            return s.dtype() == v.dtype()
                    ? s.output()
                    : tf.op("Cast")
                            .input(s.output())
                            .attr("DstT", v.dtype())
                            .add()
                            .output(0);
        }

        /** An update op in the form for the kind of the variable, with the variable and slots as first inputs. */
        NodeBuilder apply(Ops at, String op, Variable v, Variable... slotVariables) {
            NodeBuilder b = at.op(v.isResource() ? "Resource" + op : op).input(v.handle());
            for (Variable s : slotVariables) {
                b.input(s.handle());
            }
            return b;
        }
    }
}
