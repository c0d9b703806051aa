package io.leat.conformance.ops;

import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TString;

/** A session of real TensorFlow, with one thread, that runs a graph as it is written: nothing is folded or rewritten. */
public final class TensorFlowSession implements AutoCloseable {
    public static final ConfigProto AS_WRITTEN = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .setGraphOptions(GraphOptions.newBuilder()
                    .setOptimizerOptions(OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0))
                    .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
            .build();

    private final Graph graph = new Graph();
    private final Session session;

    /** Throws what TensorFlow throws for a graph that it refuses. */
    public TensorFlowSession(GraphDef definition) {
        try {
            graph.importGraphDef(definition);
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
        session = new Session(graph, AS_WRITTEN);
    }

    /** Fetches outputs, given as those of the graph of Leat that the definition was written from. */
    public List<Tensor> run(List<Output> fetches, List<Node> targets) {
        Session.Runner runner = session.runner();
        fetches.forEach(o -> runner.fetch(bytes(o)));
        targets.forEach(t -> runner.addTarget(t.name()));
        List<Tensor> all = new ArrayList<>();
        try (var result = runner.run()) {
            for (int i = 0; i < fetches.size(); i++) {
                all.add(tensor(fetches.get(i).dtype(), result.get(i)));
            }
        }
        return all;
    }

    /** The Java API knows few dtypes: the others are fetched as bytes, in one more dimension. */
    private org.tensorflow.Output<?> bytes(Output o) {
        org.tensorflow.Output<?> theirs = graph.operation(o.node().name()).output(o.index());
        if (o.dtype() == DType.STRING || o.dtype() == DType.BOOL) {
            return theirs;
        }
        String name = "bytes_of_" + o.node().name().replace('/', '_') + "_" + o.index();
        var known = graph.operation(name);
        return (known != null
                        ? known
                        : graph.opBuilder("Bitcast", name, graph.baseScope())
                                .addInput(theirs)
                                .setAttr("type", DataType.DT_UINT8)
                                .build())
                .output(0);
    }

    private static Tensor tensor(DType dtype, org.tensorflow.Tensor t) {
        long[] dims = t.shape().asArray();
        if (dtype == DType.STRING) {
            List<byte[]> values = new ArrayList<>();
            ((TString) t).asBytes().scalars().forEach(s -> values.add(s.getObject()));
            return Tensors.strings(Shape.of(dims), values.toArray(byte[][]::new));
        }
        int rank = dtype.bytes() == 1 ? dims.length : dims.length - 1;
        byte[] data = new byte[(int) t.asRawTensor().numBytes()];
        t.asRawTensor().data().read(data);
        return Tensors.fromBytes(dtype, Shape.of(dims).slice(0, rank), data);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
