package io.leat.train;

import io.leat.graph.Gradient;
import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;

/**
 * Duchi, Hazan and Singer, "Adaptive subgradient methods" (2011): {@code a += gradient^2; v -= rate * gradient /
 * sqrt(a)}. The slot {@code a} is named {@code v/Adagrad}.
 */
public final class Adagrad extends Optimizer {
    private final double initial;

    private Adagrad(Rate rate, double initial) {
        super("Adagrad", rate);
        this.initial = initial;
    }

    /** With the accumulator beginning at 0.1. */
    public static Adagrad rate(double rate) {
        return new Adagrad(Rate.of(rate), 0.1);
    }

    /** As {@link #rate(double)}, with a scalar tensor as rate, such as one of {@link Schedules}. */
    public static Adagrad rate(Operand rate) {
        return new Adagrad(Rate.of(rate), 0.1);
    }

    /** What {@code a} begins with; must be positive. */
    public Adagrad initialAccumulator(double value) {
        return new Adagrad(rate(), value);
    }

    @Override
    Node dense(Step step, Ops tf, Variable v, Output gradient) {
        return step.apply(tf, "ApplyAdagrad", v, step.slot(v, "Adagrad", initial))
                .input(step.rate(v))
                .input(gradient)
                .add();
    }

    @Override
    Node sparse(Step step, Ops tf, Variable v, Gradient.IndexedSlices gradient) {
        return step.apply(tf, "SparseApplyAdagrad", v, step.slot(v, "Adagrad", initial))
                .input(step.rate(v))
                .input(gradient.values())
                .input(gradient.indices())
                .add();
    }
}
