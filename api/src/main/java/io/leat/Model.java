package io.leat;

import io.leat.formats.CheckpointReader;
import io.leat.formats.GraphDefs;
import io.leat.formats.MetaGraph;
import io.leat.formats.ModelAsset;
import io.leat.formats.ModelSignature;
import io.leat.formats.SavedModel;
import io.leat.formats.SaverInfo;
import io.leat.formats.TensorInfo;
import io.leat.graph.Collections;
import io.leat.graph.Graph;
import io.leat.graph.Nearest;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Prepared;
import io.leat.runtime.Session;
import io.leat.runtime.SessionOptions;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.train.Saver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A model from a file with a session in which it runs, its variables restored: a SavedModel's folder, a frozen graph
 * ({@code .pb}, {@code .pbtxt}), or a MetaGraph ({@code .meta}) with the checkpoint beside it, if there is one.
 *
 * <pre>{@code
 * try (var model = Model.load(Path.of("half_plus_two"))) {
 *     Tensor y = model.call(Map.of("x", Tensor.vector(1f, 2f))).get("y");
 * }
 * }</pre>
 *
 * Calls are safe from several threads.
 */
public final class Model implements AutoCloseable {
    private static final String META = ".meta";

    private final Session session;
    private final Map<String, ModelSignature> signatures;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();

    private record Call(List<String> inputs, List<String> outputs, Prepared<List<Tensor>> prepared) {}

    private Model(Session session, Map<String, ModelSignature> signatures) {
        this.session = session;
        this.signatures = signatures;
    }

    /**
     * Loads a model.
     *
     * @param tags of the graph of a SavedModel; none where it has only one
     * @throws NotFoundException if there is none, or it needs ops that Leat lacks to restore its variables
     * @throws InvalidArgumentException if it is not valid
     */
    public static Model load(Path path, String... tags) throws IOException {
        return load(path, SessionOptions.DEFAULT, tags);
    }

    /** {@link #load(Path, String...)} with options for the session. */
    public static Model load(Path path, SessionOptions options, String... tags) throws IOException {
        if (!Files.exists(path)) {
            throw new NotFoundException(path + "; No such file or directory");
        }
        if (path.toString().endsWith(META)) {
            return loadMetaGraph(path, options);
        }
        if (!Files.isDirectory(path)) {
            Graph graph = GraphDefs.read(path);
            return new Model(
                    Session.open(graph, options), Map.of(ModelSignature.DEFAULT, FrozenGraph.signature(graph)));
        }
        SavedModel saved = SavedModel.load(path, tags);
        Session session = Session.open(saved.metaGraph().graph(), options);
        try {
            restore(session, saved);
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
        return new Model(session, saved.metaGraph().signatures());
    }

    private static Model loadMetaGraph(Path path, SessionOptions options) throws IOException {
        MetaGraph meta = MetaGraph.read(path);
        String name = path.toString();
        Path checkpoint = Path.of(name.substring(0, name.length() - META.length()));
        Session session = Session.open(meta.graph(), options);
        SaverInfo saver = meta.saver();
        if (saver != null && CheckpointReader.exists(checkpoint)) {
            try {
                session.runner()
                        .feed(saver.filename(), Tensor.scalar(checkpoint.toString()))
                        .target(saver.restore())
                        .run();
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        }
        return new Model(
                session,
                meta.signatures().isEmpty()
                        ? Map.of(ModelSignature.DEFAULT, FrozenGraph.signature(meta.graph()))
                        : meta.signatures());
    }

    private static void restore(Session session, SavedModel saved) throws IOException {
        MetaGraph meta = saved.metaGraph();
        if (saved.hasVariables()) {
            restoreVariables(session, saved);
        }
        Node initializer = meta.initializer();
        if (initializer != null) {
            Map<Output, Tensor> assets = new LinkedHashMap<>();
            for (ModelAsset asset : meta.assets()) {
                assets.put(
                        meta.graph().output(asset.tensor()),
                        Tensor.scalar(saved.path(asset).toString()));
            }
            session.run(List.of(), assets, List.of(initializer));
        }
    }

    /** By the variables that the graph names, where the checkpoint has them all; otherwise as the graph says. */
    private static void restoreVariables(Session session, SavedModel saved) throws IOException {
        MetaGraph meta = saved.metaGraph();
        CheckpointReader checkpoint = saved.variables();
        List<Variable> variables = new ArrayList<>(new java.util.LinkedHashSet<>(
                meta.graph().collections().get(Collections.GLOBAL_VARIABLES, Variable.class)));
        SaverInfo saver = meta.saver();
        if (!variables.isEmpty() && variables.stream().allMatch(v -> checkpoint.contains(v.name()))) {
            Saver.of(variables).restore(session, checkpoint);
        } else if (saver != null) {
            session.runner()
                    .feed(
                            saver.filename(),
                            Tensor.scalar(saved.variablesPrefix().toString()))
                    .target(saver.restore())
                    .run();
        } else if (!checkpoint.names().isEmpty()) {
            throw new InvalidArgumentException(saved.folder() + " has variables but no nodes that restore them");
        }
    }

    public Graph graph() {
        return session.graph();
    }

    public Session session() {
        return session;
    }

    /** The ways to call the model, by name. A frozen graph has one: its placeholders, and what no node consumes. */
    public Map<String, ModelSignature> signatures() {
        return signatures;
    }

    /**
     * A signature by name.
     *
     * @throws NotFoundException if there is none
     */
    public ModelSignature signature(String name) {
        ModelSignature s = signatures.get(name);
        if (s == null) {
            throw new NotFoundException("the model has no signature '" + name + "', only "
                    + String.join(", ", signatures.keySet()) + Nearest.hint(name, signatures.keySet()));
        }
        return s;
    }

    /**
     * The name of the signature that is meant when none is named.
     *
     * @throws NotFoundException if there are several, and none is {@link ModelSignature#DEFAULT}
     */
    public String defaultSignature() {
        List<String> names = signatures.keySet().stream()
                .filter(n -> !n.startsWith("__saved_model"))
                .toList();
        if (names.contains(ModelSignature.DEFAULT)) {
            return ModelSignature.DEFAULT;
        }
        if (names.size() != 1) {
            throw new NotFoundException(
                    names.isEmpty()
                            ? "the model has no signatures"
                            : "choose a signature: " + String.join(", ", names));
        }
        return names.getFirst();
    }

    /** Calls the default signature. */
    public Map<String, Tensor> call(Map<String, Tensor> inputs) {
        return call(defaultSignature(), inputs);
    }

    /**
     * Calls a signature.
     *
     * @return the outputs by name
     * @throws InvalidArgumentException if inputs are missing, or of a wrong dtype or shape
     * @throws NotFoundException if there is no such signature or input, or it needs ops that Leat lacks
     */
    public Map<String, Tensor> call(String signature, Map<String, Tensor> inputs) {
        ModelSignature s = signature(signature);
        for (String name : inputs.keySet()) {
            if (!s.inputs().containsKey(name)) {
                throw new NotFoundException("signature '" + signature + "' has no input '" + name + "', only "
                        + String.join(", ", s.inputs().keySet())
                        + Nearest.hint(name, s.inputs().keySet()));
            }
        }
        Call call = calls.computeIfAbsent(signature, _ -> prepare(s));
        Tensor[] values = new Tensor[call.inputs().size()];
        for (int i = 0; i < values.length; i++) {
            String name = call.inputs().get(i);
            Tensor value =
                    inputs.containsKey(name) ? inputs.get(name) : s.defaults().get(name);
            if (value == null) {
                throw new InvalidArgumentException("signature '" + signature + "' needs input '" + name + "', "
                        + s.inputs().entrySet().stream()
                                .map(e -> e.getKey() + ": " + text(e.getValue()))
                                .collect(Collectors.joining(", ")));
            }
            values[i] = value;
        }
        List<Tensor> results = call.prepared().call(values);
        Map<String, Tensor> out = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            out.put(call.outputs().get(i), results.get(i));
        }
        return java.util.Collections.unmodifiableMap(out);
    }

    private Call prepare(ModelSignature s) {
        List<Output> feeds = tensors(s.inputs());
        return new Call(
                List.copyOf(s.inputs().keySet()),
                List.copyOf(s.outputs().keySet()),
                session.prepare(new Feeds(feeds), Fetches.list(tensors(s.outputs()))));
    }

    private List<Output> tensors(Map<String, TensorInfo> infos) {
        return infos.entrySet().stream()
                .map(e -> tensor(e.getKey(), e.getValue()))
                .toList();
    }

    private Output tensor(String name, TensorInfo info) {
        return switch (info) {
            case TensorInfo.Dense d -> graph().output(d.name());
            case TensorInfo.Sparse _ -> throw new UnimplementedException("'" + name + "' is a sparse tensor");
            case TensorInfo.Composite _ -> throw new UnimplementedException("'" + name + "' is a composite tensor");
        };
    }

    private static String text(TensorInfo info) {
        return (info.dtype() == null ? "any" : info.dtype().signatureName()) + info.shape();
    }

    @Override
    public void close() {
        session.close();
    }
}
