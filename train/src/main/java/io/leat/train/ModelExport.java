package io.leat.train;

import io.leat.formats.MetaGraph;
import io.leat.formats.ModelSignature;
import io.leat.formats.SavedModel;
import io.leat.formats.SaverInfo;
import io.leat.graph.Attr;
import io.leat.graph.Collections;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a session has learned as a model that TensorFlow and TensorFlow Serving load as well. */
public final class ModelExport {
    private static final String SCOPE = "save/";

    private ModelExport() {}

    /**
     * Writes a SavedModel with the tag {@code serve} and one signature, {@code serving_default}. Adds to the graph the
     * nodes that save and restore its variables, unless it has them.
     *
     * @param folder must not exist
     * @throws io.leat.tensor.AlreadyExistsException if it does
     */
    public static void write(Session session, Path folder, Map<String, Output> inputs, Map<String, Output> outputs)
            throws IOException {
        write(session, folder, Map.of(ModelSignature.DEFAULT, ModelSignature.predict(inputs, outputs)));
    }

    /** {@link #write(Session, Path, Map, Map)} with any signatures. */
    public static void write(Session session, Path folder, Map<String, ModelSignature> signatures) throws IOException {
        Graph graph = session.graph();
        List<Variable> variables =
                List.copyOf(new LinkedHashSet<>(graph.collections().get(Collections.GLOBAL_VARIABLES, Variable.class)));
        SaverInfo saver = variables.isEmpty() ? null : saver(graph, variables);
        MetaGraph meta =
                MetaGraph.of(graph).withTags("serve").withSignatures(signatures).withSaver(saver);
        SavedModel.write(
                folder,
                meta,
                Map.of(),
                saver == null
                        ? null
                        : writer -> {
                            List<Tensor> values = session.run(variables, Map.of(), List.of());
                            for (int i = 0; i < variables.size(); i++) {
                                writer.add(variables.get(i).name(), values.get(i));
                            }
                        });
    }

    private static @Nullable SaverInfo saver(Graph graph, List<Variable> variables) {
        String[] names = variables.stream().map(Variable::name).sorted().toArray(String[]::new);
        for (int i = 0; ; i++) {
            String scope = i == 0 ? SCOPE : "save_" + i + "/";
            Node known = graph.find(scope + "RestoreV2/tensor_names");
            if (known == null) {
                return add(graph.ops().withScope(scope), variables);
            }
            if (known.attrs().tensor("value").contentEquals(Tensor.vector(names))) {
                return info(scope);
            }
        }
    }

    private static SaverInfo info(String scope) {
        return new SaverInfo(scope + "Const:0", scope + "control_dependency:0", scope + "restore_all", 5, false, 0);
    }

    private static SaverInfo add(Ops tf, List<Variable> all) {
        String scope = tf.prefix();
        List<Variable> variables = all.stream()
                .sorted(java.util.Comparator.comparing(Variable::name))
                .toList();
        String[] keys = variables.stream().map(Variable::name).toArray(String[]::new);
        Output filename = tf.op("PlaceholderWithDefault")
                .exactName(scope + "Const")
                .input(tf.withName("filename").constant("model"))
                .attr("shape", Shape.SCALAR)
                .add()
                .output(0);
        Output names = tf.withName("SaveV2/tensor_names").constant(Tensor.vector(keys));
        Output slices = tf.withName("SaveV2/shape_and_slices").constant(empty(keys.length));
        Node save = tf.withName("SaveV2")
                .op("SaveV2")
                .input(filename)
                .input(names)
                .input(slices)
                .inputs(variables)
                .add();
        tf.withControlDependencies(List.of(save))
                .op("Identity")
                .exactName(scope + "control_dependency")
                .input(filename)
                .add();
        DType[] types = variables.stream().map(Variable::dtype).toArray(DType[]::new);
        Node restore = tf.op("RestoreV2")
                .exactName(scope + "RestoreV2")
                .input(filename)
                .input(tf.op("Const")
                        .exactName(scope + "RestoreV2/tensor_names")
                        .attr("value", Tensor.vector(keys))
                        .attr("dtype", DType.STRING)
                        .add()
                        .output(0))
                .input(tf.withName("RestoreV2/shape_and_slices").constant(empty(keys.length)))
                .attr("dtypes", Attr.of(types))
                .add();
        List<Node> assigns = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            assigns.add(Slots.assign(tf, variables.get(i), restore.output(i)));
        }
        var group = tf.op("NoOp").exactName(scope + "restore_all");
        assigns.forEach(group::controlInput);
        group.add();
        return info(scope);
    }

    private static Tensor empty(int n) {
        String[] none = new String[n];
        java.util.Arrays.fill(none, "");
        return Tensor.vector(none);
    }
}
