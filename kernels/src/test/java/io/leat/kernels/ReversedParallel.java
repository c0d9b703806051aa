package io.leat.kernels;

/** Runs the parts of a kernel last to first: what depends on their order shows. */
enum ReversedParallel implements Parallel {
    INSTANCE;

    @Override
    public int threads() {
        return 3;
    }

    @Override
    public void run(int parts, Part part) {
        for (int i = parts - 1; i >= 0; i--) {
            part.run(i);
        }
    }
}
