package io.leat.conformance.models;

import io.leat.conformance.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code docs/graphs.md}: which graphs of others run, and how near they come to what is known of them. A test class
 * writes its own part; the other parts stay as they are.
 */
final class GraphsPage {
    private static final String FILE = "graphs.md";
    private static final String INTRODUCTION = """
            # Graphs and models of others

            Written by the conformance tests (`./build test -pl conformance -am -Dleat.docs=write`). The graphs and models \
            lie outside of the repository; the tests are skipped where they are missing.
            """;

    /** What a part of the page begins with. */
    enum Part {
        DL4J("DL4J", """
                Frozen graphs of TensorFlow 1 from KonduitAI/dl4j-test-resources, with every tensor that TensorFlow \
                computed in them. Equal means |a - b| <= 1e-4 + 1e-3 |b|. *Compared* are the tensors of all files; \
                *difference* is the greatest |a - b|, *allowed* the greatest part of the tolerance that is used.

                | graph | | compared | difference | allowed | |
                |---|---|--:|--:|--:|---|
                """),
        OPENCV("OpenCV", """
                Frozen graphs of OpenCV's tests, with an input and the output. Columns and tolerance as above.

                | graph | | compared | difference | allowed | |
                |---|---|--:|--:|--:|---|
                """),
        MODELS("Public models", """
                | model | | known answer | |
                |---|---|---|---|
                """);

        private final String title;
        private final String table;

        Part(String title, String table) {
            this.title = title;
            this.table = table;
        }
    }

    private GraphsPage() {}

    /** A row of a graph whose tensors were compared. */
    static String row(String graph, int compared, Nearness nearness, String problem, String note) {
        return "| "
                + String.join(
                        " | ",
                        graph,
                        problem.isEmpty() ? "passed" : "**failed**",
                        Integer.toString(compared),
                        number(nearness.difference()),
                        number(nearness.allowed()),
                        cell(problem.isEmpty() ? note : problem))
                + " |";
    }

    /** A row of a model with a known answer. */
    static String row(String model, String verdict, String answer, String why) {
        return "| " + String.join(" | ", model, verdict, answer, cell(why)) + " |";
    }

    private static String number(double x) {
        return x == 0 ? "0" : String.format(Locale.ROOT, "%.1e", x);
    }

    private static String cell(String text) {
        return text.replace('\n', ' ').replace("|", "\\|");
    }

    /** Writes a part, if that is wanted; rows of the page that are not among these stay when {@code keep} is set. */
    static void write(Part part, Map<String, String> rows, boolean keep) throws IOException {
        if (!Documents.WANTED || rows.isEmpty()) {
            return;
        }
        Map<Part, Map<String, String>> page = read();
        Map<String, String> all = page.computeIfAbsent(part, _ -> new TreeMap<>());
        if (!keep) {
            all.clear();
        }
        all.putAll(rows);
        StringBuilder text = new StringBuilder(INTRODUCTION);
        page.forEach((p, lines) -> {
            text.append("\n## ").append(p.title).append("\n\n");
            long passed = lines.values().stream()
                    .filter(l -> l.contains(" | passed | "))
                    .count();
            text.append(passed)
                    .append(" of ")
                    .append(lines.size())
                    .append(" passed.\n\n")
                    .append(p.table);
            lines.values().forEach(l -> text.append(l).append('\n'));
        });
        Documents.write(FILE, text.toString());
    }

    /** The rows of the page by part and first cell. */
    private static Map<Part, Map<String, String>> read() throws IOException {
        Map<Part, Map<String, String>> page = new LinkedHashMap<>();
        for (Part p : Part.values()) {
            page.put(p, new TreeMap<>());
        }
        Path file = Documents.path(FILE);
        Part part = null;
        boolean table = false;
        for (String line : Files.exists(file) ? Files.readAllLines(file) : java.util.List.<String>of()) {
            for (Part p : Part.values()) {
                if (line.equals("## " + p.title)) {
                    part = p;
                    table = false;
                }
            }
            if (table && part != null && line.startsWith("| ")) {
                page.get(part).put(line.split(" \\| ", 2)[0].substring(2), line);
            }
            table |= line.startsWith("|---");
        }
        return page;
    }
}
