package io.leat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointChecksTest {
    private static final int MEMBER_LINE = 6;

    private final Path dir;

    EndpointChecksTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a   | static void a(Ops tf) {}               | a must be public and static",
                "a   | public void a(Ops tf) {}               | a must be public and static",
                "a   | public static void a() {}              | a must take io.leat.graph.Ops first",
                "a   | public static void a(Graph g) {}       | a must take io.leat.graph.Ops first",
                "a   | public static void a(Ops... tf) {}     | a must take io.leat.graph.Ops first",
                "a.  | public static void a(Ops tf) {}        | 'a.' is not a path of Java names",
                "a b | public static void a(Ops tf) {}        | 'a b' is not a path of Java names",
                "A   | public static void a(Ops tf) {}        | 'A' is not a path of Java names",
                "n.if | public static void a(Ops tf) {}       | 'n.if' is not a path of Java names",
                "wait | public static void a(Ops tf, long t) {} | is also a method of java.lang.Object",
                "n.toString | public static void a(Ops tf) {} | tf.n().toString with these parameters is also a method",
                "ops | public static void a(Ops tf) {}        | is also a method of the facade",
                "of  | public static void a(Ops tf, Graph g) {} | is also a method of the facade",
            })
    void rejects(String path, String method, String message) {
        var c = Compilation.of(dir, Samples.endpoints("@Endpoint(\"" + path + "\") " + method));
        assertThat(c.errors())
                .singleElement()
                .asString()
                .startsWith(MEMBER_LINE + ": @Endpoint: ")
                .contains(message);
    }

    @Test
    void rejectsTwoOfOneErasure() {
        var c = Compilation.of(dir, Samples.endpoints("""
                        @Endpoint("x") public static void a(Ops tf, List<String> s) {}
                        @Endpoint("x") public static void b(Ops tf, List<Integer> s) {}
                        @Endpoint("x") public static void c(Ops tf, Set<Integer> s) {}
                        """));
        assertThat(c.errors())
                .containsExactly(
                        "7: @Endpoint: tf.x with these parameters is also an endpoint of sample.ops.Endpoints");
    }

    @Test
    void rejectsOneThatIsAlsoAGroup() {
        var c = Compilation.of(dir, Samples.endpoints("""
                        @Endpoint("nn") public static void a(Ops tf) {}
                        @Endpoint("nn") public static void b(Ops tf, int i) {}
                        @Endpoint("nn.x") public static void c(Ops tf) {}
                        """));
        assertThat(c.errors()).containsExactly("6: @Endpoint: tf.nn with these parameters is also a group");
    }

    @Test
    void rejectsThoseOfHiddenClasses() {
        var c = Compilation.of(
                dir, Samples.endpoints("static final class In {\n@Endpoint(\"a\") public static void a(Ops tf) {}\n}"));
        assertThat(c.errors()).singleElement().asString().contains("@Endpoint: In must be public");
    }
}
