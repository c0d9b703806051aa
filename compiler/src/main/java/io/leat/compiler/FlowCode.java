package io.leat.compiler;

/** A flow program with the plans of its blocks. */
final class FlowCode {
    final FlowProgram program;
    final Callees callees;
    final Specialized[] blocks;

    FlowCode(FlowProgram program, Callees callees) {
        this.program = program;
        this.callees = callees;
        this.blocks = new Specialized[program.blocks];
        for (FlowUnit u : program.units) {
            Program block = u.program;
            if (block != null) {
                blocks[u.number] = new Specialized(block, callees);
            }
        }
    }
}
