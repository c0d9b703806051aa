package io.leat.compiler.codegen;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Literal;
import io.leat.compiler.codegen.Op.Load;
import java.util.List;

/** Which nodes have one value for all elements. */
final class Uniform {
    /** Every loop computes its uniform nodes before it starts: too many, and they count as varying. */
    private static final int MOST = 64;

    private Uniform() {}

    static boolean[] of(Dag dag, List<Access> access) {
        boolean[] uniform = new boolean[dag.size()];
        int inner = 0;
        for (int i = 0; i < uniform.length; i++) {
            Node n = dag.node(i);
            uniform[i] = isLeaf(n) ? leaf(n, access) : n.operands().stream().allMatch(x -> uniform[x]);
            inner += uniform[i] && !isLeaf(n) ? 1 : 0;
        }
        if (inner > MOST) {
            for (int i = 0; i < uniform.length; i++) {
                uniform[i] &= isLeaf(dag.node(i));
            }
        }
        return uniform;
    }

    static boolean isLeaf(Node n) {
        return n.op() instanceof Load || n.op() instanceof Literal;
    }

    private static boolean leaf(Node n, List<Access> access) {
        return !(n.op() instanceof Load(var input, var _)) || access.get(input) == Access.ONE;
    }
}
