package io.leat.bench;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Prepared;
import io.leat.runtime.Session;
import io.leat.runtime.SessionOptions;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.List;

/** A prepared run of Leat. */
final class LeatEngine implements Engine {
    private final Session session;
    private final Prepared<List<Tensor>> prepared;
    private final Tensor[] feeds;

    LeatEngine(Workload w, int threads) throws IOException {
        Graph graph = GraphDefs.read(w.graph());
        session = Session.open(graph, SessionOptions.DEFAULT.withThreads(threads));
        if (w.init() != null) {
            session.run(graph.node(w.init()));
        }
        Node[] targets = w.target() == null ? new Node[0] : new Node[] {graph.node(w.target())};
        prepared = session.prepare(
                new Feeds(w.feeds().keySet().stream().map(graph::output).toList()),
                Fetches.list(w.fetched().stream().map(graph::output).toList()),
                targets);
        feeds = w.feeds().values().toArray(Tensor[]::new);
    }

    @Override
    public Object step() {
        return prepared.call(feeds);
    }

    @Override
    public List<float[]> values() {
        return prepared.call(feeds).stream().map(Tensor::toFloatArray).toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
