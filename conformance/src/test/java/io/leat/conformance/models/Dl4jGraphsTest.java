package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.leat.conformance.models.Dl4jFiles.Recorded;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Frozen graphs of TensorFlow 1 with every tensor that it computed in them (KonduitAI's dl4j-test-resources). */
final class Dl4jGraphsTest {
    private static final Map<String, String> ROWS = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> everyGraph() throws IOException {
        Map<String, Dl4jFiles> graphs = Dl4jFiles.read(Shared.path("data/ops/dl4j.tgz"));
        assertThat(graphs).isNotEmpty();
        return graphs.entrySet().stream()
                .map(g -> DynamicTest.dynamicTest(g.getKey(), () -> check(g.getKey(), g.getValue())));
    }

    /**
     * All recorded tensors come from one run. What is in a loop was recorded only where the run has one value for it, so
     * it can be fetched as well.
     */
    private static void check(String name, Dl4jFiles files) {
        List<String> problems = new ArrayList<>();
        Nearness all = Nearness.SAME;
        int compared = 0;
        int handles = 0;
        boolean lacks = false;
        try {
            Graph graph = GraphDefs.parse(files.graph());
            Map<Output, Tensor> feeds = new LinkedHashMap<>();
            files.feeds(graph).forEach(f -> feeds.put(f.output(), f.value()));
            List<Recorded> recorded = files.recorded(graph);
            Shared.assumeOps(
                    graph,
                    recorded.stream().map(r -> r.output().name()).toList(),
                    feeds.keySet().stream().map(Output::name).toList());
            try (Session session = Session.open(graph)) {
                List<Output> fetches = recorded.stream().map(Recorded::output).toList();
                List<Tensor> values = session.run(fetches, feeds, List.of());
                for (int i = 0; i < values.size(); i++) {
                    Recorded r = recorded.get(i);
                    if (r.output().dtype() == DType.RESOURCE) {
                        handles++;
                        continue;
                    }
                    compared++;
                    Nearness near = r.nearness(values.get(i));
                    all = all.and(near);
                    if (!near.isNear()) {
                        problems.add(r.output().name() + " is " + values.get(i) + ", not " + r.value());
                    }
                }
            }
        } catch (RuntimeException e) {
            problems.add(e.toString());
            lacks = e instanceof TestAbortedException;
        }
        ROWS.put(
                name,
                GraphsPage.row(
                        name,
                        compared,
                        all,
                        problems.isEmpty() ? "" : problems.size() + ", the first: " + problems.getFirst(),
                        handles == 0 ? "" : "handles of tensor arrays, fetched and not compared: " + handles));
        assumeFalse(lacks, () -> name + " skipped: " + problems);
        assertThat(problems).isEmpty();
        assertThat(compared).isPositive();
    }

    @AfterAll
    static void page() throws IOException {
        GraphsPage.write(GraphsPage.Part.DL4J, ROWS, false);
    }
}
