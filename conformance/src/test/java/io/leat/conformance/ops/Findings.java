package io.leat.conformance.ops;

import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong with the cases of one op. */
final class Findings {
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private double ulps;

    void add(OpCase c, String check, String problem) {
        problems.add(check + ": " + c + ": " + problem);
    }

    void add(OpCase c, String check, RuntimeException e) {
        StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
        add(c, check, e.getClass().getSimpleName() + " " + e.getMessage() + " at " + at);
    }

    /** Counts a case that could not be checked. */
    void skip(String why) {
        skipped.merge(why, 1, Integer::sum);
    }

    /** Notes how far a good result was from TensorFlow's. */
    void near(double distance) {
        ulps = Math.max(ulps, distance);
    }

    /** The greatest distance from TensorFlow's results, in units in the last place. */
    double worstUlps() {
        return ulps;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    Map<String, Integer> skipped() {
        return skipped;
    }
}
