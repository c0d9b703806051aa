package io.leat.conformance.models;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Puts tests with {@link KnownAnswer} into the table of models. */
final class ModelsPage implements TestWatcher, AfterAllCallback {
    private record Verdict(int passed, String problem) {}

    private static final Map<KnownAnswer, Verdict> VERDICTS = new HashMap<>();

    @Override
    public void testSuccessful(ExtensionContext test) {
        note(test, "");
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        note(test, String.valueOf(cause.getMessage()));
    }

    @Override
    public void testAborted(ExtensionContext test, Throwable cause) {
        // skipped: nothing is known
    }

    @Override
    public void testDisabled(ExtensionContext test, Optional<String> reason) {
        // as well
    }

    private static void note(ExtensionContext test, String problem) {
        AnnotationSupport.findAnnotation(test.getTestMethod(), KnownAnswer.class)
                .ifPresent(k -> {
                    Verdict known = VERDICTS.getOrDefault(k, new Verdict(0, ""));
                    VERDICTS.put(
                            k,
                            new Verdict(
                                    known.passed() + (problem.isEmpty() ? 1 : 0),
                                    known.problem().isEmpty() ? problem : known.problem()));
                });
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        VERDICTS.forEach((k, v) -> rows.put(
                k.models(),
                GraphsPage.row(k.models(), v.problem().isEmpty() ? "passed" : "**failed**", k.answer(), v.problem())));
        GraphsPage.write(GraphsPage.Part.MODELS, rows, true);
    }
}
