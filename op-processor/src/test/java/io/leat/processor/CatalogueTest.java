package io.leat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.graph.Op;
import io.leat.graph.OpLibrary;
import io.leat.graph.Signature;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private final Path dir;

    CatalogueTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private static OpLibrary library(ClassLoader loader) throws ReflectiveOperationException {
        return (OpLibrary)
                loader.loadClass("io.leat.ops.Catalogue").getConstructor().newInstance();
    }

    private static Op found(@Nullable Op op) {
        assertThat(op).isNotNull();
        return java.util.Objects.requireNonNull(op);
    }

    @Test
    void findsOpsWithTheirSignatures() throws ReflectiveOperationException {
        String text = "Beta(x: N * T) -> (y: T, z: int32); N: int >= 1; T: {float, double}; m: {'A;', 'B\\\\'} = 'A;'";
        var c = Compilation.of(
                dir,
                Samples.op("Beta", "value = \"" + text + "\", stateful = true"),
                Samples.op("Alpha", "\"Alpha(x: T) -> (y: T); \" + \"T: type\""));
        assertThat(c.errors()).isEmpty();
        OpLibrary library = library(c.loader());
        assertThat(library.names()).containsExactly("Alpha", "Beta");
        assertThat(library.find("Gamma")).isNull();
        assertThat(found(library.find("Alpha")).signature())
                .isEqualTo(Signature.parse("Alpha(x: T) -> (y: T); T: type", false));
        Op beta = found(library.find("Beta"));
        assertThat(beta.signature()).isEqualTo(Signature.parse(text.replace("\\\\", "\\"), true));
        assertThat(beta.getClass().getName()).isEqualTo("sample.ops.Beta");
    }

    @Test
    void loadsNoOpBeforeItIsAskedFor() throws ReflectiveOperationException {
        var c = Compilation.of(dir, Samples.op("A", Samples.unary("A")), Samples.op("B", Samples.unary("B")));
        assertThat(c.errors()).isEmpty();
        Compilation.Loader loader = c.loader();
        OpLibrary library = library(loader);
        assertThat(library.names()).hasSize(2);
        assertThat(loader.defined).containsExactly("io.leat.ops.Catalogue");
        assertThat(found(library.find("B")).name()).isEqualTo("B");
        assertThat(loader.defined).containsExactly("io.leat.ops.Catalogue", "sample.ops.B");
    }

    @Test
    void splitsIntoMethodsThatHotSpotCompiles() throws ReflectiveOperationException, IOException {
        int n = 2 * CatalogueWriter.OPS_PER_METHOD + 1;
        List<String> names = IntStream.range(0, n)
                .mapToObj(i -> "Op" + (char) ('A' + i % 26) + i)
                .sorted()
                .toList();
        var c = Compilation.of(
                dir, names.stream().map(s -> Samples.op(s, Samples.unary(s))).toArray(String[]::new));
        assertThat(c.errors()).isEmpty();
        OpLibrary library = library(c.loader());
        assertThat(library.names()).isEqualTo(names);
        assertThat(names)
                .allSatisfy(s -> assertThat(found(library.find(s)).name()).isEqualTo(s));
        assertThat(List.of("", "A", "OpA", "OpM500", "Oz", "z"))
                .allSatisfy(s -> assertThat(library.find(s)).isNull());
        ClassModel catalogue = ClassFile.of().parse(Files.readAllBytes(dir.resolve("io/leat/ops/Catalogue.class")));
        assertThat(catalogue.methods())
                .filteredOn(m -> m.methodName().stringValue().startsWith("find"))
                .hasSize(4)
                .allSatisfy(m -> assertThat(
                                m.findAttribute(Attributes.code()).orElseThrow().codeLength())
                        .isLessThan(8000));
    }

    @Test
    void canBeTheServiceOfItsModule() {
        var c = Compilation.of(
                dir, """
                module sample.ops {
                    requires transitive io.leat.graph;
                    requires static org.jspecify;
                    exports io.leat.ops;
                    exports sample.ops;
                    provides io.leat.graph.OpLibrary with io.leat.ops.Catalogue;
                }
                """, Samples.op("", Samples.unary("A"), "public final class A extends Op", "public A() {}"));
        assertThat(c.errors()).isEmpty();
        assertThat(c.succeeded()).isTrue();
    }

    @Test
    void isNotWrittenWithoutOps() {
        var c = Compilation.of(dir, "package sample.ops;\nfinal class Plain {}\n");
        assertThat(c.errors()).isEmpty();
        assertThat(dir.resolve("io")).doesNotExist();
    }
}
