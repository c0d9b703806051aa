package io.leat.train;

import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;

/** Learning rates that change with the step: scalar float32 tensors, with the formulas of {@code tf.compat.v1.train}. */
public final class Schedules {
    private Schedules() {}

    /** {@code rate * decayRate ^ (step / decaySteps)}; in stairs, the quotient is rounded down. */
    public static Output exponentialDecay(
            double rate, Operand step, double decaySteps, double decayRate, boolean stairs) {
        var s = Scope.of(step, "ExponentialDecay");
        return s.number(rate).times(s.tf.call("Pow", s.number(decayRate), s.periods(decaySteps, stairs)));
    }

    /** {@code rate * exp(-decayRate * step / decaySteps)}; in stairs, the quotient is rounded down. */
    public static Output naturalExpDecay(
            double rate, Operand step, double decaySteps, double decayRate, boolean stairs) {
        var s = Scope.of(step, "NaturalExpDecay");
        return s.number(rate)
                .times(s.tf.call("Exp", s.periods(decaySteps, stairs).times(-decayRate)));
    }

    /** {@code rate / (1 + decayRate * step / decaySteps)}; in stairs, the quotient is rounded down. */
    public static Output inverseTimeDecay(
            double rate, Operand step, double decaySteps, double decayRate, boolean stairs) {
        var s = Scope.of(step, "InverseTimeDecay");
        return s.number(rate)
                .dividedBy(s.periods(decaySteps, stairs).times(decayRate).plus(1.0));
    }

    /** {@code (rate - endRate) * (1 - step / decaySteps) ^ power + endRate}, from {@code decaySteps} on {@code endRate}. */
    public static Output polynomialDecay(double rate, Operand step, double decaySteps, double endRate, double power) {
        var s = Scope.of(step, "PolynomialDecay");
        Output left = s.number(1).minus(s.fraction(decaySteps));
        return s.tf.call("Pow", left, s.number(power)).times(rate - endRate).plus(endRate);
    }

    /** Half a cosine wave from {@code rate} down to {@code alpha * rate} at {@code decaySteps}, and that afterwards. */
    public static Output cosineDecay(double rate, Operand step, double decaySteps, double alpha) {
        var s = Scope.of(step, "CosineDecay");
        Output cosine = s.tf.call("Cos", s.fraction(decaySteps).times(Math.PI))
                .plus(1.0)
                .times(0.5);
        return cosine.times(1 - alpha).plus(alpha).times(rate);
    }

    /** {@code values[i]} up to step {@code boundaries[i]} inclusive, and the last value after the last boundary. */
    public static Output piecewiseConstant(Operand step, double[] boundaries, double[] values) {
        if (values.length != boundaries.length + 1) {
            throw new InvalidArgumentException("The length of boundaries should be 1 less than the length of values: "
                    + boundaries.length + ", " + values.length);
        }
        var s = Scope.of(step, "PiecewiseConstant");
        Output out = s.number(values[values.length - 1]);
        for (int i = boundaries.length - 1; i >= 0; i--) {
            out = s.tf.call(
                    "SelectV2", s.tf.call("LessEqual", s.step, s.number(boundaries[i])), s.number(values[i]), out);
        }
        return out;
    }

    private record Scope(Ops tf, Output step) {
        static Scope of(Operand step, String name) {
            Ops tf = step.output().graph().ops().withScope(name);
            Output t = tf.op("Cast")
                    .input(step.output())
                    .attr("DstT", DType.FLOAT32)
                    .add()
                    .output(0);
            return new Scope(tf, t);
        }

        Output number(double value) {
            return tf.constant((float) value);
        }

        Output periods(double decaySteps, boolean stairs) {
            Output p = step.dividedBy(number(decaySteps));
            return stairs ? tf.call("Floor", p) : p;
        }

        /** Of the way to {@code decaySteps}, at most 1. */
        Output fraction(double decaySteps) {
            return tf.call("Minimum", step, number(decaySteps)).dividedBy(number(decaySteps));
        }
    }
}
