package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.FlowUnit.Kind;
import io.leat.compiler.FlowUnit.Target;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The state of one frame in a run: what has come in the present iteration, and what is kept for the next ones. */
final class FrameRun {
    /** What comes along a live control edge. */
    static final Tensor SIGNAL = Tensor.scalar(true);

    /** A value for later iterations, with the unit that gives it. */
    private record Kept(FlowUnit from, @Nullable Tensor value) {}

    final FlowFrame frame;
    final @Nullable FrameRun parent;

    /** The frames within, as far as they are running. */
    final @Nullable FrameRun[] children;

    /** How many units are ready or running, and frames within running. */
    int busy;

    /** How many enters have brought their value, or that they are dead. */
    int entered;

    private final int[] pending;
    private final int[] dead;
    private final @Nullable Tensor[] slots;
    private final int[] chosen;
    private final boolean[] left;
    private final List<Kept> invariants = new ArrayList<>();
    private List<Kept> next = new ArrayList<>();
    private boolean first = true;

    FrameRun(FlowFrame frame, @Nullable FrameRun parent) {
        int n = frame.units.size();
        this.frame = frame;
        this.parent = parent;
        this.children = new FrameRun[frame.children.size()];
        this.pending = frame.pending.clone();
        this.dead = new int[n];
        this.slots = new Tensor[frame.slots];
        this.chosen = new int[n];
        this.left = new boolean[n];
        Arrays.fill(chosen, -1);
    }

    /** Takes what an edge brings, null if it is dead; true when its unit is ready. */
    boolean arrives(Target to, @Nullable Tensor value) {
        FlowUnit u = to.unit();
        int i = u.index;
        if (u.kind == Kind.MERGE) {
            return mergeReady(u, to.input(), value);
        }
        if (value == null) {
            dead[i]++;
        } else if (to.input() >= 0) {
            slots[u.firstSlot + to.input()] = value;
        }
        return --pending[i] == 0;
    }

    /** A merge is ready once, with its first live input or when all are dead, and all control edges. */
    private boolean mergeReady(FlowUnit u, int input, @Nullable Tensor value) {
        int i = u.index;
        boolean before = pending[i] == 0 && decided(u);
        if (input < 0) {
            pending[i]--;
        } else if (value == null) {
            dead[i]++;
        } else if (chosen[i] < 0) {
            chosen[i] = input;
            slots[u.firstSlot + input] = value;
        }
        return !before && pending[i] == 0 && decided(u);
    }

    private boolean decided(FlowUnit u) {
        int expected = u.backEdges == 0 || first ? u.data - u.backEdges : u.backEdges;
        return chosen[u.index] >= 0 || dead[u.index] >= expected;
    }

    boolean isDead(FlowUnit u) {
        return u.kind == Kind.MERGE ? chosen[u.index] < 0 : dead[u.index] > 0;
    }

    /** Which input of a merge was live. */
    int chosen(FlowUnit merge) {
        return chosen[merge.index];
    }

    Tensor input(FlowUnit u, int i) {
        return requireNonNull(slots[u.firstSlot + i]);
    }

    Tensor[] inputs(FlowUnit u) {
        Tensor[] in = new Tensor[u.data];
        for (int i = 0; i < in.length; i++) {
            in[i] = input(u, i);
        }
        return in;
    }

    /** Keeps a value for the next iteration. */
    void next(FlowUnit from, Tensor value) {
        next.add(new Kept(from, value));
    }

    /** Keeps the value of an enter, null if it is dead, for all iterations, if it is an invariant. */
    void enter(FlowUnit from, @Nullable Tensor value) {
        if (from.invariant) {
            invariants.add(new Kept(from, value));
        }
    }

    boolean hasNext() {
        return !next.isEmpty();
    }

    void leave(FlowUnit exit) {
        left[exit.index] = true;
    }

    boolean hasLeft(FlowUnit exit) {
        return left[exit.index];
    }

    /** Begins the next iteration with the values kept for it. */
    void advance(BiConsumer<Target, @Nullable Tensor> deliver) {
        System.arraycopy(frame.pending, 0, pending, 0, pending.length);
        Arrays.fill(dead, 0);
        Arrays.fill(slots, null);
        Arrays.fill(chosen, -1);
        first = false;
        List<Kept> begin = next;
        next = new ArrayList<>();
        invariants.forEach(k -> deliver(k, deliver));
        begin.forEach(k -> deliver(k, deliver));
    }

    private static void deliver(Kept kept, BiConsumer<Target, @Nullable Tensor> deliver) {
        kept.from().targets.getFirst().forEach(t -> deliver.accept(t, kept.value()));
        kept.from().controlled().forEach(t -> deliver.accept(t, kept.value() == null ? null : SIGNAL));
    }
}
