package io.leat.compiler.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.LoopBody.Place;
import io.leat.compiler.codegen.LoopBody.Store;
import io.leat.compiler.codegen.Op.Load;
import io.leat.compiler.codegen.Step.Loop;
import io.leat.tensor.DType;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the class of a map kernel: which of the forms of {@link GeneratedMap} it has, and their code. */
final class MapClass {
    static final ClassDesc NAME = ClassDesc.of(MapClass.class.getPackageName() + ".Map");
    static final ClassDesc BASE = ClassDesc.of(GeneratedMap.class.getName());
    static final ClassDesc SCRATCH = ClassDesc.of(Scratch.class.getName());
    static final ClassDesc OBJECTS = CD_Object.arrayType();
    static final ClassDesc OFFSETS = CD_int.arrayType();

    /** Larger kernels do without the form for few elements, whose code is one method. */
    private static final int LARGEST_ELEMENTS = 240;

    private static final int MOST_ARRAYS = 64;

    /** The weight of a loop that takes no longer one by one than tiles do. */
    private static final int LITTLE_WORK = 8;

    private static final int STEPS_OF_A_METHOD = 90;
    private static final MethodTypeDesc INIT = MethodTypeDesc.of(
            CD_void, ClassDesc.of(Constants.class.getName()), ClassDesc.of(GeneratedMap.Code.class.getName()));
    private static final MethodTypeDesc FLAT = MethodTypeDesc.of(CD_void, OBJECTS, OFFSETS, OBJECTS, CD_int, CD_int);
    static final MethodTypeDesc TILE =
            MethodTypeDesc.of(CD_void, OBJECTS, OFFSETS, CD_int, OBJECTS, CD_int, CD_int, SCRATCH);

    private final Dag dag;
    private final List<Access> access;
    private final List<Integer> inPlace;
    private final boolean[] uniform;
    private final Form[] forms;

    private MapClass(Dag dag, List<Access> access, List<Integer> inPlace) {
        this.dag = dag;
        this.access = access;
        this.inPlace = inPlace;
        this.uniform = Uniform.of(dag, access);
        this.forms = dag.nodes().stream().map(n -> Form.of(dag, n)).toArray(Form[]::new);
    }

    /** @param inPlace as for {@link MapKernels#of(List, List, List)} */
    static GeneratedMap.Code generate(Dag dag, List<Access> access, List<Integer> inPlace) {
        return new MapClass(dag, access, inPlace).generate();
    }

    private GeneratedMap.Code generate() {
        boolean direct = isDirect();
        boolean elements =
                !direct && dag.size() <= LARGEST_ELEMENTS && access.size() + dag.outputs().length <= MOST_ARRAYS;
        boolean tiles = !direct && !(elements && gainsNothingFromTiles());
        List<Step> steps = tiles ? Schedule.of(dag, uniform, forms) : List.of();
        Slots slots = Slots.of(dag, uniform, steps);
        byte[] bytes = ClassFile.of().build(NAME, c -> {
            c.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC).withSuperclass(BASE);
            c.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    INIT,
                    0,
                    code -> code.aload(0)
                            .aload(1)
                            .aload(2)
                            .invokespecial(BASE, ConstantDescs.INIT_NAME, INIT)
                            .return_());
            if (direct) {
                c.withMethodBody("direct", FLAT, 0, this::direct);
            }
            if (elements) {
                c.withMethodBody("elements", FLAT, 0, this::elements);
            }
            if (tiles) {
                tileMethods(c, steps, slots);
            }
        });
        return new GeneratedMap.Code(bytes, direct, elements, tiles, slots.size());
    }

    private IntStream work() {
        return IntStream.range(0, dag.size()).filter(i -> !uniform[i] && !Uniform.isLeaf(dag.node(i)));
    }

    /** One loop that HotSpot can vectorise, or too little work for tiles: all inline, all arrays with one index. */
    private boolean isDirect() {
        int weight = work().map(i -> Form.weight(dag, dag.node(i))).sum();
        long arrays =
                varyingLoads().count() + inPlace.stream().filter(k -> k < 0).count();
        return work().allMatch(i -> forms[i] == Form.INLINE)
                && (weight + arrays * Schedule.WEIGHT_OF_ARRAY <= Schedule.LARGEST_LOOP || weight <= LITTLE_WORK)
                && varyingLoads().allMatch(l -> access.get(l.input()) == Access.SAME && l.stored() != DType.BFLOAT16)
                && !List.of(dag.stored()).contains(DType.BFLOAT16);
    }

    private java.util.stream.Stream<Load> varyingLoads() {
        return IntStream.range(0, dag.size())
                .filter(i -> !uniform[i] && dag.node(i).op() instanceof Load)
                .mapToObj(i -> (Load) dag.node(i).op());
    }

    /** Whether most of the work is of the kind that one plain loop does as well. */
    private boolean gainsNothingFromTiles() {
        long slow = work().filter(i -> forms[i] == Form.SLOW).count();
        return slow > 0 && work().noneMatch(i -> forms[i] == Form.ROUTINE) && work().count() <= 5 * slow;
    }

    /** Parameters: this, inputs, offsets, outputs, from, to. */
    private void direct(CodeBuilder code) {
        flat(new LoopBody(dag, uniform, code), -1, 4, 5);
        code.return_();
    }

    /** Parameters: this, inputs, offsets, outputs, where they begin, n. */
    private void elements(CodeBuilder code) {
        flat(new LoopBody(dag, uniform, code), 4, -1, 5);
        code.return_();
    }

    /**
     * A loop over everything; results, and inputs with their index, are {@code offset} further than the loop's index.
     * The bounds too are local variables, or -1 for 0.
     */
    private void flat(LoopBody loop, int offset, int from, int to) {
        for (int i = 0; i < dag.size(); i++) {
            if (!uniform[i] && dag.node(i).op() instanceof Load(var input, var stored)) {
                int at = access.get(input) == Access.SAME ? offset : loop.offset(input);
                loop.place(i, loop.array(1, input, at, stored));
            }
        }
        List<Store> stores = new ArrayList<>();
        for (int k = 0; k < dag.outputs().length; k++) {
            Place own = inPlace.get(k) < 0 ? null : loop.placeOfInput(inPlace.get(k));
            stores.add(new Store(dag.outputs()[k], own != null ? own : loop.array(3, k, offset, dag.stored()[k])));
        }
        loop.emit(work().boxed().toList(), stores, from, to);
    }

    /** {@code tile}, which calls a method for each run of steps if there are many; and a method for each loop. */
    private void tileMethods(ClassBuilder c, List<Step> steps, Slots slots) {
        TileCode tileCode = new TileCode(dag, uniform, access, slots);
        int runs = (steps.size() + STEPS_OF_A_METHOD - 1) / STEPS_OF_A_METHOD;
        if (runs <= 1) {
            c.withMethodBody("tile", TILE, 0, code -> tileCode.steps(code, steps, 0));
        } else {
            c.withMethodBody("tile", TILE, 0, code -> TileCode.callRuns(code, runs));
            for (int r = 0; r < runs; r++) {
                int first = r * STEPS_OF_A_METHOD;
                List<Step> run = steps.subList(first, Math.min(first + STEPS_OF_A_METHOD, steps.size()));
                c.withMethodBody("tile" + r, TILE, ClassFile.ACC_PRIVATE, code -> tileCode.steps(code, run, first));
            }
        }
        for (int s = 0; s < steps.size(); s++) {
            if (steps.get(s) instanceof Loop loop) {
                c.withMethodBody("loop" + s, TileCode.LOOP, ClassFile.ACC_PRIVATE, code -> loop(code, loop, slots));
            }
        }
    }

    /** Parameters: this, inputs, offsets, n, scratch. */
    private void loop(CodeBuilder code, Loop step, Slots slots) {
        LoopBody loop = new LoopBody(dag, uniform, code);
        java.util.Map<String, Integer> tiles = new java.util.HashMap<>();
        for (int x : Schedule.tilesRead(dag, uniform, step)) {
            loop.place(x, tile(code, x, slots, tiles));
        }
        List<Store> stores = new ArrayList<>();
        for (int x : step.results()) {
            stores.add(new Store(x, tile(code, x, slots, tiles)));
        }
        loop.emit(step.nodes(), stores, -1, 3);
        code.return_();
    }

    private Place tile(CodeBuilder code, int x, Slots slots, java.util.Map<String, Integer> known) {
        Node n = dag.node(x);
        Tiles kind = Tiles.of(n.type());
        int array = known.computeIfAbsent(kind.field() + slots.of(x), _ -> {
            int local = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(4)
                    .getfield(SCRATCH, kind.field(), kind.array().arrayType())
                    .loadConstant(slots.of(x))
                    .aaload();
            code.astore(local);
            return local;
        });
        return new Place(array, -1, n.type());
    }
}
