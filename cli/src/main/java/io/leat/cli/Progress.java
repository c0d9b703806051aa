package io.leat.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows how a training goes: on a terminal as one line that is drawn again and again, elsewhere as a plain line now and
 * then. The speed is that of the last seconds: the first steps, which the JVM has yet to compile, are far slower.
 */
final class Progress {
    /** So short that the line has room in 80 columns: a longer one could not be drawn again in its place. */
    private static final int BAR = 8;

    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;

    /** In this time the speed forgets most of what was before. */
    private static final double MEMORY_NANOS = 2e9;

    private final PrintWriter out;
    private final boolean terminal;
    private final String label;
    private final long total;
    private final long start = System.nanoTime();
    private long shown = start;
    private int width;
    private long lastDone;
    private double rate;

    /** @param total how many examples there will be */
    Progress(PrintWriter out, boolean terminal, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = total;
    }

    /** Whether someone reads along; a JDK without its console module has no console at all. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    void update(long done, double loss, double accuracy) {
        long now = System.nanoTime();
        if (now - shown < (terminal ? REDRAW_NANOS : PLAIN_NANOS)) {
            return;
        }
        double latest = (done - lastDone) / ((now - shown) / 1e9);
        rate = rate == 0 ? latest : latest + (rate - latest) * Math.exp((shown - now) / MEMORY_NANOS);
        shown = now;
        lastDone = done;
        String state = String.format(
                Locale.ROOT,
                "loss %.4f  accuracy %.4f  %,.0f/s  %s left",
                loss,
                accuracy,
                rate,
                time((total - done) / rate));
        if (terminal) {
            int full = (int) (BAR * done / Math.max(1, total));
            draw(label + " [" + "=".repeat(full) + " ".repeat(BAR - full) + "] " + state);
        } else {
            out.println(label + "  " + 100 * done / Math.max(1, total) + " %  " + state);
            out.flush();
        }
    }

    private void draw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        out.flush();
        width = line.length();
    }

    /** Leaves {@code line} in the place of the bar. */
    void end(String line) {
        if (terminal) {
            draw(line);
            out.println();
        } else {
            out.println(line);
        }
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    static String time(double seconds) {
        long s = Math.round(seconds);
        return s < 60
                ? s + " s"
                : s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s / 60 % 60 + " min";
    }
}
