package io.leat.testkit;

import java.util.Map;

/** The ops that need no case here, each with the place where it is tested or the reason why there is nothing to test. */
public final class Elsewhere {
    public static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("Const", "gives every case its constants"),
            Map.entry("Placeholder", "gives every case its feeds"),
            Map.entry("NoOp", "computes nothing"),
            Map.entry("VarHandleOp", "makes the variables of StateOpsTest"),
            Map.entry("Variable", "VariableV2 by an old name"),
            Map.entry("VariableV2", "makes the variables of StateOpsTest"),
            Map.entry("DestroyResourceOp", "tests of ops: what it leaves is an error"),
            Map.entry("DisableCopyOnRead", "computes nothing"),
            Map.entry("Assert", "tests of ops: its effect is an error"),
            Map.entry("Print", "tests of ops: its effect is a line of text"),
            Map.entry("PrintV2", "tests of ops: its effect is a line of text"));

    private Elsewhere() {}
}
