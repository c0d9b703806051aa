package io.leat.ops.debug;

import java.util.function.Consumer;

/** Where print ops write their lines: the system logger {@code io.leat.print} at level INFO, unless set otherwise. */
public final class PrintSink {
    private static final System.Logger LOG = System.getLogger("io.leat.print");

    private static volatile Consumer<String> sink = line -> LOG.log(System.Logger.Level.INFO, line);

    private PrintSink() {}

    /** Sends the lines of all print ops of this process to {@code target}. */
    public static void set(Consumer<String> target) {
        sink = target;
    }

    static void print(String line) {
        sink.accept(line);
    }
}
