package io.leat.formats;

import io.leat.graph.Node;
import io.leat.graph.Output;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How a graph definition is added to a graph.
 *
 * @param prefix put before all names, with a {@code /} between; empty for none
 * @param inputMap tensors of the graph that take the place of tensors of the definition, by their names there ({@code
 *     x}, {@code x:1}); {@code ^x} replaces a control dependency by one on the output's node
 * @param controlDependencies run before every added node that has no input from the definition
 * @param defaultDevice for nodes that ask for none
 */
public record ImportOptions(
        String prefix, Map<String, Output> inputMap, List<Node> controlDependencies, String defaultDevice) {
    /** Everything as the definition says. */
    public static final ImportOptions NONE = new ImportOptions("", Map.of(), List.of(), "");

    public ImportOptions {
        inputMap = Map.copyOf(inputMap);
        controlDependencies = List.copyOf(controlDependencies);
    }

    public ImportOptions withPrefix(String value) {
        return new ImportOptions(value, inputMap, controlDependencies, defaultDevice);
    }

    public ImportOptions withInputMap(Map<String, Output> value) {
        return new ImportOptions(prefix, value, controlDependencies, defaultDevice);
    }

    public ImportOptions withControlDependencies(Collection<Node> value) {
        return new ImportOptions(prefix, inputMap, List.copyOf(value), defaultDevice);
    }

    public ImportOptions withDefaultDevice(String value) {
        return new ImportOptions(prefix, inputMap, controlDependencies, value);
    }
}
