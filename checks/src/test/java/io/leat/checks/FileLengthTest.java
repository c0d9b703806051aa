package io.leat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file has one thing to say: a median near 100 lines, above 400 with a reason, never above 800. Tests too. */
final class FileLengthTest {
    private static final int WARN_ABOVE = 400;
    private static final int FAIL_ABOVE = 800;

    @Test
    void noFileIsLongerThanTheLimit() {
        var tooLong = new ArrayList<String>();
        var lengths = new ArrayList<Long>();
        for (var file : Project.javaFiles()) {
            var lines = Project.text(file).lines().count();
            var line = lines + " lines: " + Project.root().relativize(file);
            lengths.add(lines);
            if (lines > FAIL_ABOVE) {
                tooLong.add(line);
            } else if (lines > WARN_ABOVE) {
                System.out.println("warning: above " + WARN_ABOVE + " lines, " + line);
            }
        }
        System.out.println(lengths.size() + " Java files, median " + median(lengths) + " lines");
        assertThat(tooLong)
                .as("Java files above %d lines: split them", FAIL_ABOVE)
                .isEmpty();
    }

    private static long median(List<Long> lengths) {
        var sorted = lengths.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
