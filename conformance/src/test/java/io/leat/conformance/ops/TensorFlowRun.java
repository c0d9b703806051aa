package io.leat.conformance.ops;

import io.leat.conformance.ops.Built.Inputs;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import io.leat.testkit.OpCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TString;

/** Runs cases in real TensorFlow, with constant inputs, from the GraphDef that Leat writes; nothing is folded there. */
final class TensorFlowRun {
    private static final ConfigProto AS_WRITTEN = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .setGraphOptions(GraphOptions.newBuilder()
                    .setOptimizerOptions(OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0))
                    .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
            .build();

    private TensorFlowRun() {}

    /** The outputs of each case. Throws what TensorFlow throws. */
    static List<List<Tensor>> run(List<OpCase> cases) {
        Graph graph = Graph.create();
        List<Built> built =
                cases.stream().map(c -> Built.add(graph, c, Inputs.CONSTANT)).toList();
        return run(graph, built);
    }

    /** Runs a case that Leat rejects before the run: here it does not know the values and shapes. */
    static void runUnchecked(OpCase c) {
        Graph graph = Graph.create();
        Built b = Built.add(graph, c, Inputs.UNKNOWN);
        Graph values = Graph.create();
        b.inputs().forEach(in -> values.ops()
                .withName(in.node().name())
                .constant(Objects.requireNonNull(b.feeds().get(in))));
        try {
            GraphDef.Builder definition = GraphDef.parseFrom(GraphDefs.write(graph)).toBuilder();
            Map<String, NodeDef> constants = new HashMap<>();
            GraphDef.parseFrom(GraphDefs.write(values)).getNodeList().forEach(n -> constants.put(n.getName(), n));
            for (NodeDef.Builder n : definition.getNodeBuilderList()) {
                NodeDef constant = constants.get(n.getName());
                if (constant != null) {
                    n.clear().mergeFrom(constant);
                }
            }
            run(definition.build(), List.of(b));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<Tensor>> run(Graph graph, List<Built> built) {
        try {
            return run(GraphDef.parseFrom(GraphDefs.write(graph)), built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<Tensor>> run(GraphDef definition, List<Built> built) {
        try (var theirs = new org.tensorflow.Graph()) {
            theirs.importGraphDef(definition);
            try (var session = new Session(theirs, AS_WRITTEN)) {
                Session.Runner runner = session.runner();
                for (Built b : built) {
                    for (Output o : b.values()) {
                        runner.fetch(bytes(theirs, o));
                    }
                }
                List<List<Tensor>> all = new ArrayList<>();
                try (var result = runner.run()) {
                    int at = 0;
                    for (Built b : built) {
                        List<Tensor> of = new ArrayList<>();
                        for (Output o : b.values()) {
                            of.add(tensor(o.dtype(), result.get(at++)));
                        }
                        all.add(of);
                    }
                }
                return all;
            }
        }
    }

    /** The Java API knows few dtypes: the others are fetched as bytes, in one more dimension. */
    private static org.tensorflow.Output<?> bytes(org.tensorflow.Graph graph, Output o) {
        org.tensorflow.Output<?> theirs = graph.operation(o.node().name()).output(o.index());
        if (o.dtype() == DType.STRING || o.dtype() == DType.BOOL) {
            return theirs;
        }
        return graph.opBuilder("Bitcast", "bytes_of_" + o.node().name() + "_" + o.index(), graph.baseScope())
                .addInput(theirs)
                .setAttr("type", DataType.DT_UINT8)
                .build()
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
}
