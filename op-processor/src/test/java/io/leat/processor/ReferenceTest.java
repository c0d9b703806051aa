package io.leat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {
    private static final String FAMILY = """
            package sample.ops;
            import io.leat.graph.Backprop;
            import io.leat.graph.Lowering;
            import io.leat.graph.Op;
            import io.leat.graph.Ops;
            import io.leat.graph.Output;
            import org.jspecify.annotations.Nullable;
            /** A family with hooks. */
            public abstract class Family extends Op {
                public Family() {}
                protected @Nullable Output gradientA(Ops tf) { return null; }
                @Override protected void gradient(Backprop b) { gradientA(b.tf()); }
                @Override protected boolean lower(Lowering c) { return true; }
            }
            """;

    private final Path dir;

    ReferenceTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void listsOpsByPackage() {
        var c = Compilation.of(
                dir,
                FAMILY,
                Samples.op(
                        "/** Is {@code x;y}. More. */",
                        "value = \"Full(x: T) -> (y: T); T: {float} = DT_FLOAT; s: string = ';'\", stateful = true",
                        "public final class Full extends Family",
                        "@Override protected @Nullable Output gradientA(Ops tf) { return null; }\n"
                                + "@Endpoint(\"nn.full\") @Endpoint(\"full\") public static void of(Ops tf) {}"),
                Samples.op("", Samples.unary("Hookless"), "public final class Hookless extends Family", ""),
                Samples.op("Bare", Samples.unary("Bare")).replace("package sample.ops", "package io.leat.ops.math"));
        assertThat(c.errors()).isEmpty();
        assertThat(c.text("META-INF/leat/ops.md")).endsWith("""
                        | package | ops | with gradient | with lowering |
                        |---|--:|--:|--:|
                        | [math](#math) | 1 | 0 | 0 |
                        | [sample.ops](#sampleops) | 2 | 1 | 2 |
                        | all | 3 | 1 | 2 |

                        ## math

                        ### Bare

                        Does Bare.

                        ```
                        Bare(x: T) -> (y: T)
                            T: {float, double}
                        ```

                        no gradient, no lowering, no plain meaning: part of graphs, but not run by itself.

                        ## sample.ops

                        ### Full

                        Is `x;y`.

                        ```
                        Full(x: T) -> (y: T)
                            T: {float} = DT_FLOAT
                            s: string = ';'
                        ```

                        `tf.full`, `tf.nn().full`, gradient, lowering, stateful.

                        ### Hookless

                        ```
                        Hookless(x: T) -> (y: T)
                            T: {float, double}
                        ```

                        no gradient, lowering.
                        """);
    }
}
