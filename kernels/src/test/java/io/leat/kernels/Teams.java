package io.leat.kernels;

import java.util.List;

/** The ways of running parts that must all give the same bits. */
final class Teams {
    static final List<Parallel> ALL =
            List.of(Parallel.SERIAL, ReversedParallel.INSTANCE, new ThreadTeam("kernel-test", 3));

    private Teams() {}
}
