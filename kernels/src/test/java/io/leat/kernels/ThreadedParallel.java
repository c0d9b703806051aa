package io.leat.kernels;

import java.util.stream.IntStream;

/** Runs the parts of a kernel on several threads. */
enum ThreadedParallel implements Parallel {
    INSTANCE;

    @Override
    public int threads() {
        return 4;
    }

    @Override
    public void run(int parts, Part part) {
        IntStream.range(0, parts).parallel().forEach(part::run);
    }
}
