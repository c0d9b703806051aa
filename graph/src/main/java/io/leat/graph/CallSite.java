package io.leat.graph;

import org.jspecify.annotations.Nullable;

/** Finds the user's line that adds a node: the first frame outside of Leat's own modules. */
final class CallSite {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private CallSite() {}

    static @Nullable StackTraceElement ofUser() {
        return WALKER.walk(frames -> frames.filter(f -> !isOurs(f.getClassName()))
                .findFirst()
                .map(StackWalker.StackFrame::toStackTraceElement)
                .orElse(null));
    }

    private static boolean isOurs(String className) {
        return className.startsWith("io.leat.")
                && (className.startsWith("io.leat.graph.")
                        || className.startsWith("io.leat.ops.")
                        || className.startsWith("io.leat.train.")
                        || className.startsWith("io.leat.formats."));
    }
}
