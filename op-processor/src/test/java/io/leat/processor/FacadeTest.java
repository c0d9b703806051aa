package io.leat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.graph.Graph;
import io.leat.graph.Ops;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacadeTest {
    private final Path dir;

    FacadeTest(@TempDir Path dir) {
        this.dir = dir;
    }

    /** Compiles endpoints without errors or warnings. */
    private Compilation compile(String members) {
        var c = Compilation.of(dir, Samples.endpoints(members));
        assertThat(c.errors()).isEmpty();
        return c;
    }

    @Test
    void hasEachEndpointInItsGroup() {
        var c = compile("""
                /** Adds {@link Tensor#rank ranks}, e.g.&nbsp;two. And more. */
                @Endpoint("top")
                @Endpoint("math.special.deep")
                public static Output of(Ops tf, Operand x, long n) { return x.output(); }
                @Endpoint("nn.act")
                public static void act(Ops tf) {}
                """);
        assertThat(c.generated("Tf")).contains("""
                            /** The endpoints of the group {@code math}. */
                            public TfMath math() {
                                return new TfMath(ops);
                            }
                        """, """
                            /**
                             * Adds {@code ranks}, e.g.&nbsp;two.
                             *
                             * @see sample.ops.Endpoints
                             */
                            public Output top(Operand x, long n) {
                                return sample.ops.Endpoints.of(ops, x, n);
                            }
                        """).doesNotContainPattern("(?m) $");
        assertThat(c.generated("TfMath"))
                .contains("public TfMathSpecial special() {")
                .doesNotContain("sample.ops");
        assertThat(c.generated("TfMathSpecial")).contains("public Output deep(Operand x, long n) {");
        assertThat(c.generated("TfNn")).isEqualTo("""
                        package io.leat.ops;

                        import io.leat.graph.Ops;

                        /** The ops of {@code tf.nn()}. Generated from their {@code @Endpoint}s. */
                        public final class TfNn {
                            private final Ops ops;

                            TfNn(Ops ops) {
                                this.ops = ops;
                            }

                            /**
                             * Some endpoints.
                             *
                             * @see sample.ops.Endpoints
                             */
                            public void act() {
                                sample.ops.Endpoints.act(ops);
                            }
                        }
                        """);
    }

    @Test
    void keepsTypes() {
        var c = compile("""
                public record Config(int n) {}
                @Endpoint("a") public static @Nullable Output a(Ops tf, @Nullable DType t, Config c) { return null; }
                @Endpoint("b") public static <E extends Comparable<E> & Operand> List<? super E> b(Ops tf,
                        Map<String, ? extends @Nullable E> m, long @Nullable [] v, int[][] w) { return List.of(); }
                @SafeVarargs
                @Endpoint("c") public static <E> void c(Ops tf, E... es) {}
                @Endpoint("d") public static void d(Ops tf, int ops, String @Nullable ... s) throws java.io.IOException {}
                @Endpoint("e") public static void e(Ops tf, java.awt.List l, Map.Entry<?, ?> m) {}
                @Deprecated
                @Endpoint("f") public static void f(Ops tf, Map.@Nullable Entry<?, ?> m) {}
                """);
        assertThat(c.generated("Tf"))
                .contains(
                        "import java.util.List;",
                        "import org.jspecify.annotations.Nullable;",
                        "    public @Nullable Output a(@Nullable DType t, Endpoints.Config c) {",
                        "    public <E extends Comparable<E> & Operand> List<? super E> b("
                                + "Map<String, ? extends @Nullable E> m, long @Nullable [] v, int[][] w) {",
                        "    @SafeVarargs\n    @SuppressWarnings(\"varargs\")\n    public final <E> void c(E... es) {",
                        "    public void d(int ops, String @Nullable ... s) throws IOException {",
                        "        sample.ops.Endpoints.d(this.ops, ops, s);",
                        "    public void e(java.awt.List l, Map.Entry<?, ?> m) {",
                        "    @Deprecated\n    public void f(Map.@Nullable Entry<?, ?> m) {")
                .doesNotContain("import java.lang", "import java.awt");
    }

    @Test
    void hasTheMethodsOfOps() throws ReflectiveOperationException {
        Compilation c = compile("""
                /** In place of that of Ops. */
                @Endpoint("prefix")
                public static String replaced(Ops tf) { return "replaced"; }
                """);
        Class<?> tf = c.loader().loadClass("io.leat.ops.Tf");
        for (Method m : Ops.class.getDeclaredMethods()) {
            if (Modifier.isPublic(m.getModifiers()) && !m.isSynthetic()) {
                Method mine = tf.getMethod(m.getName(), m.getParameterTypes());
                assertThat(mine.getReturnType()).isEqualTo(m.getReturnType() == Ops.class ? tf : m.getReturnType());
                assertThat(mine.isVarArgs()).isEqualTo(m.isVarArgs());
            }
        }
        Object top = tf.getMethod("of", Graph.class).invoke(null, Graph.create());
        Object scoped = tf.getMethod("withScope", String.class).invoke(top, "a");
        Ops ops = (Ops) tf.getMethod("ops").invoke(scoped);
        assertThat(ops.prefix()).isEqualTo("a/");
        assertThat(tf.getMethod("prefix").invoke(scoped)).isEqualTo("replaced");
        assertThat(tf.getMethod("ops").invoke(tf.getMethod("of", Ops.class).invoke(null, ops)))
                .isSameAs(ops);
    }

    @Test
    void doesNotDependOnTheOrderOfSources() {
        String a = Samples.endpoints("""
                @Endpoint("x") public static void a(Ops tf, int i) {}
                @Endpoint("y") public static void b(Ops tf) {}
                """);
        String b = """
                package sample.ops;
                import io.leat.graph.Endpoint;
                import io.leat.graph.Ops;
                public final class More {
                    private More() {}
                    @Endpoint("x") public static void a(Ops tf, long i) {}
                    @Endpoint("w") public static void c(Ops tf) {}
                }
                """;
        List<String> texts = Arrays.asList(
                Compilation.of(dir, a, b).generated("Tf"),
                Compilation.of(dir, b, a).generated("Tf"));
        assertThat(texts.getFirst()).contains("void x(int i)", "void x(long i)").isEqualTo(texts.getLast());
    }
}
