package io.leat.formats;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.convert.GraphExporter;
import io.leat.formats.convert.ShapeProtos;
import io.leat.formats.convert.TensorProtoWriter;
import io.leat.formats.proto.AssetFileDef;
import io.leat.formats.proto.CollectionDef;
import io.leat.formats.proto.MetaGraphDef;
import io.leat.formats.proto.SaverDef;
import io.leat.formats.proto.SignatureDef;
import io.leat.formats.proto.TypeSpecProto;
import io.leat.formats.proto.VariableDef;
import io.leat.graph.Collections;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a message of a {@link MetaGraph}. */
final class MetaGraphWriter {
    private MetaGraphWriter() {}

    static MetaGraphDef run(MetaGraph meta) {
        var p = meta.rest().toBuilder().setGraphDef(GraphExporter.run(meta.graph()));
        p.getMetaInfoDefBuilder().addAllTags(meta.tags());
        meta.signatures().forEach((name, s) -> p.putSignatureDef(name, signature(s)));
        SaverInfo saver = meta.saver();
        if (saver != null) {
            p.setSaverDef(SaverDef.newBuilder()
                    .setFilenameTensorName(saver.filename())
                    .setSaveTensorName(saver.save())
                    .setRestoreOpName(saver.restore())
                    .setMaxToKeep(saver.maxToKeep())
                    .setSharded(saver.sharded())
                    .setKeepCheckpointEveryNHours(saver.keepEveryHours())
                    .setVersion(SaverDef.CheckpointFormatVersion.V2));
        }
        for (ModelAsset asset : meta.assets()) {
            p.addAssetFileDef(AssetFileDef.newBuilder()
                    .setFilename(asset.file())
                    .setTensorInfo(io.leat.formats.proto.TensorInfo.newBuilder().setName(asset.tensor())));
        }
        for (String name : new TreeSet<>(meta.graph().collections().names())) {
            CollectionDef collection = collection(meta.graph(), name);
            if (collection != null) {
                p.putCollectionDef(name, collection);
            }
        }
        return p.build();
    }

    private static SignatureDef signature(ModelSignature s) {
        var p = SignatureDef.newBuilder()
                .putAllInputs(infos(s.inputs()))
                .putAllOutputs(infos(s.outputs()))
                .setMethodName(s.method());
        s.defaults().forEach((name, value) -> p.putDefaults(name, TensorProtoWriter.write(value)));
        return p.build();
    }

    private static Map<String, io.leat.formats.proto.TensorInfo> infos(Map<String, TensorInfo> infos) {
        var messages = new TreeMap<String, io.leat.formats.proto.TensorInfo>();
        infos.forEach((name, info) -> messages.put(name, info(info)));
        return messages;
    }

    private static io.leat.formats.proto.TensorInfo info(TensorInfo info) {
        var p = io.leat.formats.proto.TensorInfo.newBuilder().setTensorShape(ShapeProtos.write(info.shape()));
        DType dtype = info.dtype();
        if (dtype != null) {
            p.setDtypeValue(dtype.number());
        }
        switch (info) {
            case TensorInfo.Dense t -> p.setName(t.name());
            case TensorInfo.Sparse t ->
                p.getCooSparseBuilder()
                        .setValuesTensorName(t.values())
                        .setIndicesTensorName(t.indices())
                        .setDenseShapeTensorName(t.denseShape());
            case TensorInfo.Composite t -> {
                try {
                    p.getCompositeTensorBuilder().setTypeSpec(TypeSpecProto.parseFrom(t.typeSpec()));
                } catch (InvalidProtocolBufferException e) {
                    throw new InvalidArgumentException("a type spec is corrupt: " + e.getMessage(), null, e);
                }
                t.components().forEach(c -> p.getCompositeTensorBuilder().addComponents(info(c)));
            }
        }
        return p.build();
    }

    /** A collection is written if all its items are of one kind that a message can hold. */
    private static @Nullable CollectionDef collection(Graph graph, String name) {
        List<Object> items = graph.collections().get(name, Object.class);
        var p = CollectionDef.newBuilder();
        for (Object item : items) {
            switch (item) {
                case Variable v ->
                    p.getBytesListBuilder().addValue(variable(graph, v).toByteString());
                case byte[] b -> p.getBytesListBuilder().addValue(ByteString.copyFrom(b));
                case String s ->
                    p.getBytesListBuilder().addValue(ByteString.copyFrom(s.getBytes(StandardCharsets.UTF_8)));
                case Output o -> p.getNodeListBuilder().addValue(o.name());
                case Node n -> p.getNodeListBuilder().addValue(n.name());
                case Long l -> p.getInt64ListBuilder().addValue(l);
                case Integer i -> p.getInt64ListBuilder().addValue(i);
                case Float f -> p.getFloatListBuilder().addValue(f);
                default -> {
                    return null;
                }
            }
        }
        CollectionDef written = p.build();
        int size = switch (written.getKindCase()) {
            case NODE_LIST -> written.getNodeList().getValueCount();
            case BYTES_LIST -> written.getBytesList().getValueCount();
            case INT64_LIST -> written.getInt64List().getValueCount();
            case FLOAT_LIST -> written.getFloatList().getValueCount();
            case ANY_LIST, KIND_NOT_SET -> 0;
        };
        return size > 0 && size == items.size() ? written : null;
    }

    private static VariableDef variable(Graph graph, Variable v) {
        return VariableDef.newBuilder()
                .setVariableName(v.handle().name())
                .setInitialValueName(v.initialValue().name())
                .setInitializerName(v.initializer().name())
                .setSnapshotName(v.value().name())
                .setIsResource(v.isResource())
                .setTrainable(graph.collections()
                        .get(Collections.TRAINABLE_VARIABLES, Variable.class)
                        .contains(v))
                .build();
    }
}
