package io.leat.train;

import io.leat.graph.Gradient;
import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.tensor.DType;
import java.util.List;

/**
 * Kingma and Ba, "Adam: a method for stochastic optimization" (2014), in the form before section 2.1:
 *
 * <pre>{@code
 * r = rate * sqrt(1 - beta2^t) / (1 - beta1^t)
 * m += (gradient - m) * (1 - beta1)
 * s += (gradient^2 - s) * (1 - beta2)
 * v -= r * m / (sqrt(s) + epsilon)
 * }</pre>
 *
 * The slots are named {@code v/Adam} (m) and {@code v/Adam_1} (s), the powers {@code beta1_power} and {@code
 * beta2_power}. With a sparse gradient m and s decay in all rows, and all rows move, as in TensorFlow.
 */
public final class Adam extends Optimizer {
    private final double beta1;
    private final double beta2;
    private final double epsilon;

    private Adam(Rate rate, double beta1, double beta2, double epsilon) {
        super("Adam", rate);
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    private static Adam of(Rate rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8);
    }

    /** With beta1 0.9, beta2 0.999 and epsilon 1e-8. */
    public static Adam rate(double rate) {
        return of(Rate.of(rate));
    }

    /** As {@link #rate(double)}, with a scalar tensor as rate, such as one of {@link Schedules}. */
    public static Adam rate(Operand rate) {
        return of(Rate.of(rate));
    }

    /** How much of the means of the gradients and of their squares stays at each step. */
    public Adam betas(double first, double second) {
        return new Adam(rate(), first, second, epsilon);
    }

    public Adam epsilon(double value) {
        return new Adam(rate(), beta1, beta2, value);
    }

    @Override
    void begin(Step step, DType dtype) {
        DType powers = dtype == DType.FLOAT64 ? dtype : DType.FLOAT32;
        step.scalar("beta1_power", powers, beta1);
        step.scalar("beta2_power", powers, beta2);
    }

    @Override
    Node dense(Step step, Ops tf, Variable v, Output gradient) {
        return step.apply(tf, "ApplyAdam", v, step.slot(v, "Adam", 0), step.slot(v, "Adam", 0))
                .input(step.scalar("beta1_power", v))
                .input(step.scalar("beta2_power", v))
                .input(step.rate(v))
                .input(step.constant("beta1", beta1, v))
                .input(step.constant("beta2", beta2, v))
                .input(step.constant("epsilon", epsilon, v))
                .input(gradient)
                .add();
    }

    @Override
    Node sparse(Step step, Ops tf, Variable v, Gradient.IndexedSlices gradient) {
        Variable m = step.slot(v, "Adam", 0);
        Variable s = step.slot(v, "Adam", 0);
        Output one = step.constant("one", 1, v);
        Output r = step.rate(v)
                .times(tf.call("Sqrt", one.minus(step.scalar("beta2_power", v))))
                .dividedBy(one.minus(step.scalar("beta1_power", v)));
        Output mean = decayed(step, tf, m, beta1, gradient.indices(), gradient.values());
        Output square = decayed(
                step, tf, s, beta2, gradient.indices(), gradient.values().square());
        Output change = r.times(mean).dividedBy(tf.call("Sqrt", square).plus(step.constant("epsilon", epsilon, v)));
        return Slots.assignSub(tf, v, change);
    }

    /** Sets the slot to {@code beta * slot}, adds {@code (1 - beta) * rows} at the indices, and reads it. */
    private static Output decayed(Step step, Ops tf, Variable slot, double beta, Output indices, Output rows) {
        Output b = step.constant(beta == 0 ? "zero" : "decay_" + beta, beta, slot);
        Node decay = Slots.assign(tf, slot, slot.output().times(b));
        Node add = Slots.scatterAdd(
                tf.withControlDependencies(List.of(decay)),
                slot,
                indices,
                rows.times(step.constant("keep_" + beta, 1 - beta, slot)));
        return Slots.read(tf.withControlDependencies(List.of(add)), slot);
    }

    @Override
    List<Node> finish(Step step, Ops after) {
        return List.of(power(step, after, "beta1_power", beta1), power(step, after, "beta2_power", beta2));
    }

    private static Node power(Step step, Ops after, String name, double beta) {
        Variable p = step.scalar(name);
        return Slots.assign(after, p, p.output().times(beta));
    }
}
