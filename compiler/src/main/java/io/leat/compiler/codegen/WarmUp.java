package io.leat.compiler.codegen;

import io.leat.kernels.VectorSupport;
import java.lang.System.Logger.Level;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether a {@link Routine} is fast yet. Until HotSpot has compiled it fully, Vector API code is hundreds of times slower
 * than the scalar form, for a second or so: kernels compute element by element meanwhile, with the same results, and a
 * thread of its own brings the routine to full speed.
 */
final class WarmUp {
    private static final System.Logger LOGGER = System.getLogger(WarmUp.class.getName());
    private static final Map<Routine, WarmUp> ALL = new ConcurrentHashMap<>();
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "leat-warm-up");
        thread.setDaemon(true);
        return thread;
    });

    /** A compiled routine takes at most a few nanoseconds an element, one half compiled hundreds. */
    private static final long FAST_CALL = 25L * Scratch.TILE;

    private static final int FAST_CALLS = 5;

    /** After so long a routine counts as warm whatever it takes. */
    private static final long LONGEST = 10_000_000_000L;

    private static volatile boolean assumed = !VectorSupport.AVAILABLE;

    private final Routine routine;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean warm;

    private WarmUp(Routine routine) {
        this.routine = routine;
    }

    static WarmUp of(Routine routine) {
        return ALL.computeIfAbsent(routine, WarmUp::new);
    }

    /** From now on every routine counts as warm. */
    static void assumeDone() {
        assumed = true;
    }

    boolean isDone() {
        return warm || assumed;
    }

    /** Starts warming up in the background, unless someone did. */
    void start() {
        if (!isDone() && started.compareAndSet(false, true)) {
            THREAD.execute(this::warmUp);
        }
    }

    private void warmUp() {
        try {
            MethodType type = routine.type().resolveConstantDesc(MethodHandles.lookup());
            Class<?> owner = (Class<?>) routine.owner().resolveConstantDesc(MethodHandles.lookup());
            MethodHandle handle = MethodHandles.lookup().findStatic(owner, routine.name(), type);
            MethodHandle call = MethodHandles.insertArguments(handle, 0, arguments(routine));
            long begin = System.nanoTime();
            int fast = 0;
            while (fast < FAST_CALLS && System.nanoTime() - begin < LONGEST) {
                long t = System.nanoTime();
                call.invokeExact();
                fast = System.nanoTime() - t < FAST_CALL ? fast + 1 : 0;
            }
        } catch (Throwable e) {
            LOGGER.log(Level.WARNING, "warming up " + routine.name() + " failed", e);
        }
        warm = true;
    }

    /** A tile for each array, with harmless values. */
    private static Object[] arguments(Routine routine) {
        Object[] arguments = new Object[routine.type().parameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            ClassDesc type = routine.type().parameterType(i);
            arguments[i] = i == arguments.length - 1 ? Scratch.TILE : 0;
            for (Tiles t : Tiles.values()) {
                if (t.array().equals(type)) {
                    arguments[i] = t.newTile();
                }
            }
        }
        return arguments;
    }
}
