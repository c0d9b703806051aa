package io.leat.compiler;

import io.leat.ir.CoreProgram;
import io.leat.ir.RunContext;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** From a request to a plan: every stage and every pass, in order. */
public final class Compiler {
    /** The passes over core programs. */
    private static final List<Pass> PASSES = List.of(
            new Pass("remove dead", RemoveDead::run),
            new Pass("relu gradients", ReluGradients::run),
            new Pass("drop copies", DropCopies::run),
            new Pass("narrow products", NarrowProducts::run),
            new Pass("hoist products", HoistProducts::run),
            new Pass("sum products", SumProducts::run),
            new Pass("remove dead again", RemoveDead::run),
            new Pass("fuse maps", FuseMaps::run),
            new Pass("name products", NameProducts::run),
            new Pass("fuse epilogues", FuseEpilogues::run),
            new Pass("prepare weights", PrepareWeights::run),
            new Pass("image by image", ImageByImage::run));

    private record Pass(String name, UnaryOperator<CoreProgram> rewrite) {}

    private Compiler() {}

    /** The nodes that a request needs, whatever the shapes of its feeds. */
    public static Program program(Request request) {
        Program pruned = Prune.run(request);
        return pruned.flow() != null ? pruned : MergeEqual.run(pruned);
    }

    /**
     * A plan for feeds of the given shapes.
     *
     * @param session gives the handles that are the same in all runs; the plan belongs to that session
     */
    public static Plan plan(Program program, List<Shape> feedShapes, RunContext session) {
        List<Fact> feeds = new ArrayList<>();
        for (int i = 0; i < feedShapes.size(); i++) {
            feeds.add(Fact.ofFeed(program.feeds().get(i).dtype(), feedShapes.get(i)));
        }
        return planFor(program, feeds, session);
    }

    /** {@link #plan} for feeds of which more may be known. */
    static Plan planFor(Program program, List<Fact> feeds, RunContext session) {
        FlowProgram flow = program.flow();
        if (flow != null) {
            return MakePlan.run(FlowCall.of(flow, feeds));
        }
        ShapedProgram shaped = InferShapes.run(program, feeds, session);
        CoreProgram core = Lower.run(shaped, Debug.PLAIN);
        var dump = StageDump.begin();
        dump.stage("program", program);
        dump.stage("lowered", core);
        int limit = Debug.REWRITES_LIMIT;
        for (Pass p : PASSES) {
            if (limit-- > 0 && !Debug.PLAIN) {
                core = p.rewrite().apply(core).verify();
                dump.stage(p.name(), core);
            }
        }
        return MakePlan.run(core);
    }
}
