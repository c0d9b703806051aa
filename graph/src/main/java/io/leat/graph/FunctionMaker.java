package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Makes a function by running the Java code that adds its nodes. Tensors from outside that it uses become arguments. */
public final class FunctionMaker {
    private final Graph graph;
    private final List<Output> arguments = new ArrayList<>();
    private final List<Output> results;

    private FunctionMaker(Graph graph, List<Output> arguments, List<Output> results) {
        this.graph = graph;
        this.arguments.addAll(arguments);
        this.results = results.stream().map(graph::own).toList();
    }

    /**
     * Runs {@code body}.
     *
     * @param outer the graph from which the function is called
     * @param types of the arguments
     * @param shapes what is known of the arguments' shapes
     * @param body gives the results for the arguments
     */
    public static FunctionMaker make(
            Graph outer, List<DType> types, List<Shape> shapes, BiFunction<Ops, List<Output>, List<Output>> body) {
        Graph graph = Graph.within(outer).versions(outer.producer(), outer.minConsumer());
        List<Output> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(graph.ops().placeholder("arg" + i, types.get(i), shapes.get(i)));
        }
        return new FunctionMaker(graph, arguments, body.apply(graph.ops(), arguments));
    }

    public List<Output> results() {
        return results;
    }

    /** The tensors from outside that are used. */
    public List<Output> captured() {
        return List.copyOf(graph.captures().keySet());
    }

    /**
     * Adds the function to the library.
     *
     * @param wanted the beginning of its name
     * @param captured the tensors from outside that come as further arguments, all that are used among them
     * @param returned whether these are returned as further results
     */
    public Attr.Function add(String wanted, List<Output> captured, boolean returned) {
        List<Output> all = new ArrayList<>(arguments);
        List<Output> out = new ArrayList<>(results);
        for (Output o : captured) {
            Output in = graph.captures().get(o);
            if (in == null) {
                in = graph.ops().placeholder("captured", o.dtype(), o.shape());
            }
            all.add(in);
            if (returned) {
                out.add(in);
            }
        }
        FunctionLibrary library = graph.functions();
        String name = library.unusedName(wanted);
        library.add(SubgraphCopy.function(name, all, out, List.of()));
        return new Attr.Function(name, Attrs.EMPTY);
    }
}
