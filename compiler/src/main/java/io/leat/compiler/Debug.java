package io.leat.compiler;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The debug switches: system properties, read once. */
public final class Debug {
    /** {@code leat.codegen=off}: the interpreter runs every kernel. */
    public static final boolean CODEGEN = !"off".equals(System.getProperty("leat.codegen"));

    /** {@code leat.validate=true}: every kernel's results are compared with the interpreter's. */
    public static final boolean VALIDATE = Boolean.getBoolean("leat.validate");

    /** {@code leat.plain=true}: every op runs by its plain meaning, nothing is lowered or fused. */
    static final boolean PLAIN = Boolean.getBoolean("leat.plain");

    /** {@code leat.rewrites.limit=n}: only the first n passes run, to find the one at fault. */
    static final int REWRITES_LIMIT = Integer.getInteger("leat.rewrites.limit", Integer.MAX_VALUE);

    /** {@code leat.unroll=off}: loops run as loops, also those of known length. */
    static boolean unrolls() {
        return !"off".equals(System.getProperty("leat.unroll"));
    }

    private static final @Nullable String DUMP = System.getProperty("leat.dump");

    private Debug() {}

    /** {@code leat.dump=DIR}: where the text and the class file of every stage are to be written; else null. */
    public static @Nullable Path dump() {
        return DUMP == null ? null : Path.of(DUMP);
    }
}
