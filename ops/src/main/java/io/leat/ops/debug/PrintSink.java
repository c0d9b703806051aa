package io.leat.ops.debug;

import java.util.function.Consumer;

/** Where print ops write their lines: the system logger {@code io.leat.print} at level INFO, unless set otherwise. */
public final class PrintSink {
    private static final System.Logger LOG = System.getLogger("io.leat.print");

    private static final Consumer<String> LOGGER = line -> LOG.log(System.Logger.Level.INFO, line);

    private static volatile Consumer<String> sink = LOGGER;

    private PrintSink() {}

    /** Sends the lines of all print ops of this process to {@code target}. */
    public static void set(Consumer<String> target) {
        sink = target;
    }

    /** Sends the lines to the system logger again. */
    public static void reset() {
        sink = LOGGER;
    }

    static void print(String line) {
        sink.accept(line);
    }
}
