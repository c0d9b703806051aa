package io.leat.runtime;

import io.leat.compiler.Plan;
import io.leat.compiler.Program;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that was resolved once, for calls with little overhead. Thread-safe; valid until its session is closed.
 *
 * @param <T> what a call returns
 */
public final class Prepared<T> {
    /** The plan for the shapes of the last call. */
    private record Last(Shape[] shapes, @Nullable Plan plan) {}

    private final Session session;
    private final Program program;
    private final Fetches<T> fetches;
    private final Output[] feeds;
    private final PlanCache plans;
    private volatile Last last;

    Prepared(Session session, Program program, Fetches<T> fetches, List<Output> feeds, PlanCache plans) {
        this.session = session;
        this.program = program;
        this.fetches = fetches;
        this.feeds = feeds.toArray(new Output[0]);
        this.plans = plans;
        this.last = new Last(new Shape[0], null);
    }

    /**
     * Runs with the given tensors, one for each feed in order.
     *
     * @throws InvalidArgumentException if their number, dtypes or shapes do not fit
     */
    public T call(Tensor... values) {
        return fetches.value(session.execute(plan(values), values));
    }

    /** {@link #call} that must be done at a time of {@link System#nanoTime()}. */
    T call(long deadlineNanos, Tensor... values) {
        return fetches.value(session.execute(plan(values), values, deadlineNanos, null));
    }

    /** {@link #call}, with the time of each step. */
    public Profiled<T> profile(Tensor... values) {
        Plan plan = plan(values);
        long[] times = new long[plan.steps() + 1];
        long micros = System.currentTimeMillis() * 1000;
        T value = fetches.value(session.execute(plan, values, SessionRun.FOREVER, times));
        return new Profiled<>(value, Profile.of(plan, micros, times));
    }

    /**
     * Makes the plan for feeds of the shapes of {@code values}, so that the first call need not. If a run changes nothing,
     * neither variables nor the state of random ops, it is then run until its time does not fall any more: then the JVM
     * has compiled what it needs. Takes some seconds at most.
     */
    public Prepared<T> warmUp(Tensor... values) {
        Plan plan = plan(values);
        if (!plan.hasEffects()) {
            WarmUp.run(() -> session.execute(plan, values));
        }
        return this;
    }

    /** The core program for feeds of the shapes of {@code values}, as text. */
    public String explain(Tensor... values) {
        return plan(values).toString();
    }

    Plan plan(Tensor[] values) {
        if (values.length != feeds.length) {
            throw new InvalidArgumentException("Expected " + feeds.length + " feed tensors, but got " + values.length);
        }
        Last l = last;
        if (l.plan() != null && fits(l.shapes(), values)) {
            return l.plan();
        }
        Shape[] shapes = new Shape[values.length];
        for (int i = 0; i < values.length; i++) {
            check(feeds[i], values[i]);
            shapes[i] = values[i].shape();
        }
        Plan plan = plans.get(program, List.of(shapes), session);
        last = new Last(shapes, plan);
        return plan;
    }

    private boolean fits(Shape[] shapes, Tensor[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i].dtype() != feeds[i].dtype()
                    || values[i].shape() != shapes[i] && !values[i].shape().equals(shapes[i])) {
                return false;
            }
        }
        return true;
    }

    private static void check(Output feed, Tensor value) {
        if (feed.node().op() != null && value.dtype() != feed.dtype()) {
            throw new InvalidArgumentException(
                    "Type mismatch: actual " + value.dtype().signatureName() + " vs. expect "
                            + feed.dtype().signatureName() + " for Tensor " + feed.name());
        }
        if (!feed.shape().isCompatibleWith(value.shape())) {
            throw new InvalidArgumentException("Cannot feed value of shape " + value.shape() + " for Tensor "
                    + feed.name() + ", which has shape " + feed.shape());
        }
    }
}
