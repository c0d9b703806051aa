package io.leat.compiler;

import io.leat.graph.Attr;
import io.leat.graph.FunctionCaller;
import io.leat.graph.FunctionInstance;
import io.leat.graph.Graph;
import io.leat.ir.RunContext;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.util.concurrent.ConcurrentHashMap;

/** The functions that a plan calls at run time, compiled when they are first called. */
final class Callees implements FunctionCaller {
    private final ConcurrentHashMap<Attr.Function, Callee> functions = new ConcurrentHashMap<>();

    private record Callee(int arguments, Specialized code) {}

    @Override
    public Tensor[] call(Graph library, Attr.Function function, Tensor[] arguments, RunContext run) {
        Callee known = functions.get(function);
        if (known == null) {
            known = make(library, function);
            functions.put(function, known);
        }
        if (known.arguments() != arguments.length) {
            throw new InvalidArgumentException("Function " + function.name() + " takes " + known.arguments()
                    + " arguments, not " + arguments.length);
        }
        return known.code().run(arguments, run);
    }

    private Callee make(Graph library, Attr.Function function) {
        FunctionInstance f = library.functions().instantiate(function.name(), function.attrs(), function.name());
        var request = new Request(f.arguments(), f.results(), f.controlResults());
        return new Callee(f.arguments().size(), new Specialized(Compiler.program(request), this));
    }
}
