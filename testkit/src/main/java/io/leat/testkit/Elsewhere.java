package io.leat.testkit;

import java.util.Map;

/** The ops that need no case here, each with the place where it is tested or the reason why there is nothing to test. */
public final class Elsewhere {
    public static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("Const", "gives every case its constants"),
            Map.entry("Placeholder", "gives every case its feeds"),
            Map.entry("NoOp", "computes nothing"),
            Map.entry("VarHandleOp", "variables: tests of runtime and of the benchmark graphs"),
            Map.entry("ReadVariableOp", "variables: tests of runtime and of the benchmark graphs"),
            Map.entry("AssignVariableOp", "variables: tests of runtime and of the benchmark graphs"),
            Map.entry("ResourceApplyGradientDescent", "variables: tests of runtime and of the benchmark graphs"));

    private Elsewhere() {}
}
