package io.leat.tensor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a graph a failure happened.
 *
 * @param op the op's name, such as {@code MatMul}
 * @param node the node's name
 * @param inputs one line for each input: name, dtype and shape
 * @param addedAt the user's line that added the node, or null when the node was loaded from a file
 */
public record ErrorSite(
        String op,
        String node,
        List<String> inputs,
        @Nullable String addedAt) {
    public ErrorSite {
        inputs = List.copyOf(inputs);
    }

    String format(String reason, StatusCode code) {
        var text = new StringBuilder(op).append(" '").append(node).append("': ").append(reason);
        text.append("   [").append(code).append(']');
        if (!inputs.isEmpty()) {
            text.append("\n  inputs: ").append(String.join(", ", inputs));
        }
        if (addedAt != null) {
            text.append("\n  added at: ").append(addedAt);
        }
        return text.toString();
    }
}
