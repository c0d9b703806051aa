package io.leat.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages under {@code docs} that tests write. */
public final class Documents {
    /** Whether the tests are to write their pages: property {@code leat.docs} is {@code write}. */
    public static final boolean WANTED = "write".equals(System.getProperty("leat.docs"));

    private Documents() {}

    /** The path of a page, by its name below {@code docs}. */
    public static Path path(String name) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new IOException("no folder of the project");
        }
        return root.resolve("docs").resolve(name);
    }

    public static void write(String name, String text) throws IOException {
        Path page = path(name);
        Files.createDirectories(page.getParent());
        Files.writeString(page, text);
    }
}
