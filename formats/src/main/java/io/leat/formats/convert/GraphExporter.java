package io.leat.formats.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.proto.FunctionDef;
import io.leat.formats.proto.GradientDef;
import io.leat.formats.proto.GraphDef;
import io.leat.formats.proto.NodeDef;
import io.leat.formats.proto.VersionDef;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.InternalException;

/** Writes a graph as a definition. */
public final class GraphExporter {
    private GraphExporter() {}

    public static GraphDef run(Graph graph) {
        var p = GraphDef.newBuilder()
                .setVersions(
                        VersionDef.newBuilder().setProducer(graph.producer()).setMinConsumer(graph.minConsumer()));
        graph.nodes().forEach(n -> p.addNode(write(n)));
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

    private static NodeDef write(Node n) {
        var p = NodeDef.newBuilder()
                .setName(n.name())
                .setOp(n.type())
                .setDevice(n.device())
                .putAllAttr(AttrProtos.write(n.attrs()));
        for (Output in : n.inputs()) {
            p.addInput(new InputName(in.node().name(), in.index()).toString());
        }
        for (Node before : n.controlInputs()) {
            p.addInput(new InputName(before.name(), -1).toString());
        }
        return p.build();
    }
}
