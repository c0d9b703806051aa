package io.leat.bench;

import io.leat.bench.onnx.OnnxExport;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a step cannot do without, whoever runs it.
 *
 * @param flops of the products of matrices and the convolutions: two for each multiply-add
 * @param bytes fed, read from variables and constants, written to variables and returned, each once; of a table from
 *     which rows are taken only these, of a fetched slice the whole tensor that it is from
 */
record Work(double flops, double bytes) {
    private static final double LEAST_FLOOR_NANOS = 1000;

    /** Loops repeat their nodes, so the graph does not say how much they do; the unrolled graph does. */
    private static final Map<String, String> UNROLLED = Map.of("lstm_while", "lstm");

    private static final Set<String> TAKES_PARTS = Set.of("GatherV2", "Slice", "StridedSlice");

    static Work of(Workload w) throws IOException {
        String unrolled = UNROLLED.get(w.name());
        if (unrolled != null) {
            return of(Workload.read(unrolled));
        }
        Graph g = FixedShapes.of(GraphDefs.read(w.graph()), w.feeds());
        Set<Node> needed = needed(g, w);
        Map<Output, Set<Node>> readers = new HashMap<>();
        for (Node n : needed) {
            n.inputs()
                    .forEach(in -> readers.computeIfAbsent(in, k -> new LinkedHashSet<>())
                            .add(n));
        }
        double flops = needed.stream().mapToDouble(Work::flops).sum();
        double bytes = w.feeds().values().stream().mapToDouble(Tensor::byteSize).sum();
        for (Node n : needed) {
            bytes += stored(n, readers);
        }
        for (String f : w.fetched()) {
            Output o = g.output(f);
            bytes += bytes(OnnxExport.isHead(o) ? o.node().input(0) : o);
        }
        return new Work(flops, bytes);
    }

    /** The least time in nanoseconds on a machine with these limits. */
    double floor(Limits limits) {
        return Math.max(flops / limits.gigaflops(), bytes / limits.gigabytes());
    }

    /** Whether there is a floor to speak of. */
    boolean hasFloor(Limits limits) {
        return floor(limits) >= LEAST_FLOOR_NANOS;
    }

    /** Whether memory is the limit, not arithmetic. */
    boolean boundByMemory(Limits limits) {
        return bytes / limits.gigabytes() > flops / limits.gigaflops();
    }

    private static Set<Node> needed(Graph g, Workload w) {
        Set<Node> needed = new LinkedHashSet<>();
        var queue = new ArrayDeque<Node>();
        w.fetched().forEach(f -> queue.add(g.output(f).node()));
        if (w.target() != null) {
            queue.add(g.node(w.target()));
        }
        while (!queue.isEmpty()) {
            Node n = queue.poll();
            if (needed.add(n) && !w.feeds().containsKey(n.name() + ":0")) {
                n.inputs().forEach(in -> queue.add(in.node()));
                queue.addAll(n.controlInputs());
            }
        }
        return needed;
    }

    static double flops(Node n) {
        return switch (n.type()) {
            case "MatMul" -> {
                Shape a = n.input(0).shape();
                yield 2.0 * size(n, 0) * a.dim(n.attrs().bool("transpose_a") ? 0 : 1);
            }
            case "BatchMatMulV2" -> {
                Shape a = n.input(0).shape();
                yield 2.0 * size(n, 0) * a.dim(a.rank() - (n.attrs().bool("adj_x") ? 2 : 1));
            }
            case "Conv2D" -> 2 * perOutput(n.input(1).shape()) * size(n, 0);
            case "DepthwiseConv2dNative" -> {
                Shape filter = n.input(1).shape();
                yield 2.0 * filter.dim(0) * filter.dim(1) * size(n, 0);
            }
            case "Conv2DBackpropInput" -> 2 * perOutput(n.input(1).shape()) * size(n.input(2));
            case "Conv2DBackpropFilter" -> 2 * perOutput(n.output(0).shape()) * size(n.input(2));
            default -> 0;
        };
    }

    /** Multiply-adds for each element that a convolution with this filter gives. */
    private static double perOutput(Shape filter) {
        return (double) filter.dim(0) * filter.dim(1) * filter.dim(2);
    }

    private static double stored(Node n, Map<Output, Set<Node>> readers) {
        return switch (n.type()) {
            case "Const" -> read(n.output(0), readers);
            case "VarHandleOp" -> {
                double whole = elements(n.attrs().shape("shape"))
                        * n.attrs().type("dtype").bytes();
                double read = 0;
                double written = 0;
                for (Node user : readers.getOrDefault(n.output(0), Set.of())) {
                    if (user.type().equals("ReadVariableOp")) {
                        read += read(user.output(0), readers);
                    } else {
                        read += whole;
                        written = whole;
                    }
                }
                yield Math.min(whole, read) + written;
            }
            default -> 0;
        };
    }

    /** What is read of a stored tensor. */
    private static double read(Output o, Map<Output, Set<Node>> readers) {
        double all = 0;
        for (Node user : readers.getOrDefault(o, Set.of())) {
            boolean parts = TAKES_PARTS.contains(user.type()) && user.input(0).equals(o);
            all += bytes(parts ? user.output(0) : o);
        }
        return Math.min(all, bytes(o));
    }

    private static double size(Node n, int output) {
        return size(n.output(output));
    }

    private static double size(Output o) {
        return elements(o.shape());
    }

    private static double elements(Shape s) {
        return s.isFullyKnown() ? s.size() : 0;
    }

    private static double bytes(Output o) {
        return size(o) * o.dtype().bytes();
    }
}
