package io.leat.cli;

import io.leat.runtime.SessionOptions;
import io.leat.tensor.InvalidArgumentException;
import java.util.Locale;

/** Numbers in options and in the output. */
final class Numbers {
    private Numbers() {}

    /** {@code 0.5}, or {@code 1/2}. */
    static double fraction(String text, String option) {
        try {
            int slash = text.indexOf('/');
            return slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new InvalidArgumentException(option + " takes a number or a fraction, not '" + text + "'");
        }
    }

    static int positive(int n, String option) {
        if (n < 1) {
            throw new InvalidArgumentException(option + " must be positive, not " + n);
        }
        return n;
    }

    static SessionOptions options(int threads) {
        if (threads < 0) {
            throw new InvalidArgumentException("--threads must not be negative: " + threads);
        }
        return SessionOptions.DEFAULT.withThreads(threads);
    }

    /** {@code 1,234,567}. */
    static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** {@code 3.4 MB}. */
    static String bytes(long n) {
        return n < 1000
                ? n + " bytes"
                : n < 1_000_000
                        ? String.format(Locale.ROOT, "%.1f KB", n / 1e3)
                        : n < 1_000_000_000
                                ? String.format(Locale.ROOT, "%.1f MB", n / 1e6)
                                : String.format(Locale.ROOT, "%.2f GB", n / 1e9);
    }
}
