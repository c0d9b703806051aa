package io.leat.compiler.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import io.leat.compiler.codegen.Op.Load;
import io.leat.compiler.codegen.Step.Call;
import io.leat.compiler.codegen.Step.CopyIn;
import io.leat.compiler.codegen.Step.Loop;
import io.leat.compiler.codegen.Step.Write;
import io.leat.kernels.HalfTiles;
import io.leat.tensor.DType;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes the code of the steps for one tile. */
final class TileCode {
    /** A loop's method: inputs, offsets, number of elements, tiles. */
    static final MethodTypeDesc LOOP =
            MethodTypeDesc.of(CD_void, MapClass.OBJECTS, MapClass.OFFSETS, CD_int, MapClass.SCRATCH);

    private static final MethodTypeDesc ARRAYCOPY =
            MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_Object, CD_int, CD_int);
    private static final ClassDesc HALVES = ClassDesc.of(HalfTiles.class.getName());

    private static final int INPUTS = 1;
    private static final int INPUT_AT = 2;
    private static final int DONE = 3;
    private static final int OUTPUTS = 4;
    private static final int OUTPUT_AT = 5;
    private static final int N = 6;
    private static final int TILES = 7;

    private final Dag dag;
    private final boolean[] uniform;
    private final List<Access> access;
    private final Slots slots;

    TileCode(Dag dag, boolean[] uniform, List<Access> access, Slots slots) {
        this.dag = dag;
        this.uniform = uniform;
        this.access = access;
        this.slots = slots;
    }

    /** Calls {@code tile0}, {@code tile1} … with the parameters. */
    static void callRuns(CodeBuilder code, int runs) {
        for (int r = 0; r < runs; r++) {
            code.aload(0)
                    .aload(INPUTS)
                    .aload(INPUT_AT)
                    .iload(DONE)
                    .aload(OUTPUTS)
                    .iload(OUTPUT_AT);
            code.iload(N).aload(TILES).invokevirtual(MapClass.NAME, "tile" + r, MapClass.TILE);
        }
        code.return_();
    }

    /** The code of {@code steps}, whose first is number {@code first} of all. */
    void steps(CodeBuilder code, List<Step> steps, int first) {
        for (int s = 0; s < steps.size(); s++) {
            switch (steps.get(s)) {
                case CopyIn(var node) -> copyIn(code, node);
                case Loop _ ->
                    code.aload(0)
                            .aload(INPUTS)
                            .aload(INPUT_AT)
                            .iload(N)
                            .aload(TILES)
                            .invokevirtual(MapClass.NAME, "loop" + (first + s), LOOP);
                case Call(var node, var routine, var output) -> call(code, node, routine, output);
                case Write(var output) -> write(code, output);
            }
        }
        code.return_();
    }

    private void copyIn(CodeBuilder code, int node) {
        Load load = (Load) dag.node(node).op();
        boolean half = Schedule.isHalf(load.stored());
        pushArray(code, INPUTS, load.input(), half ? Tiles.SHORTS : null);
        pushInputOffset(code, load.input());
        pushTile(code, node);
        code.iconst_0().iload(N);
        if (half) {
            convert(
                    code,
                    load.stored() == DType.FLOAT16 ? "widenFloat16" : "widenBfloat16",
                    Tiles.SHORTS,
                    Tiles.FLOATS);
        } else {
            copy(code);
        }
    }

    private void write(CodeBuilder code, int output) {
        DType stored = dag.stored()[output];
        boolean half = Schedule.isHalf(stored);
        pushTile(code, dag.outputs()[output]);
        code.iconst_0();
        pushArray(code, OUTPUTS, output, half ? Tiles.SHORTS : null);
        code.iload(OUTPUT_AT).iload(N);
        if (half) {
            convert(code, stored == DType.FLOAT16 ? "narrowFloat16" : "narrowBfloat16", Tiles.FLOATS, Tiles.SHORTS);
        } else {
            copy(code);
        }
    }

    private void call(CodeBuilder code, int node, Routine routine, int output) {
        for (int x : dag.node(node).operands()) {
            Load input = Schedule.directInput(dag, uniform, x);
            if (input != null) {
                pushArray(code, INPUTS, input.input(), Tiles.of(input.stored()));
                pushInputOffset(code, input.input());
            } else {
                pushTile(code, x);
                code.iconst_0();
            }
        }
        if (output >= 0) {
            pushArray(code, OUTPUTS, output, Tiles.of(dag.stored()[output]));
            code.iload(OUTPUT_AT);
        } else {
            pushTile(code, node);
            code.iconst_0();
        }
        code.iload(N).invokestatic(routine.owner(), routine.name(), routine.type());
    }

    private static void pushArray(CodeBuilder code, int objects, int k, @org.jspecify.annotations.Nullable Tiles kind) {
        code.aload(objects).loadConstant(k).aaload();
        if (kind != null) {
            code.checkcast(kind.array());
        }
    }

    private void pushInputOffset(CodeBuilder code, int input) {
        if (access.get(input) == Access.SAME) {
            code.iload(OUTPUT_AT);
        } else {
            code.aload(INPUT_AT).loadConstant(input).iaload().iload(DONE).iadd();
        }
    }

    private void pushTile(CodeBuilder code, int node) {
        Tiles kind = Tiles.of(dag.node(node).type());
        code.aload(TILES).getfield(MapClass.SCRATCH, kind.field(), kind.array().arrayType());
        code.loadConstant(slots.of(node)).aaload();
    }

    private static void copy(CodeBuilder code) {
        code.invokestatic(ClassDesc.of("java.lang.System"), "arraycopy", ARRAYCOPY);
    }

    private static void convert(CodeBuilder code, String name, Tiles from, Tiles to) {
        code.invokestatic(HALVES, name, MethodTypeDesc.of(CD_void, from.array(), CD_int, to.array(), CD_int, CD_int));
    }
}
