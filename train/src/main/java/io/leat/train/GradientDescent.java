package io.leat.train;

import io.leat.graph.Gradient;
import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;

/** {@code v -= rate * gradient}. */
public final class GradientDescent extends Optimizer {
    private GradientDescent(Rate rate) {
        super("GradientDescent", rate);
    }

    public static GradientDescent rate(double rate) {
        return new GradientDescent(Rate.of(rate));
    }

    /** With a scalar tensor as rate, such as one of {@link Schedules}. */
    public static GradientDescent rate(Operand rate) {
        return new GradientDescent(Rate.of(rate));
    }

    @Override
    Node dense(Step step, Ops tf, Variable v, Output gradient) {
        return step.apply(tf, "ApplyGradientDescent", v)
                .input(step.rate(v))
                .input(gradient)
                .add();
    }

    @Override
    Node sparse(Step step, Ops tf, Variable v, Gradient.IndexedSlices gradient) {
        return Slots.scatterAdd(
                tf, v, gradient.indices(), gradient.values().times(step.rate(v)).neg());
    }
}
