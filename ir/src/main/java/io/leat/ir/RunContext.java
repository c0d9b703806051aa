package io.leat.ir;

import io.leat.kernels.Parallel;
import java.util.function.Supplier;

/** What an op with state or effects sees of the run and of the session. */
public interface RunContext {
    /** The state that outlives runs: variables, queues, tables. */
    Resources resources();

    /** State kept for one node in this session, made on first use. */
    <T> T nodeState(String node, Class<T> type, Supplier<T> maker);

    /** Which files the ops of the session may touch. */
    FileAccess files();

    /** A number for this run, unique in the process. */
    long stepId();

    /** The threads that kernels of this run may use. */
    Parallel parallel();

    /** @throws io.leat.tensor.CancelledException if the run was cancelled or its session closed */
    void checkCancelled();
}
