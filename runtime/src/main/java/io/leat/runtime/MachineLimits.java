package io.leat.runtime;

import io.leat.kernels.Parallel;
import io.leat.kernels.PeakSpeed;

/**
 * What this machine can do at best: the floor that runs are compared with.
 *
 * @param gigaflops float32 multiply-adds on registers, each counted as two operations; 0 where it is not known
 * @param gigabytesPerSecond of a copy in memory, bytes read and bytes written both counted
 */
public record MachineLimits(double gigaflops, double gigabytesPerSecond) {
    static MachineLimits measure(Parallel parallel) {
        return new MachineLimits(PeakSpeed.gigaflops(parallel), PeakSpeed.gigabytesPerSecond(parallel));
    }

    /** The shortest time in nanoseconds in which so much can be done. */
    public double floorNanos(double operations, double bytes) {
        double computing = gigaflops > 0 ? operations / gigaflops : 0;
        return Math.max(computing, bytes / gigabytesPerSecond);
    }
}
