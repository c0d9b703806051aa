package io.leat.bench;

import java.io.IOException;

/** An engine that is timed in turns with others. */
interface Racer extends AutoCloseable {
    /**
     * Runs until it gets no faster.
     *
     * @return the nanoseconds of a step at the end
     */
    double warmUp() throws IOException;

    /** One turn: samples of the nanoseconds of a step, at least one. */
    double[] turn() throws IOException;

    @Override
    void close() throws IOException;
}
