package io.leat.formats;

import io.leat.formats.convert.FunctionBody;
import io.leat.graph.Attrs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import java.util.List;

/**
 * A function of a graph's library as a graph of its own: to call it, feed the arguments, fetch the results and run the
 * control results.
 *
 * @param arguments placeholders, in the order of the function's arguments; an argument that is a list has several
 * @param results in the order of the function's results
 * @param controlResults nodes that must run although no result needs them
 */
public record FunctionGraph(
        String name, Graph graph, List<Output> arguments, List<Output> results, List<Node> controlResults) {
    public FunctionGraph {
        arguments = List.copyOf(arguments);
        results = List.copyOf(results);
        controlResults = List.copyOf(controlResults);
    }

    /**
     * Makes the graph of a function; it has the same library, for the functions that are called inside.
     *
     * @param attrs values for the function's attributes, {@code T} for example; others are ignored
     * @param shapes what is known of the arguments' shapes; where it is shorter, what the function itself says
     * @throws io.leat.tensor.NotFoundException if the library has no such function
     * @throws io.leat.tensor.InvalidArgumentException if it is not valid, or an attribute is missing
     */
    public static FunctionGraph of(Graph library, String name, Attrs attrs, List<Shape> shapes) {
        return FunctionBody.instantiate(library, name, attrs, shapes);
    }
}
