package io.leat.formats;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Folders as TensorFlow Serving keeps them: a SavedModel for each version, in a folder named by its number. */
final class ModelVersions {
    /** The graph of a session bundle, which TensorFlow Serving took before it took SavedModels. */
    private static final String BUNDLE = "export.meta";

    private ModelVersions() {}

    /** {@code folder} itself, or its newest version when it is a folder of versions. */
    static Path newest(Path folder, String... modelFiles) throws IOException {
        if (!Files.isDirectory(folder) || isModel(folder, modelFiles)) {
            return folder;
        }
        try (var children = Files.list(folder)) {
            Optional<Path> newest = children.filter(p -> name(p).matches("[0-9]+") && isModel(p, modelFiles))
                    .max(Comparator.comparing(p -> new BigInteger(name(p))));
            return newest.orElse(folder);
        }
    }

    /** What a folder without a model holds instead, for an error message. */
    static String describe(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        List<String> names = names(folder);
        for (String name : names) {
            Path bundle = folder.resolve(name).resolve(BUNDLE);
            if (name.equals(BUNDLE) || Files.exists(bundle)) {
                Path meta = name.equals(BUNDLE) ? folder.resolve(BUNDLE) : bundle;
                return "; the folder holds an export from before there were SavedModels; " + meta
                        + " is the graph of it, a MetaGraph";
            }
        }
        if (names.stream().anyMatch(n -> n.endsWith(".index"))) {
            return "; the folder holds a checkpoint";
        }
        return names.isEmpty()
                ? "; the folder is empty"
                : "; the folder holds " + names.stream().limit(5).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.map(ModelVersions::name).sorted().toList();
        }
    }

    private static boolean isModel(Path folder, String... modelFiles) {
        for (String f : modelFiles) {
            if (Files.exists(folder.resolve(f))) {
                return true;
            }
        }
        return false;
    }

    private static String name(Path p) {
        return String.valueOf(p.getFileName());
    }
}
