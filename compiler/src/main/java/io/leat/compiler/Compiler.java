package io.leat.compiler;

import io.leat.ir.CoreProgram;
import io.leat.ir.RunContext;
import io.leat.tensor.Shape;
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
            new Pass("prepare weights", PrepareWeights::run));

    private record Pass(String name, UnaryOperator<CoreProgram> rewrite) {}

    private Compiler() {}

    /** The nodes that a request needs, whatever the shapes of its feeds. */
    public static Program program(Request request) {
        return MergeEqual.run(Prune.run(request));
    }

    /**
     * A plan for feeds of the given shapes.
     *
     * @param session gives the handles that are the same in all runs; the plan belongs to that session
     */
    public static Plan plan(Program program, List<Shape> feedShapes, RunContext session) {
        ShapedProgram shaped = InferShapes.run(program, feedShapes, session);
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
