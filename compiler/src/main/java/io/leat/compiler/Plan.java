package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.RunContext;
import io.leat.ir.Value;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.ResourceExhaustedException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program ready to run on this machine for feeds of certain shapes: steps in order, and frames kept for the next runs.
 * Any number of runs may use it at the same time, each with a frame of its own.
 */
public final class Plan {
    private static final int FRAMES_KEPT = 16;

    private final CoreProgram program;
    private final Step[] steps;
    private final int[][] givesBack;
    private final BufferPlan buffers;
    private final @Nullable Object[] template;
    private final int borrows;
    private final int[] transientSlots;
    private final ArrayBlockingQueue<Frame> frames = new ArrayBlockingQueue<>(FRAMES_KEPT);

    /**
     * @param givesBack for each step the borrowed snapshots that nobody reads after it
     * @param template the slots of values that are the same in every run
     */
    Plan(
            CoreProgram program,
            List<Step> steps,
            int[][] givesBack,
            BufferPlan buffers,
            @Nullable Object[] template,
            int borrows) {
        this.program = program;
        this.steps = steps.toArray(new Step[0]);
        this.givesBack = givesBack;
        this.buffers = buffers;
        this.template = template;
        this.borrows = borrows;
        this.transientSlots = findTransientSlots();
    }

    /**
     * Runs the plan.
     *
     * @param feeds the fed tensors, in the order of the request, with the dtypes and shapes of the plan
     * @return the fetched tensors, in the order of the request
     */
    public Tensor[] run(Tensor[] feeds, RunContext context) {
        return run(feeds, context, null);
    }

    /**
     * Runs the plan and notes the time.
     *
     * @param times takes {@link System#nanoTime()} at the start and after each step; of length {@link #steps()} + 1
     */
    public Tensor[] run(Tensor[] feeds, RunContext context, long @Nullable [] times) {
        Frame polled = frames.poll();
        Frame f = polled != null ? polled : newFrame();
        f.begin(context);
        try {
            List<Value> in = program.inputs();
            for (int i = 0; i < feeds.length; i++) {
                Value v = in.get(i);
                f.slots[v.id()] = v.shape().isFullyKnown() ? Raw.array(feeds[i]) : feeds[i];
            }
            if (times != null) {
                times[0] = System.nanoTime();
            }
            for (int i = 0; i < steps.length; i++) {
                context.checkCancelled();
                execute(steps[i], f);
                for (int b : givesBack[i]) {
                    f.giveBack(b);
                }
                if (times != null) {
                    times[i + 1] = System.nanoTime();
                }
            }
            List<Value> out = program.outputs();
            Tensor[] fetched = new Tensor[out.size()];
            for (int i = 0; i < fetched.length; i++) {
                fetched[i] = HostStep.tensor(out.get(i), f.slot(out.get(i).id()));
            }
            return fetched;
        } finally {
            f.end();
            clear(f);
            frames.offer(f);
        }
    }

    private static void execute(Step s, Frame f) {
        try {
            s.run(f);
        } catch (LeatException e) {
            throw e.at(s.instruction.origin().errorSite());
        } catch (ArithmeticException e) {
            throw new InvalidArgumentException(
                    "Integer division by zero", s.instruction.origin().errorSite(), e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new ResourceExhaustedException(
                    e.toString(), s.instruction.origin().errorSite(), e);
        } catch (RuntimeException e) {
            throw new InternalException(
                    e + " in " + s.instruction, s.instruction.origin().errorSite(), e);
        }
    }

    private Frame newFrame() {
        @Nullable Object[] slots = template.clone();
        Object[] arrays = new Object[buffers.kinds().size()];
        for (Value v : allValues()) {
            if (buffers.place(v) == BufferPlan.Place.PLANNED) {
                int b = buffers.buffer(v);
                if (arrays[b] == null) {
                    arrays[b] = v.dtype().newArray(v.shape().size());
                }
                slots[v.id()] = arrays[b];
            }
        }
        return new Frame(slots, borrows);
    }

    private List<Value> allValues() {
        return program.instructions().stream()
                .flatMap(i -> i.outputs().stream())
                .toList();
    }

    /** Forgets what the frame must not keep alive: everything but its own buffers and the constants. */
    private void clear(Frame f) {
        for (int i : transientSlots) {
            f.slots[i] = null;
        }
    }

    private int[] findTransientSlots() {
        IntStream fed = program.inputs().stream().mapToInt(Value::id);
        IntStream computed = allValues().stream()
                .filter(v -> template[v.id()] == null && buffers.place(v) != BufferPlan.Place.PLANNED)
                .mapToInt(Value::id);
        return IntStream.concat(fed, computed).toArray();
    }

    /** Bytes of the buffers that one run uses besides feeds, variables and fetched tensors. */
    public long bufferBytes() {
        return buffers.bytes();
    }

    /** Whether every shape is known before the run. */
    boolean knowsAllShapes() {
        return program.instructions().stream()
                .flatMap(i -> i.outputs().stream())
                .allMatch(v -> v.shape().isFullyKnown());
    }

    /** The number of steps of a run. */
    public int steps() {
        return steps.length;
    }

    /** Whether a run changes variables, or any other state. */
    public boolean hasEffects() {
        return program.instructions().stream()
                .anyMatch(i -> i.op().hasEffect() && !(i.op() instanceof CoreOp.ReadVariable));
    }

    /** What each step does, in order. */
    public List<StepInfo> describe() {
        return Arrays.stream(steps).map(s -> StepInfo.of(s.instruction)).toList();
    }

    /** The core program as text. */
    @Override
    public String toString() {
        return program.toString();
    }
}
