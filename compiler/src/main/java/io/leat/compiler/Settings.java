package io.leat.compiler;

/** The debug switches of the compiler, read from system properties once. */
final class Settings {
    /** {@code leat.plain=true}: every op runs by its plain meaning, nothing is lowered or fused. */
    static final boolean PLAIN = Boolean.getBoolean("leat.plain");

    /** {@code leat.rewrites.limit=n}: only the first n passes run, to find the one at fault. */
    static final int REWRITES_LIMIT = Integer.getInteger("leat.rewrites.limit", Integer.MAX_VALUE);

    private Settings() {}
}
