package io.leat.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Writes the stages of one plan as text files, when {@link Debug#dump} says where. */
final class StageDump {
    private static final AtomicInteger PLANS = new AtomicInteger();

    private final @Nullable Path folder;
    private int stages;

    private StageDump(@Nullable Path folder) {
        this.folder = folder;
    }

    static StageDump begin() {
        Path root = Debug.dump();
        return new StageDump(root == null ? null : root.resolve("plan-" + PLANS.incrementAndGet()));
    }

    /** Writes one stage to {@code NUMBER-NAME.txt}. */
    void stage(String name, Object text) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(stages++ + "-" + name.replace(' ', '-') + ".txt"), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("leat.dump: cannot write " + folder, e);
        }
    }
}
