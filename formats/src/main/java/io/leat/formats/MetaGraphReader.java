package io.leat.formats;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.convert.GraphImporter;
import io.leat.formats.convert.ShapeProtos;
import io.leat.formats.convert.TensorProtos;
import io.leat.formats.proto.AssetFileDef;
import io.leat.formats.proto.CollectionDef;
import io.leat.formats.proto.MetaGraphDef;
import io.leat.formats.proto.SaverDef;
import io.leat.formats.proto.SignatureDef;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a {@link MetaGraph} of its message. */
final class MetaGraphReader {
    /** A signature whose only output names the node to run; older models name it in a collection. */
    private static final String INIT_OP = "__saved_model_init_op";

    private static final List<String> INIT_COLLECTIONS = List.of("saved_model_main_op", "legacy_init_op");

    /** Where older models keep what newer ones keep in {@code asset_file_def}. */
    private static final String ASSETS_COLLECTION = "saved_model_assets";

    private final MetaGraphDef definition;
    private final String prefix;

    private MetaGraphReader(MetaGraphDef definition, ImportOptions options) {
        this.definition = definition;
        this.prefix = options.prefix();
    }

    static MetaGraph run(MetaGraphDef definition, Graph graph, ImportOptions options) {
        return new MetaGraphReader(definition, options).run(graph, options);
    }

    private MetaGraph run(Graph graph, ImportOptions options) {
        GraphImporter.run(graph, definition.getGraphDef(), options);
        var rest = definition.toBuilder()
                .clearGraphDef()
                .clearSignatureDef()
                .clearSaverDef()
                .clearAssetFileDef();
        rest.getMetaInfoDefBuilder().clearTags();
        var collections = new CollectionReader(graph, this::scoped);
        definition.getCollectionDefMap().forEach((name, collection) -> {
            if (collections.read(name, collection)) {
                rest.removeCollectionDef(name);
            }
        });
        var signatures = new TreeMap<String, ModelSignature>();
        definition.getSignatureDefMap().forEach((name, s) -> signatures.put(name, signature(s)));
        return new MetaGraph(
                graph,
                definition.getMetaInfoDef().getTagsList(),
                signatures,
                definition.hasSaverDef() ? saver(definition.getSaverDef()) : null,
                assets(),
                rest.build());
    }

    private String scoped(String name) {
        if (prefix.isEmpty() || name.isEmpty()) {
            return name;
        }
        return name.startsWith("^") ? "^" + prefix + "/" + name.substring(1) : prefix + "/" + name;
    }

    private ModelSignature signature(SignatureDef p) {
        var defaults = new HashMap<String, Tensor>();
        p.getDefaultsMap().forEach((name, value) -> defaults.put(name, TensorProtos.parse(value)));
        return new ModelSignature(infos(p.getInputsMap()), infos(p.getOutputsMap()), p.getMethodName(), defaults);
    }

    private Map<String, TensorInfo> infos(Map<String, io.leat.formats.proto.TensorInfo> messages) {
        var infos = new TreeMap<String, TensorInfo>();
        messages.forEach((name, message) -> infos.put(name, info(message)));
        return infos;
    }

    private TensorInfo info(io.leat.formats.proto.TensorInfo p) {
        DType dtype = p.getDtypeValue() == 0 ? null : DType.ofNumber(p.getDtypeValue());
        var shape = ShapeProtos.parse(p.getTensorShape());
        return switch (p.getEncodingCase()) {
            case COO_SPARSE ->
                new TensorInfo.Sparse(
                        scoped(p.getCooSparse().getValuesTensorName()),
                        scoped(p.getCooSparse().getIndicesTensorName()),
                        scoped(p.getCooSparse().getDenseShapeTensorName()),
                        dtype,
                        shape);
            case COMPOSITE_TENSOR ->
                new TensorInfo.Composite(
                        p.getCompositeTensor().getTypeSpec().toByteArray(),
                        p.getCompositeTensor().getComponentsList().stream()
                                .map(this::info)
                                .toList(),
                        dtype,
                        shape);
            case NAME, ENCODING_NOT_SET -> new TensorInfo.Dense(scoped(p.getName()), dtype, shape);
        };
    }

    private SaverInfo saver(SaverDef p) {
        return new SaverInfo(
                scoped(p.getFilenameTensorName()),
                scoped(p.getSaveTensorName()),
                scoped(p.getRestoreOpName()),
                p.getMaxToKeep(),
                p.getSharded(),
                p.getKeepCheckpointEveryNHours());
    }

    private List<ModelAsset> assets() {
        List<AssetFileDef> messages = new ArrayList<>(definition.getAssetFileDefList());
        CollectionDef old = definition.getCollectionDefMap().get(ASSETS_COLLECTION);
        if (messages.isEmpty() && old != null) {
            try {
                for (Any any : old.getAnyList().getValueList()) {
                    messages.add(any.unpack(AssetFileDef.class));
                }
            } catch (InvalidProtocolBufferException e) {
                throw new InvalidArgumentException(
                        "collection " + ASSETS_COLLECTION + " is corrupt: " + e.getMessage(), null, e);
            }
        }
        return messages.stream()
                .map(a -> new ModelAsset(scoped(a.getTensorInfo().getName()), a.getFilename()))
                .toList();
    }

    static @Nullable Node initializer(MetaGraph meta) {
        ModelSignature signature = meta.signatures().get(INIT_OP);
        if (signature != null
                && signature.outputs().get(INIT_OP) instanceof TensorInfo.Dense(String name, var t, var s)) {
            int colon = name.lastIndexOf(':');
            return meta.graph().node(colon < 0 ? name : name.substring(0, colon));
        }
        for (String collection : INIT_COLLECTIONS) {
            List<Node> nodes = meta.graph().collections().get(collection, Node.class);
            if (!nodes.isEmpty()) {
                return nodes.getFirst();
            }
        }
        return null;
    }
}
