package io.leat.compiler.codegen;

import io.leat.compiler.Debug;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarPrinter;
import io.leat.tensor.InternalException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes map kernels. Kernels that differ in constants only share a generated class; classes are kept until many others
 * were asked for since.
 */
public final class MapKernels {
    /** HotSpot compiles no method of more bytes (HugeMethodLimit). */
    static final int LARGEST_METHOD = 8000;

    private static final int MOST_CLASSES = 2000;
    private static final MethodType FACTORY =
            MethodType.methodType(GeneratedMap.class, Constants.class, GeneratedMap.Code.class);
    private static final System.Logger LOGGER = System.getLogger(MapKernels.class.getName());
    private static final AtomicInteger DUMPED = new AtomicInteger();

    private static final Map<Key, Generated> CACHE = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Generated> eldest) {
            return size() > MOST_CLASSES;
        }
    };

    private MapKernels() {}

    private record Key(Object structure, List<Access> access, List<Integer> inPlace) {}

    /** A loaded class; without a constructor the structure cannot be compiled. */
    record Generated(@Nullable MethodHandle constructor, GeneratedMap.@Nullable Code code) {}

    /** The kernel that computes {@code bodies} from inputs that are accessed as {@code access} says. */
    public static MapKernel of(List<Scalar> bodies, List<Access> access) {
        return of(bodies, access, nowhere(bodies.size()));
    }

    /**
     * As {@link #of(List, List)}.
     *
     * @param inPlace for each output an input that is read with {@link Access#SAME} and in whose array the output will
     *     always stand, or -1
     */
    public static MapKernel of(List<Scalar> bodies, List<Access> access, List<Integer> inPlace) {
        if (!Debug.CODEGEN) {
            return new InterpretedMap(bodies, access);
        }
        Dag dag = Dag.of(bodies);
        Generated generated = generated(dag, access, inPlace, bodies);
        if (generated.constructor == null || generated.code == null) {
            return new InterpretedMap(bodies, access);
        }
        return instance(generated.constructor, generated.code, dag.constants());
    }

    static List<Integer> nowhere(int outputs) {
        return Collections.nCopies(outputs, -1);
    }

    private static Generated generated(Dag dag, List<Access> access, List<Integer> inPlace, List<Scalar> bodies) {
        Key key = new Key(dag.structure(), List.copyOf(access), List.copyOf(inPlace));
        synchronized (CACHE) {
            Generated known = CACHE.get(key);
            if (known != null) {
                return known;
            }
        }
        // Generated outside the lock: two threads may do the same, and one result is kept.
        Generated made = generate(dag, access, inPlace, bodies);
        synchronized (CACHE) {
            Generated known = CACHE.putIfAbsent(key, made);
            return known != null ? known : made;
        }
    }

    private static Generated generate(Dag dag, List<Access> access, List<Integer> inPlace, List<Scalar> bodies) {
        try {
            GeneratedMap.Code code = MapClass.generate(dag, access, inPlace);
            dump(code, bodies);
            int largest = largestMethod(code.bytes());
            if (largest >= LARGEST_METHOD) {
                throw new InternalException("a generated method has " + largest + " bytes");
            }
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(code.bytes(), true);
            MethodHandle constructor = lookup.findConstructor(
                    lookup.lookupClass(), MethodType.methodType(void.class, FACTORY.parameterArray()));
            return new Generated(constructor.asType(FACTORY), code);
        } catch (RuntimeException | ReflectiveOperationException | LinkageError e) {
            LOGGER.log(
                    Level.WARNING, "interpreted, since no code could be generated: " + ScalarPrinter.print(bodies), e);
            return new Generated(null, null);
        }
    }

    private static MapKernel instance(MethodHandle constructor, GeneratedMap.Code code, Constants constants) {
        try {
            return (GeneratedMap) constructor.invokeExact(constants, code);
        } catch (Throwable e) {
            throw new InternalException("a generated kernel cannot be made: " + e, null, e);
        }
    }

    static int largestMethod(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .mapToInt(
                        m -> m.code().map(c -> ((CodeAttribute) c).codeLength()).orElse(0))
                .max()
                .orElse(0);
    }

    private static void dump(GeneratedMap.Code code, List<Scalar> bodies) {
        Path dir = Debug.dump();
        if (dir == null) {
            return;
        }
        try {
            Files.createDirectories(dir);
            int number = DUMPED.incrementAndGet();
            Files.writeString(dir.resolve("map" + number + ".txt"), ScalarPrinter.print(bodies));
            Files.write(dir.resolve("map" + number + ".class"), code.bytes());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "no kernel dumped to " + dir, e);
        }
    }
}
