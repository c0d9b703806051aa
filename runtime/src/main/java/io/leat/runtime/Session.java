package io.leat.runtime;

import io.leat.compiler.Compiler;
import io.leat.compiler.Plan;
import io.leat.compiler.Request;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Output;
import io.leat.ir.FileAccess;
import io.leat.ir.Resources;
import io.leat.kernels.Parallel;
import io.leat.kernels.ThreadTeam;
import io.leat.tensor.CancelledException;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs parts of a graph and holds the state that outlives runs: variables and the state of random ops. Sessions share
 * nothing. Runs may go on at the same time; the graph may be extended between runs. An error in a run leaves the session
 * usable.
 */
public final class Session implements AutoCloseable {
    private final Graph graph;
    private final SessionOptions options;
    private final Resources resources = new Resources();
    private final Map<String, Object> nodeStates = new ConcurrentHashMap<>();
    private final Map<Request, Prepared<List<Tensor>>> prepared;
    private final PlanCache plans;
    private final Parallel parallel;
    private volatile boolean closed;

    private Session(Graph graph, SessionOptions options) {
        this.graph = graph;
        this.options = options;
        this.plans = new PlanCache(options.plansKept());
        this.parallel = switch (options.threads()) {
            case 0 -> ThreadTeam.shared();
            case 1 -> Parallel.SERIAL;
            default -> new ThreadTeam("leat-session", options.threads());
        };
        this.prepared = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Request, Prepared<List<Tensor>>> eldest) {
                return size() > options.plansKept();
            }
        };
    }

    public static Session open(Graph graph) {
        return open(graph, SessionOptions.DEFAULT);
    }

    public static Session open(Graph graph, SessionOptions options) {
        return new Session(graph, options);
    }

    public Graph graph() {
        return graph;
    }

    /** Runs nodes for their effects. */
    public void run(Node... targets) {
        run(List.of(), Map.of(), Arrays.asList(targets));
    }

    /** Computes one tensor, with nothing fed. */
    public Tensor run(Operand fetch) {
        return run(List.of(fetch), Map.of(), List.of()).getFirst();
    }

    /** Computes one tensor. */
    public Tensor run(Operand fetch, Map<? extends Operand, Tensor> feeds) {
        return run(List.of(fetch), feeds, List.of()).getFirst();
    }

    /**
     * Runs what the fetches and targets need, and nothing else, each node once.
     *
     * @param fetches the tensors to return
     * @param feeds values for any tensors of the graph, which are then not computed
     * @param targets nodes to run besides
     * @return the fetched tensors in order
     */
    public List<Tensor> run(List<? extends Operand> fetches, Map<? extends Operand, Tensor> feeds, List<Node> targets) {
        checkOpen();
        List<Output> fed = new ArrayList<>();
        Tensor[] values = new Tensor[feeds.size()];
        for (var e : feeds.entrySet()) {
            values[fed.size()] = e.getValue();
            fed.add(e.getKey().output());
        }
        List<Output> wanted = fetches.stream().map(Operand::output).toList();
        if (wanted.isEmpty() && targets.isEmpty()) {
            return List.of();
        }
        return prepared(new Request(fed, wanted, targets)).call(values);
    }

    /** {@link #run(List, Map, List)} with the fetches as a Java structure. */
    public <T> T run(Fetches<T> fetches, Map<? extends Operand, Tensor> feeds, Node... targets) {
        return fetches.value(
                run(fetches.outputs(), feeds, Arrays.asList(targets)).toArray(new Tensor[0]));
    }

    /** Starts a run in which feeds, fetches and targets may be given by name. */
    public Runner runner() {
        return new Runner(this);
    }

    /**
     * Resolves a run once, for many calls.
     *
     * @throws io.leat.tensor.NotFoundException if it needs ops that Leat lacks, naming all of them
     */
    public <T> Prepared<T> prepare(Feeds feeds, Fetches<T> fetches, Node... targets) {
        checkOpen();
        var request = new Request(feeds.outputs(), fetches.outputs(), Arrays.asList(targets));
        checkGraph(request);
        return new Prepared<>(this, Compiler.program(request), fetches, feeds.outputs(), plans);
    }

    private Prepared<List<Tensor>> prepared(Request request) {
        synchronized (prepared) {
            Prepared<List<Tensor>> known = prepared.get(request);
            if (known != null) {
                return known;
            }
        }
        checkGraph(request);
        var made = new Prepared<>(
                this, Compiler.program(request), Fetches.list(request.fetches()), request.feeds(), plans);
        synchronized (prepared) {
            Prepared<List<Tensor>> other = prepared.putIfAbsent(request, made);
            return other != null ? other : made;
        }
    }

    private void checkGraph(Request request) {
        request.feeds().forEach(f -> checkGraph(f.node(), f.name()));
        request.fetches().forEach(f -> checkGraph(f.node(), f.name()));
        request.targets().forEach(t -> checkGraph(t, t.name()));
    }

    private void checkGraph(Node n, String name) {
        if (n.graph() != graph) {
            throw new InvalidArgumentException("Tensor " + name + " is not an element of this graph.");
        }
    }

    Tensor[] execute(Plan plan, Tensor[] feeds) {
        checkOpen();
        return plan.run(feeds, new SessionRun(this, SessionRun.FOREVER));
    }

    Tensor[] execute(Plan plan, Tensor[] feeds, long deadlineNanos, long @Nullable [] times) {
        checkOpen();
        return plan.run(feeds, new SessionRun(this, deadlineNanos), times);
    }

    private void checkOpen() {
        if (closed) {
            throw new CancelledException("Attempted to use a closed Session.");
        }
        if (graph.size() == 0) {
            throw new FailedPreconditionException(
                    "The Session graph is empty. Add operations to the graph before calling run().");
        }
    }

    Resources resources() {
        return resources;
    }

    FileAccess files() {
        return options.files();
    }

    <T> T nodeState(String node, Class<T> type, Supplier<T> maker) {
        return type.cast(nodeStates.computeIfAbsent(node, k -> maker.get()));
    }

    Parallel parallel() {
        return parallel;
    }

    boolean isClosed() {
        return closed;
    }

    /** Measures, for about a second and a half, what this machine can do on the threads of this session. */
    public MachineLimits machineLimits() {
        return MachineLimits.measure(parallel);
    }

    /** The number of plans kept now. */
    public int plans() {
        return plans.size();
    }

    /** Ends the session: its state is gone, and runs that are under way end with a {@link CancelledException}. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            resources.clear();
            nodeStates.clear();
            plans.clear();
            if (parallel instanceof ThreadTeam team && options.threads() > 1) {
                team.close();
            }
        }
    }
}
