package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels for other types are generated from those for {@code float} by renaming, without the lines marked {@code reals
 * only} where the type is of integers. Here they are compared, white space apart; with {@code -Dleat.twins=write} they
 * are written instead.
 */
class TypedFormsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/leat/kernels");

    static Stream<List<String>> forms() {
        return Stream.of(
                List.of("MaxPool", "Double"),
                List.of("MaxPool", "Int"),
                List.of("AveragePool", "Double"),
                List.of("TruncatedNormals", "Double"),
                List.of("Spans", "Double"),
                List.of("Spans", "Int"),
                List.of("Spans", "Long"),
                List.of("VectorSpans", "Double"),
                List.of("ScatterRows", "Double"),
                List.of("ScatterRows", "Int"),
                List.of("ScatterRows", "Long"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isTheFloatFormRenamed(List<String> form) {
        Path target = SOURCES.resolve(form.get(1) + form.get(0) + ".java");
        String expected = renamed("Float" + form.get(0) + ".java", form.get(1));
        if (System.getProperty("leat.twins", "").equals("write")) {
            write(target, expected);
        }
        assertThat(compact(read(target))).isEqualTo(compact(expected));
    }

    private static String renamed(String file, String type) {
        String source = read(SOURCES.resolve(file));
        if (!type.equals("Double")) {
            source = source.replaceAll("(?s)[ ]*// reals only: begin\n.*?// reals only: end\n\n?", "")
                    .replaceAll(".*// reals only\n", "")
                    .replaceAll(
                            "-Float\\.MAX_VALUE|Float\\.NEGATIVE_INFINITY",
                            type.equals("Int") ? "Integer.MIN_VALUE" : "Long.MIN_VALUE");
        }
        return "// Generated from " + file + " by TypedFormsTest: change that file.\n"
                + source.replace("Float", type)
                        .replace("float", type.toLowerCase(Locale.ROOT))
                        .replace("FLOAT", type.toUpperCase(Locale.ROOT));
    }

    private static String compact(String source) {
        return source.replaceAll("\\s+", "");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
