package io.leat.train;

import io.leat.formats.CheckpointReader;
import io.leat.formats.CheckpointState;
import io.leat.formats.CheckpointWriter;
import io.leat.formats.MetaGraph;
import io.leat.graph.Collections;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.runtime.Session;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Saves the variables of a session to checkpoints and restores them. Needs no nodes in the graph.
 *
 * <p>A checkpoint is {@code prefix-step.index} and {@code prefix-step.data-…}; the file {@code checkpoint} beside it
 * names the latest one. Whatever goes wrong while saving, or if the process ends, that file names a whole checkpoint:
 * first the new one is written, then the file replaced in one step, then old ones are deleted.
 */
public final class Saver {
    private final Map<String, Variable> variables;
    private final int maxToKeep;
    private final boolean metaGraphs;
    private final InstantSource clock;

    private Saver(Map<String, Variable> variables, int maxToKeep, boolean metaGraphs, InstantSource clock) {
        this.variables = variables;
        this.maxToKeep = maxToKeep;
        this.metaGraphs = metaGraphs;
        this.clock = clock;
    }

    /**
     * For all variables that the graph has now, the optimisers' slots among them; keeps the last five checkpoints.
     *
     * @throws InvalidArgumentException if there are none
     */
    public static Saver of(Graph graph) {
        return of(graph.collections().get(Collections.GLOBAL_VARIABLES, Variable.class));
    }

    /** For some variables, under their names. */
    public static Saver of(List<Variable> variables) {
        Map<String, Variable> byName = new LinkedHashMap<>();
        variables.forEach(v -> byName.put(v.name(), v));
        return of(byName);
    }

    /** For some variables, under other names. */
    public static Saver of(Map<String, Variable> variables) {
        if (variables.isEmpty()) {
            throw new InvalidArgumentException("No variables to save");
        }
        return new Saver(
                java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables)),
                5,
                false,
                InstantSource.system());
    }

    /** How many checkpoints stay; 0 for all. */
    public Saver maxToKeep(int n) {
        if (n < 0) {
            throw new InvalidArgumentException("maxToKeep must not be negative: " + n);
        }
        return new Saver(variables, n, metaGraphs, clock);
    }

    /** Writes the graph, too, as {@code prefix-step.meta}. */
    public Saver withMetaGraphs() {
        return new Saver(variables, maxToKeep, true, clock);
    }

    /**
     * Saves the variables of a session.
     *
     * @param prefix the path of the checkpoint without the step; its folder is made if it is not there
     * @return the prefix of the checkpoint, for {@link #restore}
     * @throws IOException if it cannot be written; the checkpoints from before are as they were
     */
    public Path save(Session session, Path prefix, long step) throws IOException {
        return save(session, prefix.resolveSibling(prefix.getFileName() + "-" + step));
    }

    /** {@link #save(Session, Path, long)} without a step. */
    public Path save(Session session, Path prefix) throws IOException {
        Path folder = folder(prefix);
        Files.createDirectories(folder);
        List<Tensor> values = session.run(List.copyOf(variables.values()), Map.of(), List.of());
        try (var writer = CheckpointWriter.create(prefix)) {
            int i = 0;
            for (String name : variables.keySet()) {
                writer.add(name, values.get(i++));
            }
            writer.finish();
        }
        if (metaGraphs) {
            MetaGraph.of(session.graph()).write(prefix.resolveSibling(prefix.getFileName() + ".meta"));
        }
        record(folder, String.valueOf(prefix.getFileName()));
        return prefix;
    }

    /** Sets the variables of the session to what a checkpoint holds. */
    public void restore(Session session, Path prefix) throws IOException {
        restore(session, CheckpointReader.open(prefix));
    }

    /**
     * Sets the variables of the session to what a checkpoint holds.
     *
     * @throws NotFoundException if the checkpoint lacks variables, naming all of them; then none has changed
     * @throws InvalidArgumentException if the shape or dtype of one differs; then none has changed
     */
    public void restore(Session session, CheckpointReader checkpoint) throws IOException {
        Map<String, String> keys = checkpoint.keysByVariable();
        Map<Variable, Tensor> values = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (var e : variables.entrySet()) {
            Variable v = e.getValue();
            String key = checkpoint.contains(e.getKey()) ? e.getKey() : keys.getOrDefault(e.getKey(), e.getKey());
            if (!checkpoint.contains(key)) {
                missing.add(key);
                continue;
            }
            if (checkpoint.dtype(key) != v.dtype() || !v.shape().isCompatibleWith(checkpoint.shape(key))) {
                throw new InvalidArgumentException("the checkpoint has "
                        + checkpoint.dtype(key).signatureName() + checkpoint.shape(key) + " for variable '" + v.name()
                        + "', which is " + v.dtype().signatureName() + v.shape());
            }
            values.put(v, checkpoint.read(key));
        }
        if (!missing.isEmpty()) {
            throw new NotFoundException("the checkpoint lacks " + String.join(", ", missing) + "; it has "
                    + String.join(", ", checkpoint.names()));
        }
        assign(session, values);
    }

    /** Runs the initialisers with the values in place of the initial ones; variables that share one, one after the other. */
    private static void assign(Session session, Map<Variable, Tensor> values) {
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        List<Node> targets = new ArrayList<>();
        for (var e : values.entrySet()) {
            Variable v = e.getKey();
            if (feeds.containsKey(v.initialValue())) {
                session.run(List.of(), Map.of(v.initialValue(), e.getValue()), List.of(v.initializer()));
            } else {
                feeds.put(v.initialValue(), e.getValue());
                targets.add(v.initializer());
            }
        }
        session.run(List.of(), feeds, targets);
    }

    /** The prefix of the latest checkpoint in a folder, or null if there is none. */
    public static @Nullable Path latestCheckpoint(Path folder) throws IOException {
        return CheckpointState.latestCheckpoint(folder);
    }

    private void record(Path folder, String name) throws IOException {
        CheckpointState before = CheckpointState.read(folder);
        List<String> all = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        if (before != null) {
            for (int i = 0; i < before.all().size(); i++) {
                if (!before.all().get(i).equals(name)) {
                    all.add(before.all().get(i));
                    times.add(
                            i < before.timestamps().size() ? before.timestamps().get(i) : 0.0);
                }
            }
        }
        all.add(name);
        times.add(clock.millis() / 1000.0);
        int excess = maxToKeep == 0 ? 0 : Math.max(0, all.size() - maxToKeep);
        List<String> old = List.copyOf(all.subList(0, excess));
        new CheckpointState(
                        name,
                        all.subList(excess, all.size()),
                        times.subList(excess, times.size()),
                        before == null ? 0 : before.lastPreserved())
                .write(folder);
        for (String o : old) {
            delete(folder.resolve(o));
        }
    }

    private static void delete(Path prefix) throws IOException {
        String name = prefix.getFileName() + "";
        List<Path> files;
        try (var all = Files.list(folder(prefix))) {
            files = all.filter(p -> {
                        String f = String.valueOf(p.getFileName());
                        return f.equals(name + ".index") || f.equals(name + ".meta") || f.startsWith(name + ".data-");
                    })
                    .toList();
        }
        for (Path f : files) {
            Files.deleteIfExists(f);
        }
    }

    private static Path folder(Path prefix) {
        Path parent = prefix.toAbsolutePath().getParent();
        return parent == null ? prefix.toAbsolutePath() : parent;
    }
}
