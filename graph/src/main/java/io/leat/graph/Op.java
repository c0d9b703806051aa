package io.leat.graph;

import io.leat.tensor.InternalException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.UnimplementedException;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one op of TensorFlow: its signature ({@link OpSpec}), shape rule, plain meaning, lowering and
 * gradient. Stateless: one instance serves all nodes of all graphs; what belongs to a node comes with the context.
 */
public abstract class Op {
    private @Nullable Signature signature;

    /** Binds the signature; called once, by the library that makes the op. */
    public final Op bind(Signature bound) {
        signature = bound;
        return this;
    }

    public final Signature signature() {
        if (signature == null) {
            throw new InternalException(getClass().getName() + " has no signature: it was not made by a library");
        }
        return signature;
    }

    public final String name() {
        return signature().name();
    }

    public final boolean isStateful() {
        return signature().stateful();
    }

    /** Sets the output shapes from what is known of the inputs, and rejects inputs that no run could accept. */
    protected abstract void infer(Inference c);

    /**
     * The plain meaning on whole tensors: slow and obvious, the judge of every fast form, the constant folder and the
     * fallback.
     */
    protected void compute(Compute c) {
        throw new UnimplementedException("Op " + name() + " cannot be run: Leat has no kernel for it");
    }

    /**
     * Says the same in core instructions, for input shapes that are all fully known. Returns false, having emitted
     * nothing that matters, to leave the node to {@link #compute}.
     */
    protected boolean lower(Lowering c) {
        return false;
    }

    /** Adds the nodes that compute the gradient of the inputs from that of the outputs. */
    protected void gradient(Backprop b) {
        throw new NotFoundException(
                "No gradient defined for operation '" + b.node().name() + "' (op type: " + name() + ")");
    }

    /** How near the fast forms, and TensorFlow, are to the plain meaning. */
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }

    /**
     * True when the outputs are the same objects in all runs of a session, as handles are: they are made once, with the
     * plan.
     */
    protected boolean isPerSession() {
        return false;
    }

    /** {@link #isPerSession}, for the compiler. */
    public final boolean isSameInAllRuns() {
        return isPerSession();
    }

    /** {@link #isFoldable}, for the compiler. */
    public final boolean canFold() {
        return isFoldable();
    }

    /**
     * What the op means while a loop is unrolled, for one that works on handles or passes them on. Returns false for an
     * op that is run as it is.
     *
     * @throws Tracing.Stop if the loop cannot be unrolled
     */
    protected boolean trace(Tracing t) {
        return false;
    }

    /** {@link #trace}, for the compiler. */
    public final boolean traced(Tracing t) {
        return trace(t);
    }

    /** How the op takes part in control flow. */
    public FlowRole flowRole() {
        return FlowRole.PLAIN;
    }

    /** False for an op whose value must not be computed before the run although it has no state. */
    protected boolean isFoldable() {
        return !isStateful();
    }
}
