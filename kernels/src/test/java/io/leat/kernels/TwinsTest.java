package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kernels for {@code double} are generated from those for {@code float} by renaming. Here they are compared, white
 * space apart; with {@code -Dleat.twins=write} they are written instead.
 */
class TwinsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/leat/kernels");

    static List<String> twins() {
        return List.of(
                "ChannelClamp",
                "Channels",
                "Conv",
                "ConvFilter",
                "Depthwise",
                "DepthwiseFilter",
                "Forms",
                "Gemm",
                "Images",
                "Product",
                "ProductSum",
                "Right",
                "ScalarDepthwise",
                "ScalarDots",
                "ScalarRows",
                "ScalarTile",
                "Skinny",
                "ThreeByThree",
                "Turned",
                "VectorBlocks",
                "VectorChannels",
                "VectorColumnTile",
                "VectorDepthwise",
                "VectorDots",
                "VectorPack",
                "VectorRows",
                "VectorTallBlock",
                "VectorThreeByThree",
                "VectorTile");
    }

    @ParameterizedTest
    @MethodSource("twins")
    void theDoubleFormIsTheFloatFormRenamed(String name) {
        Path target = SOURCES.resolve("Double" + name + ".java");
        String expected = twin("Float" + name + ".java");
        if (System.getProperty("leat.twins", "").equals("write")) {
            write(target, expected);
        }
        assertThat(compact(read(target))).isEqualTo(compact(expected));
    }

    private static String twin(String file) {
        return "// Generated from " + file + " by TwinsTest: change that file.\n"
                + read(SOURCES.resolve(file))
                        .replace("Float", "Double")
                        .replace("float", "double")
                        .replace("FLOAT", "DOUBLE")
                        .replace("#sgemm", "#dgemm")
                        .replaceAll("\\b0f\\b", "0d");
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
