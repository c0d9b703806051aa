package io.leat.testkit;

import java.util.Map;

/** The ops that need no case here, each with the place where it is tested or the reason why there is nothing to test. */
public final class Elsewhere {
    private static final String RANDOM = "RandomOpsTest: its numbers go on from run to run";

    private static final String FLOW = "tests of api: FlowGraphsTest, FlowTest: decides what runs";

    private static final String FLOW_OPS = "tests of runtime: FlowOpsTest";

    private static final String DATASETS = "tests of api: DatasetGraphsTest: calls functions of the graph";

    public static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("Case", FLOW),
            Map.entry("ControlTrigger", FLOW),
            Map.entry("Enter", FLOW),
            Map.entry("Exit", FLOW),
            Map.entry("If", FLOW),
            Map.entry("LoopCond", FLOW),
            Map.entry("Merge", FLOW),
            Map.entry("NextIteration", FLOW),
            Map.entry("PartitionedCall", FLOW),
            Map.entry("StatefulPartitionedCall", FLOW),
            Map.entry("StatelessCase", FLOW),
            Map.entry("StatelessIf", FLOW),
            Map.entry("StatelessWhile", FLOW),
            Map.entry("Switch", FLOW),
            Map.entry("SymbolicGradient", FLOW),
            Map.entry("While", FLOW),
            Map.entry("RefEnter", FLOW),
            Map.entry("RefExit", FLOW),
            Map.entry("RefNextIteration", FLOW),
            Map.entry("FakeParam", FLOW_OPS),
            Map.entry("OptionalFromValue", FLOW_OPS),
            Map.entry("OptionalGetValue", FLOW_OPS),
            Map.entry("OptionalHasValue", FLOW_OPS),
            Map.entry("OptionalNone", FLOW_OPS),
            Map.entry("StackCloseV2", FLOW_OPS),
            Map.entry("StackPopV2", FLOW_OPS),
            Map.entry("StackPushV2", FLOW_OPS),
            Map.entry("StackV2", FLOW_OPS),
            Map.entry("RefMerge", FLOW_OPS),
            Map.entry("RefSwitch", FLOW_OPS),
            Map.entry("MatchingFiles", "ScenarioTest: reads folders"),
            Map.entry("ReadFile", "ScenarioTest: reads files"),
            Map.entry("Const", "gives every case its constants"),
            Map.entry("Placeholder", "gives every case its feeds"),
            Map.entry("PlaceholderV2", "Placeholder by an old name"),
            Map.entry("Empty", "its elements are not defined"),
            Map.entry("NoOp", "computes nothing"),
            Map.entry("VarHandleOp", "makes the variables of StateOpsTest"),
            Map.entry("Variable", "VariableV2 by an old name"),
            Map.entry("VariableV2", "makes the variables of StateOpsTest"),
            Map.entry("MergeSummary", "CheckpointOpsTest: joins messages"),
            Map.entry("MergeV2Checkpoints", "CheckpointOpsTest: its effect is a file"),
            Map.entry("RestoreV2", "CheckpointOpsTest: reads a file"),
            Map.entry("SaveV2", "CheckpointOpsTest: its effect is a file"),
            Map.entry("LogUniformCandidateSampler", RANDOM),
            Map.entry("UniformCandidateSampler", RANDOM),
            Map.entry("Multinomial", RANDOM),
            Map.entry("SampleDistortedBoundingBox", RANDOM),
            Map.entry("SampleDistortedBoundingBoxV2", RANDOM),
            Map.entry("RandomGamma", RANDOM),
            Map.entry("RandomPoisson", RANDOM),
            Map.entry("RandomPoissonV2", RANDOM),
            Map.entry("RandomShuffle", RANDOM),
            Map.entry("RandomStandardNormal", RANDOM),
            Map.entry("RandomUniform", RANDOM),
            Map.entry("RandomUniformInt", RANDOM),
            Map.entry("TruncatedNormal", RANDOM),
            Map.entry("StatelessRandomGetAlg", RANDOM),
            Map.entry("DestroyResourceOp", "DestroyResourceTest: what it leaves is an error"),
            Map.entry("DisableCopyOnRead", "computes nothing"),
            Map.entry("ImageProjectiveTransformV2", "tests of ops: ProjectiveTransformTest"),
            Map.entry("ImageProjectiveTransformV3", "tests of ops: ProjectiveTransformTest"),
            Map.entry("Assert", "DebugOpsTest: its effect is an error"),
            Map.entry("Print", "DebugOpsTest: its effect is a line of text"),
            Map.entry("PrintV2", "DebugOpsTest: its effect is a line of text"),
            Map.entry("MapDataset", DATASETS),
            Map.entry("FlatMapDataset", DATASETS),
            Map.entry("InterleaveDataset", DATASETS),
            Map.entry("ParallelInterleaveDatasetV4", DATASETS),
            Map.entry("OneShotIterator", DATASETS));

    private Elsewhere() {}
}
