package io.leat.conformance.ops;

import io.leat.conformance.ops.Built.Inputs;
import io.leat.graph.Attr;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/** The GraphDef of a changed case, which Leat's own graphs would not take where the change is one of a dtype or attribute. */
final class MutantGraph {
    private static final String HIDDEN = "PlaceholderWithDefault";

    private MutantGraph() {}

    /**
     * Writes a graph whose inputs are constants.
     *
     * @param hidden whether the values and shapes of the inputs are hidden from the shape rule, so that the run decides
     */
    static GraphDef of(OpCase base, OpCase changed, boolean hidden) {
        Graph graph = Graph.create();
        Built b = Built.add(graph, base, Inputs.UNKNOWN);
        GraphDef.Builder definition = TensorFlowRun.definition(graph).toBuilder();
        definition.clearNode();
        List<String> names = new ArrayList<>();
        Graph values = Graph.create();
        for (int i = 0; i < changed.inputs().size(); i++) {
            Output value =
                    values.ops().withName("value" + i).constant(changed.inputs().get(i));
            names.add(value.node().name());
        }
        TensorFlowRun.definition(values).getNodeList().forEach(definition::addNode);
        for (int i = 0; i < names.size() && hidden; i++) {
            DataType type = DataType.forNumber(changed.inputs().get(i).dtype().number());
            definition.addNode(NodeDef.newBuilder()
                    .setName("hidden" + i)
                    .setOp(HIDDEN)
                    .addInput(names.get(i))
                    .putAttr("dtype", AttrValue.newBuilder().setType(type).build())
                    .putAttr("shape", shape()));
            names.set(i, "hidden" + i);
        }
        for (NodeDef n : TensorFlowRun.definition(graph).getNodeList()) {
            if (n.getName().equals(b.node().name())) {
                definition.addNode(changed(n, names, base, changed));
            }
        }
        return definition.build();
    }

    private static AttrValue shape() {
        return AttrValue.newBuilder()
                .setShape(TensorShapeProto.newBuilder().setUnknownRank(true))
                .build();
    }

    private static NodeDef changed(NodeDef n, List<String> inputs, OpCase base, OpCase changed) {
        NodeDef.Builder out = n.toBuilder().setName("mutant").clearInput().addAllInput(inputs);
        for (Map.Entry<String, Attr> a : changed.attrs().asMap().entrySet()) {
            if (!a.getValue().equals(base.attrs().find(a.getKey()))) {
                out.putAttr(a.getKey(), value(a.getValue()));
            }
        }
        return out.build();
    }

    private static AttrValue value(Attr a) {
        AttrValue.Builder b = AttrValue.newBuilder();
        switch (a) {
            case Attr.Int v -> b.setI(v.value());
            case Attr.Real v -> b.setF(v.value());
            case Attr.Bool v -> b.setB(v.value());
            case Attr.Text v -> b.setS(com.google.protobuf.ByteString.copyFrom(v.bytes()));
            case Attr.Type v -> b.setTypeValue(v.value().number());
            case Attr.Dims v -> {
                for (long d : v.value().dims()) {
                    b.getShapeBuilder().addDimBuilder().setSize(d);
                }
            }
            case Attr.Items v -> {
                b.getListBuilder();
                v.values().forEach(i -> b.getListBuilder().addI(((Attr.Int) i).value()));
            }
            default -> throw new IllegalArgumentException("no mutant has " + a);
        }
        return b.build();
    }
}
