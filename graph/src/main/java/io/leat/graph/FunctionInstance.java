package io.leat.graph;

import java.util.List;

/**
 * A function of a graph's library as a graph of its own: to call it, feed the arguments, fetch the results and run the
 * control results.
 *
 * @param arguments placeholders, one for each argument tensor
 * @param results in the order of the function's results
 * @param controlResults nodes that must run although no result needs them
 */
public record FunctionInstance(
        String name, Graph graph, List<Output> arguments, List<Output> results, List<Node> controlResults) {
    public FunctionInstance {
        arguments = List.copyOf(arguments);
        results = List.copyOf(results);
        controlResults = List.copyOf(controlResults);
    }

    /** The same in another graph with the same library, its nodes within name scope {@code prefix}. */
    FunctionInstance copy(String prefix) {
        Graph to = Graph.sharing(graph.functions());
        var copy = new GraphCopy(graph, to, prefix);
        return new FunctionInstance(
                name,
                to,
                arguments.stream().map(copy::output).toList(),
                results.stream().map(copy::output).toList(),
                controlResults.stream().map(copy::node).toList());
    }
}
