package io.leat.train;

import io.leat.graph.Gradient;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;

/**
 * Hinton's RMSProp, with momentum:
 *
 * <pre>{@code
 * s += (gradient^2 - s) * (1 - decay)
 * m = m * momentum + rate * gradient / sqrt(s + epsilon)
 * v -= m
 * }</pre>
 *
 * where the centred form has {@code s - g^2} for {@code s} under the root, with {@code g += (gradient - g) * (1 -
 * decay)}. The slots are named {@code v/RMSProp} (s, beginning at one), {@code v/RMSProp_1} (g, if centred), and then m.
 */
public final class RMSProp extends Optimizer {
    private record Settings(double decay, double momentum, double epsilon, boolean centered) {}

    private final Settings settings;

    private RMSProp(Rate rate, Settings settings) {
        super("RMSProp", rate);
        this.settings = settings;
    }

    private static RMSProp of(Rate rate) {
        return new RMSProp(rate, new Settings(0.9, 0, 1e-10, false));
    }

    /** With decay 0.9, momentum 0 and epsilon 1e-10. */
    public static RMSProp rate(double rate) {
        return of(Rate.of(rate));
    }

    /** As {@link #rate(double)}, with a scalar tensor as rate, such as one of {@link Schedules}. */
    public static RMSProp rate(Operand rate) {
        return of(Rate.of(rate));
    }

    public RMSProp decay(double value) {
        return new RMSProp(rate(), new Settings(value, settings.momentum, settings.epsilon, settings.centered));
    }

    public RMSProp momentum(double value) {
        return new RMSProp(rate(), new Settings(settings.decay, value, settings.epsilon, settings.centered));
    }

    public RMSProp epsilon(double value) {
        return new RMSProp(rate(), new Settings(settings.decay, settings.momentum, value, settings.centered));
    }

    /** Divides by the variance of the gradient rather than by the mean of its square. */
    public RMSProp centered() {
        return new RMSProp(rate(), new Settings(settings.decay, settings.momentum, settings.epsilon, true));
    }

    @Override
    Node dense(Step step, Ops tf, Variable v, Output gradient) {
        return apply(step, tf, "", v).input(gradient).add();
    }

    @Override
    Node sparse(Step step, Ops tf, Variable v, Gradient.IndexedSlices gradient) {
        return apply(step, tf, "Sparse", v)
                .input(gradient.values())
                .input(gradient.indices())
                .add();
    }

    private NodeBuilder apply(Step step, Ops tf, String form, Variable v) {
        Variable square = step.slot(v, "RMSProp", 1);
        NodeBuilder b;
        if (settings.centered) {
            Variable mean = step.slot(v, "RMSProp", 0);
            b = step.apply(tf, form + "ApplyCenteredRMSProp", v, mean, square, step.slot(v, "RMSProp", 0));
        } else {
            b = step.apply(tf, form + "ApplyRMSProp", v, square, step.slot(v, "RMSProp", 0));
        }
        return b.input(step.rate(v))
                .input(step.constant("decay", settings.decay, v))
                .input(step.constant("momentum", settings.momentum, v))
                .input(step.constant("epsilon", settings.epsilon, v));
    }
}
