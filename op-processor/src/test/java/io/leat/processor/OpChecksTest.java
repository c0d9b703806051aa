package io.leat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpChecksTest {
    private final Path dir;

    OpChecksTest(@TempDir Path dir) {
        this.dir = dir;
    }

    /** Each is an error at the annotation's value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bad(x: T) -> (y T); T: type | has no type",
                "Bad(x: T) (y: T); T: type | expected Name(inputs) -> (outputs); attributes",
                "Bad(x: T) -> (y: T) | unknown dtype 'T'",
                "Bad(x: T) -> (y: T); T: typo | unknown kind of attribute 'typo'",
                "Bad(x: T) -> (y: T); T: {float, flaot} | flaot",
                "Bad(x: int32) -> (y: int32); n: int = many | many",
                "Other(x: int32) -> (y: int32) | the class of op 'Other' must have its name, not Bad",
                "Bad(x: int32, x: int64) -> (y: int32) | the name 'x' comes twice",
                "Bad(X: int32) -> (y: int32) | argument name 'X' is not in lower case",
                "Bad(x: N * int32) -> (y: int32) | 'N', the length of 'x', is not an int attribute",
                "Bad(x: N * int32) -> (y: int32); N: int | 'N', the length of 'x', needs a minimum",
                "Bad(x: T) -> (y: T); T: {float} = DT_INT32 | the default of attribute 'T' is not one of its allowed values",
                "Bad(x: T) -> (y: T); T: type; T: type | attribute 'T' comes twice",
                "Bad(x: int32) -> (y: int32); a: list(int) >= 2 = [1] | the default of attribute 'a' is too short",
                "Bad(x: int32) -> (y: int32); a: {'P', 'Q'} = 'R' | the default of attribute 'a' is not one",
            })
    void rejectsSignatures(String text, String message) {
        var c = Compilation.of(dir, Samples.op("Bad", "\"" + text + "\""));
        assertThat(c.errors())
                .singleElement()
                .asString()
                .startsWith(Samples.SPEC_LINE + ": @OpSpec: ")
                .contains(message);
    }

    /** Each is an error at the class. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public class Bad extends Op | | must be final",
                "final class Bad extends Op | | must be public",
                "public final class Bad<E> extends Op | | must not have type parameters",
                "public final class Bad extends Op | private Bad() {} | must have a public constructor without parameters",
                "public final class Bad extends Op | public Bad(int a) {} | must have a public constructor without parameters",
            })
    void rejectsClasses(String declaration, String members, String message) {
        String source = Samples.op("", Samples.unary("Bad"), declaration, members == null ? "" : members);
        var c = Compilation.of(dir, source);
        assertThat(c.errors()).containsExactly(Samples.SPEC_LINE + 1 + ": @OpSpec: Bad " + message);
    }

    @Test
    void rejectsWhatIsNoOp() {
        var c = Compilation.of(
                dir,
                "package sample.ops;\n@io.leat.graph.OpSpec(" + Samples.unary("Bad")
                        + ")\npublic final class Bad {}\n");
        assertThat(c.errors()).containsExactly("3: @OpSpec: Bad must be a class that extends io.leat.graph.Op");
    }

    @Test
    void rejectsNestedOps() {
        String nested = "@OpSpec(" + Samples.unary("Inner") + ")\npublic static final class Inner extends Op {\n"
                + "@Override protected void infer(Inference c) {} }";
        var c = Compilation.of(
                dir, Samples.op("", Samples.unary("Outer"), "public final class Outer extends Op", nested));
        assertThat(c.errors()).singleElement().asString().endsWith("@OpSpec: Inner must be a top-level class");
    }

    @Test
    void rejectsTheSecondOfTwoOpsOfOneName() {
        var c = Compilation.of(
                dir,
                Samples.op("Same", Samples.unary("Same")),
                Samples.op("Same", Samples.unary("Same")).replace("package sample.ops", "package sample.others"));
        assertThat(c.errors()).singleElement().asString().contains("@OpSpec: op 'Same' is also sample.ops.Same");
    }

    @Test
    void aWrongOpLeavesTheCatalogueToTheOthers() {
        var c = Compilation.of(dir, Samples.op("Bad", "\"Bad\""), Samples.op("Good", Samples.unary("Good")));
        assertThat(c.succeeded()).isFalse();
        assertThat(c.errors()).hasSize(1);
        assertThat(c.generated("Catalogue")).contains("\"Good\"").doesNotContain("\"Bad\"");
    }
}
