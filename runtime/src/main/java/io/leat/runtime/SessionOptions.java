package io.leat.runtime;

/**
 * How a session runs.
 *
 * @param threads how many threads a kernel may use, the caller's among them; 0 means the process-wide pool with one for
 *     each processor
 * @param plansKept how many plans are kept for other feeds, fetches and shapes; the one used longest ago goes first
 */
public record SessionOptions(int threads, int plansKept) {
    public static final SessionOptions DEFAULT = new SessionOptions(0, 256);

    public SessionOptions {
        if (threads < 0 || plansKept < 1) {
            throw new IllegalArgumentException("threads " + threads + ", plansKept " + plansKept);
        }
    }

    public SessionOptions withThreads(int n) {
        return new SessionOptions(n, plansKept);
    }

    public SessionOptions withPlansKept(int n) {
        return new SessionOptions(threads, n);
    }
}
