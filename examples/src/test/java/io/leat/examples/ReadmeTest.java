package io.leat.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of the README is that of this module, and does what the README says. */
class ReadmeTest {
    @TempDir
    Path folder;

    @Test
    void codeOfTheReadmeIsCompiledHere() throws IOException {
        String readme = Files.readString(root().resolve("README.md"));
        var blocks = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(readme);
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        assertThat(found).containsExactly(source("LearnDigits"), source("CallModel"));
    }

    @Test
    void learnsAndCalls() throws Exception {
        String said = output(() -> LearnDigits.main(folder.toString()));
        assertThat(said).matches("(?s)loss \\d\\.\\d+, accuracy \\d\\.\\d+\\s*");
        double accuracy = Double.parseDouble(said.strip().replaceAll(".*accuracy ", ""));
        assertThat(accuracy).isBetween(0.7, 1.0);
        assertThat(folder.resolve("checkpoint-1.index")).exists();
        String called = output(() -> CallModel.main(folder.resolve("digits").toString()));
        assertThat(called).startsWith("float[1,10] [[");
    }

    /** A program to run. */
    private interface Program {
        void run() throws Exception;
    }

    private static String output(Program program) throws Exception {
        var bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A class without the line of its package. */
    private static String source(String name) throws IOException {
        Path file = root().resolve("examples/src/main/java/io/leat/examples/" + name + ".java");
        return Files.readString(file).replaceFirst("package .*;\\n\\n", "");
    }

    private static Path root() {
        Path p = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(p.resolve(".mvn"))) {
            p = java.util.Objects.requireNonNull(p.getParent(), "no folder .mvn above");
        }
        return p;
    }
}
