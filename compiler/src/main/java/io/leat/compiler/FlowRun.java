package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.FlowUnit.Target;
import io.leat.graph.Compute;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.ir.RunContext;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a flow program. Each unit runs once in each iteration of its frame, when all its edges have brought something.
 * An edge that brings nothing is dead, and so is what needs it, but for merges, of which one live input is enough. The
 * iterations of a loop follow one another: the next begins when nothing is left to do in the last.
 */
final class FlowRun {
    private record Ready(FlowUnit unit, FrameRun frame) {}

    private final FlowCode code;
    private final Tensor[] feeds;
    private final RunContext run;
    private final @Nullable Tensor[] fetched;
    private final ArrayDeque<Ready> ready = new ArrayDeque<>();

    FlowRun(FlowCode code, Tensor[] feeds, RunContext run) {
        this.code = code;
        this.feeds = feeds;
        this.run = run;
        this.fetched = new Tensor[code.program.fetches.size()];
    }

    Tensor[] run() {
        var root = new FrameRun(code.program.root, null);
        for (FlowUnit u : code.program.root.units) {
            if (u.edges == 0) {
                start(u, root);
            }
        }
        while (!ready.isEmpty()) {
            Ready next = ready.poll();
            run.checkCancelled();
            process(next.unit(), next.frame());
            done(next.frame());
        }
        for (int i = 0; i < fetched.length; i++) {
            if (fetched[i] == null) {
                throw new InvalidArgumentException(
                        "Retval[" + i + "] does not have value",
                        code.program.fetches.get(i).node().errorSite(),
                        null);
            }
        }
        return requireNonNull(fetched);
    }

    private void start(FlowUnit u, FrameRun frame) {
        frame.busy++;
        ready.add(new Ready(u, frame));
    }

    /** Something was done in a frame: when it was the last, the next iteration begins, or the frame ends. */
    private void done(FrameRun frame) {
        frame.busy--;
        FrameRun parent = frame.parent;
        if (frame.busy > 0 || parent == null || frame.entered < frame.frame.enters) {
            return;
        }
        if (frame.hasNext()) {
            frame.busy++; // not done before all of it has begun
            frame.advance((target, value) -> deliver(target, frame, value));
            done(frame);
            return;
        }
        parent.children[frame.frame.index] = null;
        for (FlowUnit exit : frame.frame.exits) {
            if (!frame.hasLeft(exit)) {
                send(exit.targets.getFirst(), parent, null);
                send(exit.controlled(), parent, null);
            }
        }
        done(parent);
    }

    private void send(List<Target> targets, FrameRun frame, @Nullable Tensor value) {
        for (Target t : targets) {
            deliver(t, frame, value);
        }
    }

    /** Brings a value along an edge; null is dead. */
    private void deliver(Target to, FrameRun frame, @Nullable Tensor value) {
        if (frame.arrives(to, value)) {
            start(to.unit(), frame);
        }
    }

    /** That a unit ran, or did not because it is dead, is told those that wait for it; outputs are sent besides. */
    private void control(FlowUnit u, FrameRun frame, boolean live) {
        send(u.controlled(), frame, live ? FrameRun.SIGNAL : null);
    }

    private void allDead(FlowUnit u, FrameRun frame) {
        for (List<Target> t : u.targets) {
            send(t, frame, null);
        }
    }

    private void outputs(FlowUnit u, FrameRun frame, Tensor[] values) {
        for (int i = 0; i < u.outputs(); i++) {
            send(u.targets.get(i), frame, values[i]);
        }
        control(u, frame, true);
    }

    private void process(FlowUnit u, FrameRun frame) {
        boolean dead = frame.isDead(u);
        switch (u.kind) {
            case FEED -> outputs(u, frame, new Tensor[] {feeds[u.number]});
            case FETCH -> {
                if (!dead) {
                    fetch(u, frame.input(u, 0));
                }
            }
            case TRIGGER -> control(u, frame, true);
            case NEXT_ITERATION -> {
                if (!dead) {
                    frame.next(u, frame.input(u, 0));
                }
            }
            case ENTER -> enter(u, frame, dead ? null : frame.input(u, 0));
            case EXIT -> {
                if (!dead) {
                    FrameRun parent = requireNonNull(frame.parent);
                    frame.leave(u);
                    send(u.targets.getFirst(), parent, frame.input(u, 0));
                    send(u.controlled(), parent, FrameRun.SIGNAL);
                }
            }
            case BLOCK, NODE, SWITCH, MERGE -> {
                if (dead) {
                    allDead(u, frame);
                } else {
                    live(u, frame);
                }
            }
        }
    }

    private void fetch(FlowUnit u, Tensor value) {
        if (fetched[u.number] != null && !u.invariant) {
            Output o = code.program.fetches.get(u.number);
            throw new InternalException(
                    "Retval[" + u.number + "] has already been set. " + o.name()
                            + " is in a loop, in which it has several" + " values",
                    o.node().errorSite(),
                    null);
        }
        fetched[u.number] = value;
    }

    private void live(FlowUnit u, FrameRun frame) {
        switch (u.kind) {
            case BLOCK -> outputs(u, frame, code.blocks[u.number].run(frame.inputs(u), run));
            case NODE -> outputs(u, frame, call(requireNonNull(u.node), frame.inputs(u)));
            case MERGE -> {
                int chosen = frame.chosen(u);
                send(u.targets.get(0), frame, frame.input(u, chosen));
                send(u.targets.get(1), frame, Tensor.scalar(chosen));
                control(u, frame, true);
            }
            case SWITCH -> {
                Tensor data = frame.input(u, 0);
                int taken = (int) Elements.of(frame.input(u, 1)).integer(0);
                for (int i = 0; i < u.outputs(); i++) {
                    send(u.targets.get(i), frame, i == taken ? data : null);
                }
                control(u, frame, true);
            }
            case FEED, FETCH, TRIGGER, NEXT_ITERATION, ENTER, EXIT -> throw new InternalException("not a step: " + u);
        }
    }

    private void enter(FlowUnit u, FrameRun frame, @Nullable Tensor value) {
        FlowFrame into = requireNonNull(u.leadsTo);
        FrameRun child = frame.children[into.index];
        if (child == null) {
            child = new FrameRun(into, frame);
            frame.children[into.index] = child;
            frame.busy++;
        }
        child.entered++;
        child.busy++; // not done before the value is there
        child.enter(u, value);
        send(u.targets.getFirst(), child, value);
        send(u.controlled(), child, value == null ? null : FrameRun.SIGNAL);
        done(child);
    }

    private Tensor[] call(Node n, Tensor[] inputs) {
        return n.op() == null
                ? code.callees.call(n.graph(), Inliner.function(n), inputs, run)
                : Compute.run(n, inputs, run, code.callees);
    }
}
