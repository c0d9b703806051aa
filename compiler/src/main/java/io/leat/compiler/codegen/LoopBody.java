package io.leat.compiler.codegen;

import static io.leat.compiler.codegen.ConvertInstructions.isNarrow;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_short;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Literal;
import io.leat.compiler.codegen.Op.Load;
import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import io.leat.tensor.InternalException;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes one loop: what it needs before it starts, and its body. Values used once stay on the operand stack, others are
 * in local variables. All results of an element are known before the first is stored.
 *
 * <p>The method's parameters begin with {@code this}, the inputs and their offsets.
 */
final class LoopBody {
    private static final ClassDesc BASE = ClassDesc.of(GeneratedMap.class.getName());
    private static final int INPUTS = 1;
    private static final int INPUT_AT = 2;
    private static final int DEEPEST = 20;

    private final Dag dag;
    private final boolean[] uniform;
    private final CodeBuilder code;
    private final Instructions instructions;
    private final ConvertInstructions converts;
    private final Map<Integer, Place> places = new HashMap<>();
    private final int[] local;
    private int index = -1;

    /**
     * Where elements are: the local variables of an array and of an offset to the loop's index (-1: none), and the
     * dtype of the elements.
     */
    record Place(int array, int offset, DType type) {
        Tiles kind() {
            return Tiles.of(type);
        }
    }

    /** A result and where it goes. */
    record Store(int node, Place to) {}

    LoopBody(Dag dag, boolean[] uniform, CodeBuilder code) {
        this.dag = dag;
        this.uniform = uniform;
        this.code = code;
        this.instructions = new Instructions(code, dag);
        this.converts = new ConvertInstructions(code);
        this.local = new int[dag.size()];
        Arrays.fill(local, -1);
    }

    /** Says where a value that the loop does not compute is found. */
    void place(int node, Place place) {
        places.put(node, place);
    }

    /** Where the elements of input {@code k} were said to be, or null. */
    @Nullable
    Place placeOfInput(int k) {
        for (Map.Entry<Integer, Place> e : places.entrySet()) {
            if (dag.node(e.getKey()).op() instanceof Load(var input, var _) && input == k) {
                return e.getValue();
            }
        }
        return null;
    }

    /** An array of {@code objects[k]} in a local variable of its own. */
    Place array(int objects, int k, int offset, DType type) {
        code.aload(objects).loadConstant(k).aaload().checkcast(Tiles.of(type).array());
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(array);
        return new Place(array, offset, type);
    }

    /** A local variable with the offset of input {@code k}. */
    int offset(int k) {
        int offset = code.allocateLocal(TypeKind.INT);
        code.aload(INPUT_AT).loadConstant(k).iaload().istore(offset);
        return offset;
    }

    /** The loop from {@code from} (a local variable; -1 for 0) to {@code to}. */
    void emit(List<Integer> nodes, List<Store> stores, int from, int to) {
        defineUniform(nodes, stores);
        int[] uses = uses(nodes, stores);
        Label top = code.newLabel();
        Label end = code.newLabel();
        index = code.allocateLocal(TypeKind.INT);
        if (from < 0) {
            code.iconst_0();
        } else {
            code.iload(from);
        }
        code.istore(index);
        code.labelBinding(top).iload(index).iload(to).if_icmpge(end);
        body(nodes, stores, uses);
        code.iinc(index, 1).goto_(top).labelBinding(end);
    }

    private void body(List<Integer> nodes, List<Store> stores, int[] uses) {
        places.keySet().stream().sorted().filter(x -> uses[x] > 1).forEach(this::define);
        int[] depth = new int[dag.size()];
        for (int i : nodes) {
            for (int x : dag.node(i).operands()) {
                depth[i] = Math.max(depth[i], local[x] >= 0 ? 0 : depth[x] + 1);
            }
            if (uses[i] > 1 || depth[i] > DEEPEST) {
                define(i);
            }
        }
        if (stores.size() > 1) {
            stores.stream().map(Store::node).filter(i -> local[i] < 0).forEach(this::define);
        }
        for (Store s : stores) {
            store(s);
        }
    }

    private int[] uses(List<Integer> nodes, List<Store> stores) {
        int[] uses = new int[dag.size()];
        nodes.forEach(i -> dag.node(i).operands().forEach(x -> uses[x]++));
        stores.forEach(s -> uses[s.node()]++);
        return uses;
    }

    /** Computes the uniform values that the loop needs. */
    private void defineUniform(List<Integer> nodes, List<Store> stores) {
        TreeSet<Integer> needed = new TreeSet<>();
        nodes.forEach(i -> needed.addAll(dag.node(i).operands()));
        stores.forEach(s -> needed.add(s.node()));
        needed.removeIf(x -> !uniform[x]);
        List<Integer> order = new ArrayList<>();
        while (!needed.isEmpty()) {
            int i = needed.removeLast();
            order.add(i);
            needed.addAll(dag.node(i).operands());
        }
        order.reversed().forEach(this::define);
    }

    /** Puts a value into a local variable, with the right upper bits. */
    private void define(int i) {
        TypeKind kind = dag.node(i).kind().jvm();
        push(i, true);
        local[i] = code.allocateLocal(kind);
        code.storeLocal(kind, local[i]);
    }

    /** Pushes a value, and says whether its upper bits may be wrong, as they are not if they matter. */
    private boolean push(int i, boolean upperBitsMatter) {
        Node n = dag.node(i);
        Place place = places.get(i);
        boolean wrong;
        if (local[i] >= 0) {
            code.loadLocal(n.kind().jvm(), local[i]);
            wrong = false;
        } else if (place != null) {
            pushElement(place);
            wrong = isNarrow(n.type()) && n.type().isUnsigned();
        } else {
            wrong = compute(n, uniform[i]);
        }
        if (upperBitsMatter && wrong) {
            converts.normalise(n.type());
            return false;
        }
        return wrong;
    }

    /** As {@link #push}. */
    private boolean compute(Node n, boolean isUniform) {
        boolean[] wrong = new boolean[n.operands().size()];
        switch (n.op()) {
            case Load(var input, var stored) -> {
                if (!isUniform) {
                    throw new InternalException("input " + input + " has no place");
                }
                code.aload(INPUTS)
                        .loadConstant(input)
                        .aaload()
                        .checkcast(Tiles.of(stored).array());
                code.aload(INPUT_AT).loadConstant(input).iaload();
                code.arrayLoad(Tiles.of(stored).element());
                widen(stored);
            }
            case Literal(var slot) -> {
                Tiles kind = constants(n.kind());
                code.aload(0).getfield(BASE, kind.field(), kind.array()).loadConstant(slot);
                code.arrayLoad(kind.element());
            }
            default -> {
                for (int k = 0; k < n.operands().size(); k++) {
                    wrong[k] = push(n.operand(k), UpperBits.matter(dag, n, k));
                }
                instructions.emit(n);
            }
        }
        return UpperBits.mayBeWrong(dag, n, wrong);
    }

    private static Tiles constants(Kind kind) {
        return switch (kind) {
            case INT -> Tiles.INTS;
            case LONG -> Tiles.LONGS;
            case FLOAT -> Tiles.FLOATS;
            case DOUBLE -> Tiles.DOUBLES;
        };
    }

    private void pushElement(Place place) {
        pushIndex(place);
        code.arrayLoad(place.kind().element());
        widen(place.type());
    }

    private void pushIndex(Place place) {
        code.aload(place.array()).iload(index);
        if (place.offset() >= 0) {
            code.iload(place.offset()).iadd();
        }
    }

    private void store(Store s) {
        pushIndex(s.to());
        push(s.node(), false);
        narrow(s.to().type());
        code.arrayStore(s.to().kind().element());
    }

    private void widen(DType type) {
        if (type == DType.FLOAT16) {
            code.invokestatic(ClassDesc.of("java.lang.Float"), "float16ToFloat", MethodTypeDesc.of(CD_float, CD_short));
        } else if (type == DType.BFLOAT16) {
            code.invokestatic(halves(), "fromBfloat16", MethodTypeDesc.of(CD_float, CD_short));
        }
    }

    private void narrow(DType type) {
        if (type == DType.FLOAT16) {
            code.invokestatic(ClassDesc.of("java.lang.Float"), "floatToFloat16", MethodTypeDesc.of(CD_short, CD_float));
        } else if (type == DType.BFLOAT16) {
            code.invokestatic(halves(), "toBfloat16", MethodTypeDesc.of(CD_short, CD_float));
        }
    }

    private static ClassDesc halves() {
        return ClassDesc.of(Halves.class.getName());
    }
}
