package io.leat.conformance.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A named script of runs that real TensorFlow and Leat do alike. */
public record Scenario(String name, Consumer<Script> script) {
    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(ArrayScenarios.all());
        all.addAll(ListScenarios.all());
        all.addAll(TableScenarios.all());
        all.addAll(QueueScenarios.all());
        all.addAll(DatasetScenarios.all());
        all.addAll(FileScenarios.all());
        all.addAll(RaggedScenarios.all());
        return all;
    }

    Script write() {
        var s = new Script();
        script.accept(s);
        return s;
    }

    /** The ops that occur in any scenario. */
    public static Set<String> ops() {
        Set<String> ops = new TreeSet<>();
        all().forEach(s -> s.write().graph().nodes().forEach(n -> ops.add(n.type())));
        return ops;
    }

    @Override
    public String toString() {
        return name;
    }
}
