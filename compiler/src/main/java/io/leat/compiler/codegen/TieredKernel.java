package io.leat.compiler.codegen;

import io.leat.ir.Scalar;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A kernel that is interpreted until that has cost about as much as generating code. */
final class TieredKernel {
    /** Nodes times elements to interpret. */
    private static final long INTERPRETED_WORK = 5_000;

    private final List<Scalar> bodies;
    private final List<Access> access;
    private final List<Integer> inPlace;
    private final long workOfRun;
    private final AtomicLong interpreted = new AtomicLong();
    private volatile MapKernel kernel;
    private volatile boolean compiled;

    TieredKernel(List<Scalar> bodies, List<Access> access, List<Integer> inPlace, long workOfRun) {
        this.bodies = bodies;
        this.access = access;
        this.inPlace = inPlace;
        this.workOfRun = workOfRun;
        this.kernel = new InterpretedMap(bodies, access);
    }

    /** The kernel for the next run. */
    MapKernel next() {
        if (!compiled && interpreted.addAndGet(workOfRun) > INTERPRETED_WORK) {
            compile();
        }
        return kernel;
    }

    void compile() {
        if (!compiled) {
            kernel = MapKernels.of(bodies, access, inPlace);
            compiled = true;
        }
    }
}
