package io.leat.conformance.ops;

import io.leat.conformance.Documents;
import io.leat.graph.Op;
import io.leat.graph.OpRegistry;
import io.leat.tensor.DType;
import io.leat.testkit.Elsewhere;
import io.leat.testkit.OpCase;
import io.leat.testkit.StateCase;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the conformance tests have shown of each op, as {@code docs/ops/coverage.md}. */
final class Coverage {
    private record Row(int cases, int failures, int compared, Set<String> dtypes, double ulps) {}

    private final Map<String, Row> rows = new TreeMap<>();

    /** Notes an op with its cases, how many TensorFlow ran, and how many changed ones both refused. */
    void add(String op, List<OpCase> cases, int compared, int refused, Findings findings) {
        Set<String> dtypes = new TreeSet<>();
        int failures = 0;
        for (OpCase c : cases) {
            failures += c.failure() == null ? 0 : 1;
            DType t = c.dtype();
            if (t != null && c.failure() == null) {
                dtypes.add(t.signatureName());
            }
        }
        rows.put(op, new Row(cases.size() - failures, failures + refused, compared, dtypes, findings.worstUlps()));
    }

    void write() throws IOException {
        Documents.write("ops/coverage.md", text());
    }

    private String text() {
        var text = new StringBuilder("# What is tested of each op\n\n");
        text.append("Written by the conformance tests (`./build test -pl conformance -am -Dleat.docs=write`). ");
        text.append(
                "*Cases* are runs with seeded inputs, with those that must fail and do so in TensorFlow behind the plus; each is run by the op's ");
        text.append(
                "plain meaning, compiled, and with constant inputs. *Compared* are those that real TensorFlow 2.18 ran as ");
        text.append(
                "well; *ulps* is the greatest distance from its results in units in the last place, of the element or of ");
        text.append(
                "the largest number that went into it. *Gradient* is compared with differences. Changed cases of which ");
        text.append("Leat and TensorFlow do not make the same are listed in ");
        text.append(
                "[mutations.txt](../../conformance/src/test/resources/io/leat/conformance/ops/mutations.txt); those ");
        text.append("that are open there have not been judged.\n\n");
        text.append(
                "| op | cases | compared | dtypes of the first input | gradient | ulps |\n|---|--:|--:|---|---|--:|\n");
        for (String op : OpRegistry.names()) {
            text.append("| ").append(op).append(" | ");
            Row r = rows.get(op);
            text.append(r == null ? elsewhere(op) : row(op, r)).append(" |\n");
        }
        return text.toString();
    }

    private static String row(String op, Row r) {
        return String.join(
                " | ",
                r.cases + (r.failures > 0 ? " + " + r.failures : ""),
                Integer.toString(r.compared),
                String.join(" ", r.dtypes),
                hasGradient(op) ? "yes" : "",
                r.ulps == 0 ? "" : String.format(Locale.ROOT, "%.1f", r.ulps));
    }

    private static String elsewhere(String op) {
        int cases = StateCase.of(op).size();
        String where = cases > 0
                ? "StateOpsTest: variables before and after"
                : Elsewhere.REASONS.getOrDefault(op, "tests of the control flow");
        return (cases > 0 ? cases + "" : "") + " |  | " + where + " | " + (hasGradient(op) ? "yes" : "") + " | ";
    }

    private static boolean hasGradient(String op) {
        for (Class<?> c = OpRegistry.get(op).getClass(); c != Op.class; c = c.getSuperclass()) {
            Set<String> methods = Arrays.stream(c.getDeclaredMethods())
                    .map(java.lang.reflect.Method::getName)
                    .collect(Collectors.toSet());
            if (methods.contains("gradient")) {
                return true;
            }
        }
        return false;
    }
}
