package io.leat.runtime;

import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run described step by step; names are those of TensorFlow, {@code node:index} for tensors. */
public final class Runner {
    private final Session session;
    private final Map<Output, Tensor> feeds = new LinkedHashMap<>();
    private final List<Output> fetches = new ArrayList<>();
    private final List<Node> targets = new ArrayList<>();
    private @Nullable Duration timeout;

    Runner(Session session) {
        this.session = session;
    }

    public Runner feed(Operand x, Tensor value) {
        if (feeds.putIfAbsent(x.output(), value) != null) {
            throw new InvalidArgumentException("Endpoint \"" + x.output().name() + "\" fed more than once.");
        }
        return this;
    }

    public Runner feed(String name, Tensor value) {
        return feed(session.graph().output(name), value);
    }

    public Runner fetch(Operand x) {
        fetches.add(x.output());
        return this;
    }

    public Runner fetch(String name) {
        return fetch(session.graph().output(name));
    }

    public Runner target(Node node) {
        targets.add(node);
        return this;
    }

    public Runner target(String node) {
        return target(session.graph().node(node));
    }

    /**
     * Ends the run after this time, if it has not ended by itself, with a
     * {@link io.leat.tensor.DeadlineExceededException}. It ends between two steps of its plan, or where it waits for a
     * queue; what it had changed until then stays changed.
     */
    public Runner timeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new InvalidArgumentException("a timeout must be positive: " + limit);
        }
        timeout = limit;
        return this;
    }

    /** Runs, and returns the fetched tensors in order. */
    public List<Tensor> run() {
        if (timeout == null) {
            return session.run(fetches, feeds, targets);
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        return prepare()
                .call(
                        deadline == SessionRun.FOREVER ? 1 : deadline,
                        feeds.values().toArray(new Tensor[0]));
    }

    private Prepared<List<Tensor>> prepare() {
        return session.prepare(
                new Feeds(List.copyOf(feeds.keySet())), Fetches.list(fetches), targets.toArray(new Node[0]));
    }

    /** Runs, and returns the fetched tensors in order, with the time of each step of the run. */
    public Profiled<List<Tensor>> profile() {
        return prepare().profile(feeds.values().toArray(new Tensor[0]));
    }

    /** Runs, and returns the only fetched tensor. */
    public Tensor runOne() {
        if (fetches.size() != 1) {
            throw new InvalidArgumentException("one fetch expected, not " + fetches.size());
        }
        return run().getFirst();
    }
}
