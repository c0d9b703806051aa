package io.leat.bench;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Prepared;
import io.leat.runtime.Profile;
import io.leat.runtime.Session;
import io.leat.runtime.SessionOptions;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leat, as a prepared call or by {@code Session.run}. */
final class LeatEngine implements Engine {
    private final Session session;
    private final List<Output> fetches;
    private final Node[] targets;
    private final Map<Output, Tensor> feeds = new LinkedHashMap<>();
    private final Tensor[] fed;
    private final Prepared<List<Tensor>> prepared;
    private final boolean byRun;

    LeatEngine(Workload w, int threads) throws IOException {
        this(w, threads, false);
    }

    /** @param byRun whether each step is a {@code Session.run}, which looks up what was prepared for such a request */
    LeatEngine(Workload w, int threads, boolean byRun) throws IOException {
        Graph graph = GraphDefs.read(w.graph());
        session = Session.open(graph, SessionOptions.DEFAULT.withThreads(threads));
        if (w.init() != null) {
            session.run(graph.node(w.init()));
        }
        targets = w.target() == null ? new Node[0] : new Node[] {graph.node(w.target())};
        fetches = w.fetched().stream().map(graph::output).toList();
        w.feeds().forEach((name, value) -> feeds.put(graph.output(name), value));
        fed = feeds.values().toArray(Tensor[]::new);
        prepared = session.prepare(new Feeds(List.copyOf(feeds.keySet())), Fetches.list(fetches), targets);
        this.byRun = byRun;
    }

    @Override
    public List<Tensor> step() {
        return byRun ? session.run(fetches, feeds, List.of(targets)) : prepared.call(fed);
    }

    @Override
    public List<float[]> values() {
        return step().stream().map(Tensor::toFloatArray).toList();
    }

    /** Where the time of a step goes. */
    Profile profile() {
        return prepared.profile(fed).profile();
    }

    @Override
    public void close() {
        session.close();
    }
}
