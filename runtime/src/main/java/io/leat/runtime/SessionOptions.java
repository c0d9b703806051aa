package io.leat.runtime;

import io.leat.ir.FileAccess;

/**
 * How a session runs.
 *
 * @param threads how many threads a kernel may use, the caller's among them; 0 means the process-wide pool with one for
 *     each processor
 * @param plansKept how many plans are kept for other feeds, fetches and shapes; the one used longest ago goes first
 * @param files which files the ops of the graph may touch; others make their op fail with PERMISSION_DENIED
 */
public record SessionOptions(int threads, int plansKept, FileAccess files) {
    public static final SessionOptions DEFAULT = new SessionOptions(0, 256, FileAccess.ALL);

    public SessionOptions {
        if (threads < 0 || plansKept < 1) {
            throw new IllegalArgumentException("threads " + threads + ", plansKept " + plansKept);
        }
    }

    public SessionOptions withThreads(int n) {
        return new SessionOptions(n, plansKept, files);
    }

    public SessionOptions withPlansKept(int n) {
        return new SessionOptions(threads, n, files);
    }

    /** For graphs that are not trusted: {@code FileAccess.NONE}, or some folders. */
    public SessionOptions withFiles(FileAccess allowed) {
        return new SessionOptions(threads, plansKept, allowed);
    }
}
