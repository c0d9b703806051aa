package io.leat.graph;

import io.leat.tensor.AlreadyExistsException;
import io.leat.tensor.DType;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph of operations. Nodes are only ever added, also after sessions have run it. Adding nodes and looking them up is
 * safe from several threads.
 */
public final class Graph {
    /** The version of TensorFlow's graph format that Leat writes. */
    public static final int PRODUCER = 2474;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byName = new HashMap<>();
    private final Names names = new Names();
    private final Collections collections = new Collections();
    private final FunctionLibrary functions;
    private final @Nullable Graph outer;
    private final Map<Output, Output> captures = new LinkedHashMap<>();
    private final Map<Output, List<Output>> standIns = new LinkedHashMap<>();
    private final Ops root = new Ops(this);
    private @Nullable StructuredFlow structured;
    private @Nullable Long seed;
    private long seedCounter;
    private int producer = PRODUCER;
    private int minConsumer;
    private boolean finalized;

    private Graph(FunctionLibrary functions, @Nullable Graph outer) {
        this.functions = functions;
        this.outer = outer;
    }

    public static Graph create() {
        return new Graph(new FunctionLibrary(), null);
    }

    /** An empty graph that shares the functions of another one: for the body of one of them. */
    public static Graph sharing(FunctionLibrary functions) {
        return new Graph(functions, null);
    }

    /** An empty graph for the body of a function that may use tensors of {@code outer}: they become arguments. */
    static Graph within(Graph outer) {
        return new Graph(outer.functions, outer);
    }

    /** The tensors of the outer graph that nodes of this one use, with the placeholders that stand for them. */
    Map<Output, Output> captures() {
        return captures;
    }

    /** Whether this is the graph of a function within {@code other}. */
    boolean isWithin(Graph other) {
        Graph g = outer;
        while (g != null && g != other) {
            g = g.outer;
        }
        return g == other;
    }

    /** What stands in this graph for a tensor: itself, or for one of an outer graph a placeholder or a copied constant. */
    Output own(Output o) {
        if (o.graph() == this || outer == null) {
            return o;
        }
        Output out = outer.own(o);
        Output known = captures.get(out);
        if (known != null) {
            return known;
        }
        Tensor constant = out.constantValue();
        if (constant != null) {
            return root.constant(constant);
        }
        Output in = root.placeholder("captured", out.dtype(), out.shape());
        captures.put(out, in);
        return in;
    }

    /** The functions that nodes of this graph may call. */
    public FunctionLibrary functions() {
        return functions;
    }

    /**
     * Says that {@code by} has the same value as {@code o}: it comes from a node that does what that of {@code o} does and
     * more, such as keeping what a gradient needs. In a run that needs both, only the one that does more runs.
     */
    public synchronized void standIn(Output o, Output by) {
        standIns.computeIfAbsent(o, k -> new ArrayList<>()).add(by);
    }

    /** What was said by {@link #standIn}, for each tensor in the order in which it was said. */
    public synchronized Map<Output, List<Output>> standIns() {
        Map<Output, List<Output>> all = new LinkedHashMap<>();
        standIns.forEach((o, by) -> all.put(o, List.copyOf(by)));
        return all;
    }

    /** The loops and branches of TensorFlow 1 in this graph as functional ones. */
    synchronized StructuredFlow structured() {
        StructuredFlow s = structured;
        if (s == null) {
            s = new StructuredFlow(this);
            structured = s;
        }
        return s;
    }

    /** Adds nodes outside of any scope. */
    public Ops ops() {
        return root;
    }

    /** A snapshot of the nodes in the order in which they were added. */
    public synchronized List<Node> nodes() {
        return List.copyOf(nodes);
    }

    public synchronized int size() {
        return nodes.size();
    }

    public synchronized @Nullable Node find(String name) {
        return byName.get(name);
    }

    /** @throws NotFoundException if no node has that name, with the nearest one */
    public synchronized Node node(String name) {
        Node n = byName.get(name);
        if (n == null) {
            throw new NotFoundException("The name '" + name + "' refers to an Operation not in the graph"
                    + Nearest.hint(name, byName.keySet()));
        }
        return n;
    }

    /**
     * The tensor of a name {@code node:index}; {@code node} alone means its output 0.
     *
     * @throws InvalidArgumentException if there is no such node or output
     */
    public Output output(String tensorName) {
        int colon = tensorName.lastIndexOf(':');
        String nodeName = colon < 0 ? tensorName : tensorName.substring(0, colon);
        int index = 0;
        if (colon >= 0) {
            try {
                index = Integer.parseInt(tensorName.substring(colon + 1));
            } catch (NumberFormatException e) {
                throw new InvalidArgumentException(
                        "The name '" + tensorName + "' looks a like a Tensor name, but is not "
                                + "a valid one. Tensor names must be of the form \"<op_name>:<output_index>\".");
            }
        }
        Node n = find(nodeName);
        if (n == null) {
            synchronized (this) {
                throw new InvalidArgumentException("The name '" + tensorName
                        + "' refers to a Tensor which does not exist. The operation, '" + nodeName
                        + "', does not exist in the graph" + Nearest.hint(nodeName, byName.keySet()));
            }
        }
        if (index < 0 || n.op() != null && index >= n.outputCount()) {
            throw new InvalidArgumentException("The name '" + tensorName
                    + "' refers to a Tensor which does not exist. The operation, '" + nodeName
                    + "', exists but only has " + n.outputCount() + " outputs.");
        }
        return n.output(index);
    }

    public Collections collections() {
        return collections;
    }

    /** TensorFlow's {@code FunctionDef} messages by name, as bytes: kept for the way back to a file. */
    public Map<String, byte[]> functionDefs() {
        return functions.definitions();
    }

    /** The names of the functions that are gradients of other functions, by the names of these. */
    public Map<String, String> functionGradients() {
        return functions.gradients();
    }

    /** Sets the graph-level random seed, TensorFlow's {@code set_random_seed}. */
    public synchronized Graph seed(long value) {
        seed = value;
        return this;
    }

    /**
     * The pair of seeds for a random op by TensorFlow's rule ({@code tf.compat.v1.get_seed}).
     *
     * @param opSeed the op's own seed, or null
     */
    public synchronized long[] seeds(@Nullable Long opSeed) {
        long[] pair;
        if (seed != null) {
            pair = new long[] {seed, opSeed != null ? opSeed : seedCounter++};
        } else {
            pair = opSeed != null ? new long[] {87654321, opSeed} : new long[] {0, 0};
        }
        boolean chosen = seed != null || opSeed != null;
        return chosen && pair[0] == 0 && pair[1] == 0 ? new long[] {0, Integer.MAX_VALUE} : pair;
    }

    /** The version of the program that made the graph; old ones mean some things differently. */
    public int producer() {
        return producer;
    }

    public int minConsumer() {
        return minConsumer;
    }

    /** Says which version made the nodes that follow. */
    public Graph versions(int producerVersion, int minConsumerVersion) {
        producer = producerVersion;
        minConsumer = minConsumerVersion;
        return this;
    }

    /** From now on adding a node fails. */
    public synchronized void finish() {
        finalized = true;
    }

    /** A node that runs the initialisers of all variables of collection {@code variables}, made anew at each call. */
    public Node initializer() {
        List<Node> all = new ArrayList<>();
        for (Variable v : collections.get(Collections.GLOBAL_VARIABLES, Variable.class)) {
            all.add(v.initializer());
        }
        return root.withName("init").group(all);
    }

    synchronized Node add(NodeBuilder b, Attrs attrs, @Nullable StackTraceElement addedAt) {
        if (finalized) {
            throw new FailedPreconditionException("Graph is finalized and cannot be modified.");
        }
        for (Output in : b.inputs()) {
            if (in.graph() != this) {
                throw new InvalidArgumentException(
                        "Tensor " + in + " must be from the same graph as the node that takes it.");
            }
        }
        String name = b.hasExactName() ? b.name() : names.unique(b.scope().prefix() + b.name());
        Names.check(name);
        if (byName.containsKey(name)) {
            throw new AlreadyExistsException("Node '" + name + "' is not unique");
        }
        Node node = new Node(b, this, nodes.size(), name, attrs, addedAt);
        if (b.op() != null) {
            try {
                List<Node.OutputInfo> infos = Inference.ofNode(node, b.op()).run();
                node.outputs(
                        b.opensLoop()
                                ? infos.stream()
                                        .map(Node.OutputInfo::withoutShape)
                                        .toList()
                                : infos);
            } catch (LeatException e) {
                throw e.at(node.errorSite());
            }
        }
        if (b.hasExactName()) {
            names.take(name);
        }
        nodes.add(node);
        byName.put(name, node);
        return node;
    }

    /** Closes a loop: connects an input of a {@code Merge} node to a node that was added after it. */
    public synchronized void connectBackEdge(Node merge, int input, Output from) {
        if (!merge.type().endsWith("Merge")) {
            throw new InvalidArgumentException(
                    "'" + merge.name() + "' had a back edge, but only Merge nodes can have back edges.");
        }
        DType wanted = merge.input(input).dtype();
        if (from.dtype() != wanted) {
            throw new InvalidArgumentException("back edge of type "
                    + from.dtype().signatureName() + " into " + merge.name() + " of type " + wanted.signatureName());
        }
        merge.connect(input, from);
    }

    synchronized String uniqueScope(String full) {
        return names.unique(full);
    }
}
