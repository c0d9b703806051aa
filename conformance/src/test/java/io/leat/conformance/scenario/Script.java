package io.leat.conformance.scenario;

import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A graph, and runs of it in one session one after another. */
final class Script {
    /**
     * One run.
     *
     * @param failure the status with which it must fail, or null when it must work
     * @param alone not tried in TensorFlow
     */
    record Step(
            List<Output> fetches,
            List<Node> targets,
            @Nullable StatusCode failure,
            boolean alone) {}

    /** {@code dx} must be the derivative of the sum of {@code y}. */
    record Derivative(Output y, Output x, Output dx) {}

    private final Graph graph = Graph.create();
    /** In a scope: the Java API of TensorFlow runs nodes whose names begin with "Init" by itself. */
    private final Ops tf = graph.ops().withScope("test");

    private final List<Step> steps = new ArrayList<>();
    private final List<Derivative> derivatives = new ArrayList<>();

    Graph graph() {
        return graph;
    }

    Ops tf() {
        return tf;
    }

    List<Step> steps() {
        return steps;
    }

    List<Derivative> derivatives() {
        return derivatives;
    }

    NodeBuilder op(String type) {
        return tf.op(type);
    }

    Output call(String type, Output... inputs) {
        return tf.call(type, inputs);
    }

    Output constant(Tensor value) {
        return tf.constant(value);
    }

    Output constant(int value) {
        return tf.constant(value);
    }

    Output ints(int... values) {
        return tf.constant(Tensor.vector(values));
    }

    Output longs(long... values) {
        return tf.constant(Tensor.vector(values));
    }

    Output doubles(double... values) {
        return tf.constant(Tensor.vector(values));
    }

    Output doubles(Shape shape, double... values) {
        return tf.constant(Tensor.of(shape, values));
    }

    Output strings(String... values) {
        return tf.constant(Tensor.vector(values));
    }

    /** The same value, whose shape is not known before the run. */
    Output hidden(Output x) {
        return op("PlaceholderWithDefault")
                .input(x)
                .attr("shape", Shape.UNKNOWN)
                .add()
                .output(0);
    }

    /** A run that must give in both what it gives in the other. */
    void run(Output... fetches) {
        steps.add(new Step(List.of(fetches), List.of(), null, false));
    }

    void run(List<Output> fetches) {
        steps.add(new Step(List.copyOf(fetches), List.of(), null, false));
    }

    /** A run for its effects. */
    void effect(Node... targets) {
        steps.add(new Step(List.of(), List.of(targets), null, false));
    }

    /** A run that must fail in both with that status. */
    void fails(StatusCode code, Output... fetches) {
        steps.add(new Step(List.of(fetches), List.of(), code, false));
    }

    void fails(StatusCode code, Node... targets) {
        steps.add(new Step(List.of(), List.of(targets), code, false));
    }

    /** A run that must fail with that status; TensorFlow crashes or does worse. */
    void failsHere(StatusCode code, Output... fetches) {
        steps.add(new Step(List.of(fetches), List.of(), code, true));
    }

    /** Runs the gradient of the sum of {@code y}, which is also compared with a difference quotient. */
    Output gradient(Output y, Output x) {
        Output dx = Objects.requireNonNull(
                Gradients.in(tf).dense(List.of(y), List.of(x)).getFirst(), () -> "no gradient of " + y);
        derivatives.add(new Derivative(y, x, dx));
        run(dx);
        return dx;
    }
}
