package io.leat.compiler;

import io.leat.graph.Node;
import io.leat.graph.Output;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that a request needs, in an order in which they can run: after their inputs and control inputs, those that
 * write variables as late as possible. Portable: knows no shapes beyond those of the graph.
 *
 * @param steps the nodes; inputs that are fed are cut
 * @param fetches where the fetched tensors come from
 * @param flow what is run instead of the steps, where order and number of runs of the nodes depend on values; else null
 */
public record Program(
        List<Output> feeds,
        List<Step> steps,
        List<Source> fetches,
        @Nullable FlowProgram flow) {
    public Program {
        feeds = List.copyOf(feeds);
        steps = List.copyOf(steps);
        fetches = List.copyOf(fetches);
    }

    public Program(List<Output> feeds, List<Step> steps, List<Source> fetches) {
        this(feeds, steps, fetches, null);
    }

    static Program ofFlow(List<Output> feeds, FlowProgram flow) {
        return new Program(feeds, List.of(), List.of(), flow);
    }

    /**
     * Where a tensor comes from: output {@code index} of step {@code step}, or feed {@code index} when {@code step} is
     * -1.
     */
    public record Source(int step, int index) {
        static Source feed(int index) {
            return new Source(-1, index);
        }

        boolean isFeed() {
            return step < 0;
        }

        @Override
        public String toString() {
            return isFeed() ? "feed" + index : step + ":" + index;
        }
    }

    /** One node with the sources of its inputs. */
    public record Step(Node node, List<Source> inputs) {
        public Step {
            inputs = List.copyOf(inputs);
        }
    }

    @Override
    public String toString() {
        if (flow != null) {
            return "feeds " + feeds + "\n" + flow;
        }
        var text = new StringBuilder("feeds " + feeds + "\n");
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            text.append(i)
                    .append(" = ")
                    .append(s.node().type())
                    .append(s.inputs())
                    .append("  # ");
            text.append(s.node().name()).append('\n');
        }
        return text + "fetches " + fetches.stream().map(Source::toString).collect(Collectors.joining(", "));
    }
}
