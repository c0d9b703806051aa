package io.leat.kernels;

/** Runs the independent parts of one kernel, on one thread or on several. */
public interface Parallel {

    /** How many parts may run at the same time, at least 1. */
    int threads();

    /**
     * Runs {@code part.run(0) … part.run(parts - 1)}, in any order and on any threads, and returns when all are done. The
     * caller takes part. The first exception thrown by a part is rethrown here.
     */
    void run(int parts, Part part);

    /** One part of a kernel; parts of one call must write disjoint memory. */
    @FunctionalInterface
    interface Part {
        void run(int index);
    }

    /** Runs every part on the caller. */
    Parallel SERIAL = new Parallel() {
        @Override
        public int threads() {
            return 1;
        }

        @Override
        public void run(int parts, Part part) {
            for (int i = 0; i < parts; i++) {
                part.run(i);
            }
        }
    };
}
