package io.leat.formats.convert;

import io.leat.formats.proto.AttrValue;
import io.leat.formats.proto.NodeDef;
import io.leat.formats.proto.OpDef;
import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Graph;
import io.leat.graph.Op;
import io.leat.graph.OpRegistry;
import io.leat.graph.Signature;
import io.leat.tensor.InvalidArgumentException;

/** Where among a node's outputs those begin that its op calls by one name. */
final class OutputRanges {
    private final Graph library;

    /**
     * @param library a node may call one of its functions as if it were an op
     */
    OutputRanges(Graph library) {
        this.library = library;
    }

    /**
     * The index of the first output of that name; 0 for an op that is not known, which no run can reach.
     *
     * @throws InvalidArgumentException if the op is known and has no such output
     */
    int start(NodeDef node, String output) {
        Op op = OpRegistry.find(node.getOp());
        if (op != null) {
            return start(node, op.signature(), output);
        }
        if (!library.functionDefs().containsKey(node.getOp())) {
            return 0;
        }
        int start = 0;
        for (OpDef.ArgDef arg :
                FunctionBody.find(library, node.getOp()).getSignature().getOutputArgList()) {
            if (arg.getName().equals(output)) {
                return start;
            }
            start += size(node, arg);
        }
        throw none(node, output);
    }

    private static int start(NodeDef node, Signature signature, String output) {
        Attrs attrs = AttrProtos.parse(node.getAttrMap());
        for (Signature.AttrDef def : signature.attrs()) {
            Attr value = def.defaultValue();
            if (!attrs.has(def.name()) && value != null) {
                attrs = attrs.with(def.name(), value);
            }
        }
        int start = 0;
        for (Signature.Arg arg : signature.outputs()) {
            if (arg.name().equals(output)) {
                return start;
            }
            start += arg.types(attrs).size();
        }
        throw none(node, output);
    }

    private static int size(NodeDef node, OpDef.ArgDef arg) {
        if (!isList(arg)) {
            return 1;
        }
        boolean types = !arg.getTypeListAttr().isEmpty();
        AttrValue value = node.getAttrMap().get(types ? arg.getTypeListAttr() : arg.getNumberAttr());
        if (value == null) {
            throw new InvalidArgumentException(
                    "Node '" + node.getName() + "' does not say how long its output '" + arg.getName() + "' is");
        }
        return types ? value.getList().getTypeCount() : Math.clamp(value.getI(), 0, 1 << 20);
    }

    static boolean isList(OpDef.ArgDef arg) {
        return !arg.getTypeListAttr().isEmpty() || !arg.getNumberAttr().isEmpty();
    }

    private static InvalidArgumentException none(NodeDef node, String output) {
        return new InvalidArgumentException(node.getOp() + " '" + node.getName() + "' has no output '" + output + "'");
    }
}
