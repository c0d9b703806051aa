package io.leat.formats.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.proto.AttrValue;
import io.leat.formats.proto.FunctionDef;
import io.leat.formats.proto.NodeDef;
import io.leat.formats.proto.OpDef;
import io.leat.graph.FunctionInstance;
import io.leat.graph.FunctionLibrary;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Output;
import io.leat.graph.Signature;
import io.leat.tensor.InternalException;
import io.leat.tensor.NotFoundException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes functions that were made here as definitions: their arguments are {@code arg0}, {@code arg1} …, their results {@code
 * out0}, {@code out1} …
 */
final class FunctionWriter {
    private final FunctionLibrary library;
    private final FunctionInstance function;
    private final Map<Output, String> arguments = new LinkedHashMap<>();
    private final Set<Node> placeholders = new HashSet<>();
    private final Map<Output, Output> standIns;

    private FunctionWriter(FunctionLibrary library, FunctionInstance function) {
        this.library = library;
        this.function = function;
        this.standIns = GraphExporter.standIns(function.graph());
    }

    static FunctionDef write(FunctionLibrary library, FunctionInstance function) {
        return new FunctionWriter(library, function).write();
    }

    private FunctionDef write() {
        var p = FunctionDef.newBuilder();
        OpDef.Builder signature = p.getSignatureBuilder().setName(function.name());
        Set<String> names = new HashSet<>();
        function.graph().nodes().forEach(n -> names.add(n.name()));
        Map<Integer, FunctionDef.ArgAttrs> shapes = new HashMap<>();
        for (int i = 0; i < function.arguments().size(); i++) {
            Output a = function.arguments().get(i);
            String name = "arg" + i;
            while (names.contains(name) && !a.node().name().equals(name)) {
                name += "_";
            }
            arguments.put(a, name);
            placeholders.add(a.node());
            signature.addInputArg(OpDef.ArgDef.newBuilder()
                    .setName(name)
                    .setTypeValue(a.dtype().number()));
            shapes.put(i, shape(a));
        }
        p.putAllArgAttr(shapes);
        boolean stateful = false;
        for (Node n : function.graph().nodes()) {
            if (!placeholders.contains(n)) {
                p.addNodeDef(node(n));
                stateful |= n.op() != null && n.op().isStateful();
            }
        }
        signature.setIsStateful(stateful);
        for (int i = 0; i < function.results().size(); i++) {
            Output r = function.results().get(i);
            signature.addOutputArg(OpDef.ArgDef.newBuilder()
                    .setName("out" + i)
                    .setTypeValue(r.dtype().number()));
            p.putRet("out" + i, name(r));
        }
        for (Node c : function.controlResults()) {
            signature.addControlOutput(c.name());
            p.putControlRet(c.name(), c.name());
        }
        return p.build();
    }

    /** The names of the results of a function that a node calls by its name. */
    private List<String> results(String called) {
        byte[] definition = library.definitions().get(called);
        if (definition == null) {
            throw new NotFoundException("Function " + called + " is not defined.");
        }
        try {
            return FunctionDef.parseFrom(definition).getSignature().getOutputArgList().stream()
                    .map(OpDef.ArgDef::getName)
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            throw new InternalException("function '" + called + "' of the graph is corrupt", null, e);
        }
    }

    private static FunctionDef.ArgAttrs shape(Output a) {
        var list = AttrValue.ListValue.newBuilder().addShape(ShapeProtos.write(a.shape()));
        return FunctionDef.ArgAttrs.newBuilder()
                .putAttr("_output_shapes", AttrValue.newBuilder().setList(list).build())
                .build();
    }

    private NodeDef node(Node n) {
        NodeDef.Builder p = GraphExporter.withoutInputs(n);
        n.inputs().forEach(in -> p.addInput(name(in)));
        for (Node before : n.controlInputs()) {
            if (!placeholders.contains(before)) {
                p.addInput("^" + before.name());
            }
        }
        return p.build();
    }

    /** The name of a tensor in a function's body. */
    private String name(Output original) {
        Output o = GraphExporter.resolve(original, standIns);
        String argument = arguments.get(o);
        return argument != null ? argument : o.node().name() + ":" + part(o);
    }

    /** The name that the op gives the output, and the number of it under this name. */
    private String part(Output o) {
        Node n = o.node();
        Op op = n.op();
        if (op == null) {
            return results(n.type()).get(o.index()) + ":0";
        }
        int first = 0;
        for (Signature.Arg arg : op.signature().outputs()) {
            int size = arg.types(n.attrs()).size();
            if (o.index() < first + size) {
                return arg.name() + ":" + (o.index() - first);
            }
            first += size;
        }
        throw new InternalException("no output of " + op.name() + ": " + o);
    }
}
