package io.leat.ops.control;

import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/** One step of a recurrent net. */
@FunctionalInterface
public interface RnnCell {
    /**
     * What a step gives.
     *
     * @param output [batch, …]
     * @param state as many tensors as before, of the same dtypes and shapes
     */
    record Step(Output output, List<Output> state) {
        public Step {
            state = List.copyOf(state);
        }

        /** For cells whose output is their state. */
        public static Step of(Output outputAndState) {
            return new Step(outputAndState, List.of(outputAndState));
        }
    }

    /**
     * Adds the nodes of a step.
     *
     * @param tf for the nodes of the loop's body
     * @param x the input of the step, [batch, …]
     * @param state of the step before
     */
    Step step(Ops tf, Output x, List<Output> state);
}
