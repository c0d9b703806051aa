package io.leat.formats;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.proto.CollectionDef;
import io.leat.formats.proto.VariableDef;
import io.leat.graph.Attr;
import io.leat.graph.Collections;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds the collections of a message to a graph. */
final class CollectionReader {
    /** The collections whose byte strings are variables. */
    static final Set<String> OF_VARIABLES = Set.of(
            Collections.GLOBAL_VARIABLES,
            Collections.TRAINABLE_VARIABLES,
            Collections.LOCAL_VARIABLES,
            "model_variables",
            "moving_average_variables",
            "metric_variables",
            Collections.GLOBAL_STEP);

    private final Graph graph;
    private final UnaryOperator<String> scoped;

    /**
     * @param scoped gives the name in the graph for a name in the message
     */
    CollectionReader(Graph graph, UnaryOperator<String> scoped) {
        this.graph = graph;
        this.scoped = scoped;
    }

    /**
     * Adds a collection; names of what is not in the graph are left out.
     *
     * @return false for a kind that graphs do not keep
     */
    boolean read(String name, CollectionDef p) {
        Collections collections = graph.collections();
        switch (p.getKindCase()) {
            case NODE_LIST -> {
                for (String item : p.getNodeList().getValueList()) {
                    Object found = find(scoped.apply(item));
                    if (found != null) {
                        collections.add(name, found);
                    }
                }
            }
            case BYTES_LIST -> {
                for (ByteString item : p.getBytesList().getValueList()) {
                    Variable variable = OF_VARIABLES.contains(name) ? variable(item) : null;
                    collections.add(name, variable != null ? variable : item.toByteArray());
                }
            }
            case INT64_LIST -> p.getInt64List().getValueList().forEach(v -> collections.add(name, v));
            case FLOAT_LIST -> p.getFloatList().getValueList().forEach(v -> collections.add(name, v));
            case ANY_LIST, KIND_NOT_SET -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object find(String name) {
        try {
            return name.contains(":") ? graph.output(name) : graph.find(name);
        } catch (LeatException e) {
            return null;
        }
    }

    /** Null if it is none, or some of its nodes are not in the graph. */
    private @Nullable Variable variable(ByteString item) {
        VariableDef p;
        try {
            p = VariableDef.parseFrom(item);
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
        Node initializer = graph.find(scoped.apply(p.getInitializerName()));
        Output handle = output(p.getVariableName());
        Output value = output(p.getSnapshotName());
        Output initial = output(p.getInitialValueName());
        if (initial == null && initializer != null && initializer.inputCount() > 1) {
            initial = initializer.input(1); // what it assigns
        }
        if (handle == null || value == null || initializer == null || initial == null) {
            return null;
        }
        Shape shape = handle.node().attrs().find("shape") instanceof Attr.Dims(Shape s) ? s : value.shape();
        return new Variable(handle, value, initial, initializer, shape);
    }

    private @Nullable Output output(String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            return graph.output(scoped.apply(name));
        } catch (LeatException e) {
            return null;
        }
    }
}
