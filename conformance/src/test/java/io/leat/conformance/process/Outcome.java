package io.leat.conformance.process;

import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a node: its outputs, or why there are none.
 *
 * @param code the status of the failure, null when there was none or when {@code died}
 * @param message what the failure says, empty when there was none
 * @param outputs those outputs that are tensors of numbers or strings
 * @param died whether the process that ran the node ended, or had to be ended, over it
 */
public record Outcome(@Nullable StatusCode code, String message, List<Tensor> outputs, boolean died) {
    public Outcome {
        outputs = List.copyOf(outputs);
    }

    public static Outcome of(List<Tensor> outputs) {
        return new Outcome(null, "", outputs, false);
    }

    public static Outcome failure(StatusCode code, String message) {
        return new Outcome(code, message, List.of(), false);
    }

    static Outcome death(String how) {
        return new Outcome(null, how, List.of(), true);
    }

    public boolean isGood() {
        return code == null && !died;
    }

    @Override
    public String toString() {
        return died ? message : code == null ? "gives " + outputs : "fails with " + code + ": " + message;
    }
}
