package io.leat.conformance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.conformance.RealTensorFlow;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.OpRegistry;
import io.leat.graph.Output;
import io.leat.graph.Signature;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.testkit.Closeness;
import io.leat.testkit.StateCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ops that read and change variables leave in them what they leave in real TensorFlow, in two runs after each other. */
final class StateOpsTest {
    @TestFactory
    Stream<DynamicTest> everyOp() {
        RealTensorFlow.assumeAvailable();
        return OpRegistry.names().stream()
                .filter(op -> !StateCase.of(op).isEmpty())
                .map(op -> DynamicTest.dynamicTest(op, () -> check(op)));
    }

    private static void check(String op) {
        List<String> problems = new ArrayList<>();
        for (StateCase c : StateCase.of(op)) {
            for (String problem : problems(c)) {
                problems.add(c + ": " + problem);
            }
        }
        assertThat(String.join("\n", problems)).as(op).isEmpty();
    }

    /** A graph with the node of a case. */
    private record Wired(Graph graph, List<Node> init, Node node, List<Output> reads) {
        static Wired of(StateCase c) {
            Graph graph = Graph.create();
            List<Node> init = new ArrayList<>();
            List<Output> inputs = new ArrayList<>();
            List<Output> reads = new ArrayList<>();
            Signature s = OpRegistry.get(c.op()).signature();
            for (int i = 0; i < c.inputs().size(); i++) {
                Tensor t = c.inputs().get(i);
                boolean ref = s.inputs().get(i).ref();
                if (ref || s.inputs().get(i).type() == DType.RESOURCE) {
                    Output variable = graph.ops()
                            .op(ref ? "VariableV2" : "VarHandleOp")
                            .attr("dtype", t.dtype())
                            .attr("shape", t.shape())
                            .attr("shared_name", "variable" + i)
                            .add()
                            .output(0);
                    init.add(graph.ops()
                            .op(ref ? "Assign" : "AssignVariableOp")
                            .input(variable)
                            .input(graph.ops().constant(t))
                            .add());
                    inputs.add(variable);
                    reads.add(
                            ref
                                    ? graph.ops().call("Identity", variable)
                                    : graph.ops()
                                            .op("ReadVariableOp")
                                            .input(variable)
                                            .attr("dtype", t.dtype())
                                            .add()
                                            .output(0));
                } else {
                    inputs.add(graph.ops().constant(t));
                }
            }
            var b = graph.ops().op(c.op()).attrs(c.attrs());
            inputs.forEach(b::input);
            return new Wired(graph, init, b.add(), reads);
        }

        /** Plain values only: what a reference refers to is among the reads. */
        List<Output> outputs() {
            return node.outputs().stream()
                    .filter(o -> !node.isRef(o.index()) && o.dtype() != DType.RESOURCE)
                    .toList();
        }
    }

    private static List<String> problems(StateCase c) {
        Wired w = Wired.of(c);
        List<String> problems = new ArrayList<>();
        try (var ours = Session.open(w.graph());
                var theirs = new TensorFlowSession(TensorFlowRun.definition(w.graph()))) {
            ours.run(w.init().toArray(Node[]::new));
            theirs.run(List.of(), w.init());
            for (int run = 0; run < 2; run++) {
                List<Tensor> actual = new ArrayList<>(ours.run(w.outputs(), java.util.Map.of(), List.of(w.node())));
                List<Tensor> expected = new ArrayList<>(theirs.run(w.outputs(), List.of(w.node())));
                actual.addAll(ours.run(w.reads(), java.util.Map.of(), List.of()));
                expected.addAll(theirs.run(w.reads(), List.of()));
                for (int i = 0; i < expected.size(); i++) {
                    Closeness near = Closeness.of(w.node().op().accuracy(), Closeness.largest(expected.get(i)))
                            .plus(16)
                            .withoutZeroSigns();
                    String problem = near.problem(expected.get(i), actual.get(i));
                    if (problem != null) {
                        problems.add("run " + run + ": tensor " + i + " " + problem);
                    }
                }
            }
        } catch (RuntimeException e) {
            problems.add(e.getClass().getSimpleName() + " " + e.getMessage());
        }
        return problems;
    }
}
