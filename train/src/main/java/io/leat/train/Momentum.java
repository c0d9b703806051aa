package io.leat.train;

import io.leat.graph.Gradient;
import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;

/**
 * {@code a = a * momentum + gradient; v -= rate * a}; in Nesterov's form {@code v -= rate * (gradient + a * momentum)}.
 * The slot {@code a} is named {@code v/Momentum}.
 */
public final class Momentum extends Optimizer {
    private final double momentum;
    private final boolean nesterov;

    private Momentum(Rate rate, double momentum, boolean nesterov) {
        super("Momentum", rate);
        this.momentum = momentum;
        this.nesterov = nesterov;
    }

    private static Momentum of(Rate rate) {
        return new Momentum(rate, 0.9, false);
    }

    /** With momentum 0.9. */
    public static Momentum rate(double rate) {
        return of(Rate.of(rate));
    }

    /** With momentum 0.9 and a scalar tensor as rate, such as one of {@link Schedules}. */
    public static Momentum rate(Operand rate) {
        return of(Rate.of(rate));
    }

    public Momentum momentum(double value) {
        return new Momentum(rate(), value, nesterov);
    }

    /** In Nesterov's form. */
    public Momentum nesterov() {
        return new Momentum(rate(), momentum, true);
    }

    @Override
    Node dense(Step step, Ops tf, Variable v, Output gradient) {
        return step.apply(tf, "ApplyMomentum", v, step.slot(v, "Momentum", 0))
                .input(step.rate(v))
                .input(gradient)
                .input(step.constant("momentum", momentum, v))
                .attr("use_nesterov", nesterov)
                .add();
    }

    @Override
    Node sparse(Step step, Ops tf, Variable v, Gradient.IndexedSlices gradient) {
        return step.apply(tf, "SparseApplyMomentum", v, step.slot(v, "Momentum", 0))
                .input(step.rate(v))
                .input(gradient.values())
                .input(gradient.indices())
                .input(step.constant("momentum", momentum, v))
                .attr("use_nesterov", nesterov)
                .add();
    }
}
