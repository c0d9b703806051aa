package io.leat.formats.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.proto.FunctionDef;
import io.leat.formats.proto.GradientDef;
import io.leat.formats.proto.GraphDef;
import io.leat.formats.proto.NodeDef;
import io.leat.formats.proto.VersionDef;
import io.leat.graph.FunctionInstance;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Output;
import io.leat.graph.Signature;
import io.leat.graph.StandIns;
import io.leat.tensor.InternalException;
import java.util.Map;
import java.util.Objects;

/** Writes a graph as a definition. */
public final class GraphExporter {
    /** Attributes that only the newest versions of TensorFlow know: written where they say something. */
    private static final Map<String, String> RECENT = Map.of("TensorListGetItem", "Tshape");

    private GraphExporter() {}

    public static GraphDef run(Graph graph) {
        var p = GraphDef.newBuilder()
                .setVersions(
                        VersionDef.newBuilder().setProducer(graph.producer()).setMinConsumer(graph.minConsumer()));
        Map<Output, Output> standIns = standIns(graph);
        graph.nodes().forEach(n -> p.addNode(write(n, standIns)));
        for (FunctionInstance f : graph.functions().made()) {
            p.getLibraryBuilder().addFunction(FunctionWriter.write(graph.functions(), f));
        }
        graph.functionDefs().forEach((name, bytes) -> {
            try {
                p.getLibraryBuilder().addFunction(FunctionDef.parseFrom(bytes));
            } catch (InvalidProtocolBufferException e) {
                throw new InternalException("function '" + name + "' of the graph is corrupt", null, e);
            }
        });
        graph.functionGradients()
                .forEach((f, gradient) -> p.getLibraryBuilder()
                        .addGradient(GradientDef.newBuilder().setFunctionName(f).setGradientFunc(gradient)));
        return p.build();
    }

    private static NodeDef write(Node n, Map<Output, Output> standIns) {
        NodeDef.Builder p = withoutInputs(n);
        for (Output input : n.inputs()) {
            Output in = resolve(input, standIns);
            p.addInput(new InputName(in.node().name(), in.index()).toString());
        }
        for (Node before : n.controlInputs()) {
            p.addInput(new InputName(before.name(), -1).toString());
        }
        return p.build();
    }

    static NodeDef.Builder withoutInputs(Node n) {
        NodeDef.Builder p = NodeDef.newBuilder()
                .setName(n.name())
                .setOp(n.type())
                .setDevice(n.device())
                .putAllAttr(AttrProtos.write(n.attrs()));
        String recent = RECENT.get(n.type());
        Op op = n.op();
        Signature.AttrDef def =
                recent == null || op == null ? null : op.signature().attr(recent);
        if (def != null && Objects.equals(def.defaultValue(), n.attrs().find(def.name()))) {
            p.removeAttr(def.name());
        }
        return p;
    }

    /** What does more than another, so that of both, where both are needed, only one runs. */
    static Map<Output, Output> standIns(Graph graph) {
        return StandIns.newest(graph);
    }

    static Output resolve(Output o, Map<Output, Output> standIns) {
        Output at = o;
        for (Output by = standIns.get(at); by != null; by = standIns.get(at)) {
            at = by;
        }
        return at;
    }
}
