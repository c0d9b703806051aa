package io.leat.formats;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.bytes.Disk;
import io.leat.formats.bytes.WholeFile;
import io.leat.formats.checkpoint.Bundle;
import io.leat.formats.convert.Text;
import io.leat.formats.proto.MetaGraphDef;
import io.leat.graph.Graph;
import io.leat.tensor.AlreadyExistsException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a model: its graphs in {@code saved_model.pb} or {@code saved_model.pbtxt}, the variables in {@code
 * variables}, other files in {@code assets}.
 *
 * <p>To make it run: open a session on {@code metaGraph().graph()}, feed {@link SaverInfo#filename()} with {@link
 * #variablesPrefix()} and run {@link SaverInfo#restore()}, then run {@link MetaGraph#initializer()}, feeding the tensors
 * of the assets with their paths.
 *
 * @param metaGraph the one of the graphs that was asked for
 */
public record SavedModel(Path folder, MetaGraph metaGraph) {
    private static final String BINARY = "saved_model.pb";
    private static final String TEXT = "saved_model.pbtxt";
    private static final int SCHEMA_VERSION = 1;

    /**
     * Reads the graph with exactly these tags; without tags, the only one that there is. A folder of numbered versions,
     * as TensorFlow Serving keeps them, stands for its newest version.
     *
     * @throws NotFoundException if there is no model, or no graph with these tags
     * @throws InvalidArgumentException if the model is not valid
     */
    public static SavedModel load(Path path, String... tags) throws IOException {
        Path folder = ModelVersions.newest(path, BINARY, TEXT);
        List<MetaGraphDef> all = definition(folder).getMetaGraphsList();
        Set<String> wanted = new TreeSet<>(List.of(tags));
        for (MetaGraphDef p : all) {
            if (tags.length == 0 && all.size() == 1 || wanted.equals(tagSet(p))) {
                return new SavedModel(folder, MetaGraphReader.run(p, Graph.create(), ImportOptions.NONE));
            }
        }
        throw new NotFoundException("Could not find meta graph def matching supplied tags: " + wanted + "; " + folder
                + " has the graphs " + all.stream().map(SavedModel::tagSet).toList());
    }

    /** The tags of each graph of a model. */
    public static List<Set<String>> tagSets(Path folder) throws IOException {
        return definition(ModelVersions.newest(folder, BINARY, TEXT)).getMetaGraphsList().stream()
                .map(SavedModel::tagSet)
                .toList();
    }

    /** Where the variables are, as a checkpoint's prefix. */
    public Path variablesPrefix() {
        return variablesPrefix(folder);
    }

    public boolean hasVariables() {
        return Files.exists(Bundle.indexFile(variablesPrefix()));
    }

    /** The checkpoint with the variables. */
    public CheckpointReader variables() throws IOException {
        return CheckpointReader.open(variablesPrefix());
    }

    /**
     * The path of an asset.
     *
     * @throws InvalidArgumentException if its name leads out of the model's folder
     */
    public Path path(ModelAsset asset) {
        Path assets = folder.resolve("assets").normalize();
        Path file = WholeFile.resolve(assets, asset.file()).normalize();
        if (!file.startsWith(assets)) {
            throw new InvalidArgumentException("the asset '" + asset.file() + "' lies outside of " + assets);
        }
        return file;
    }

    /** Writes the variables of a model. */
    @FunctionalInterface
    public interface Variables {
        /** Adds each variable under the name with which the graph restores it. */
        void writeTo(CheckpointWriter writer) throws IOException;
    }

    /**
     * Writes a model of one graph. The folder appears in one step, when all is written.
     *
     * @param folder must not exist
     * @param assetFiles the files to copy for the graph's assets, by their names there
     * @param variables null for a graph without variables; otherwise the graph needs a {@link MetaGraph#saver()}
     * @throws AlreadyExistsException if the folder exists
     */
    public static void write(
            Path folder, MetaGraph metaGraph, Map<String, Path> assetFiles, @Nullable Variables variables)
            throws IOException {
        if (Files.exists(folder)) {
            throw new AlreadyExistsException("Export directory already exists: " + folder);
        }
        Path temporary = Disk.temporary(folder);
        try {
            Files.createDirectories(temporary);
            if (variables != null) {
                Files.createDirectory(temporary.resolve("variables"));
                try (var writer = CheckpointWriter.create(variablesPrefix(temporary))) {
                    variables.writeTo(writer);
                    writer.finish();
                }
            }
            if (!metaGraph.assets().isEmpty()) {
                copyAssets(new SavedModel(temporary, metaGraph), assetFiles);
            }
            byte[] message = io.leat.formats.proto.SavedModel.newBuilder()
                    .setSavedModelSchemaVersion(SCHEMA_VERSION)
                    .addMetaGraphs(MetaGraphWriter.run(metaGraph))
                    .build()
                    .toByteArray();
            Disk.REAL.replace(temporary.resolve(BINARY), message);
            Disk.REAL.move(temporary, folder);
            Disk.REAL.syncFolder(Disk.folder(folder));
        } finally {
            deleteTree(temporary);
        }
    }

    private static void copyAssets(SavedModel model, Map<String, Path> files) throws IOException {
        Files.createDirectory(model.folder().resolve("assets"));
        for (ModelAsset asset : model.metaGraph().assets()) {
            Path source = files.get(asset.file());
            if (source == null) {
                throw new InvalidArgumentException("no file is given for the asset '" + asset.file() + "'");
            }
            Path target = model.path(asset);
            Files.createDirectories(Disk.folder(target));
            if (!Files.exists(target)) {
                Files.copy(source, target);
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            List<Path> paths = new ArrayList<>();
            try (var tree = Files.walk(root)) {
                tree.sorted(Comparator.reverseOrder()).forEach(paths::add);
            }
            for (Path p : paths) {
                Files.delete(p);
            }
        }
    }

    private static Path variablesPrefix(Path folder) {
        return folder.resolve("variables").resolve("variables");
    }

    private static Set<String> tagSet(MetaGraphDef p) {
        return new TreeSet<>(p.getMetaInfoDef().getTagsList());
    }

    private static io.leat.formats.proto.SavedModel definition(Path folder) throws IOException {
        Path binary = folder.resolve(BINARY);
        Path text = folder.resolve(TEXT);
        io.leat.formats.proto.SavedModel model;
        if (Files.exists(binary)) {
            try {
                model = io.leat.formats.proto.SavedModel.parseFrom(WholeFile.read(binary));
            } catch (InvalidProtocolBufferException e) {
                throw new InvalidArgumentException("Cannot parse file " + binary + ": " + e.getMessage(), null, e);
            }
        } else if (Files.exists(text)) {
            String content = new String(WholeFile.read(text), StandardCharsets.UTF_8);
            model = Text.parse(content, io.leat.formats.proto.SavedModel.newBuilder(), text.toString())
                    .build();
        } else {
            throw new NotFoundException("SavedModel file does not exist at: " + folder + "/{" + TEXT + "|" + BINARY
                    + "}" + ModelVersions.describe(folder));
        }
        if (model.getSavedModelSchemaVersion() > SCHEMA_VERSION) {
            throw new InvalidArgumentException(folder + " has the SavedModel schema version "
                    + model.getSavedModelSchemaVersion() + ", " + SCHEMA_VERSION + " is the newest known");
        }
        return model;
    }
}
