package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.ProductKernel;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a chain of products work on one image of a batch after the other, where the results of all images would go
 * through memory between one product and the next:
 *
 * <pre>
 *   p = Product[conv](x, v)
 *   q = Product[depthwise](p, w)     ->     q = Library[Images](x, v, w)
 * </pre>
 *
 * <p>That pays for products with few operations for each byte. Small images are left together: they would make short
 * products.
 */
final class ImageByImage {
    /** Less than this for all images stays in the cache anyway. */
    private static final long SMALL_BYTES = 2 << 20;

    /** Pixels of one image that make a product as fast as those of all images. */
    private static final long FEWEST_PIXELS = 128;

    /** With fewer operations for each byte of input and output, memory decides. */
    private static final double FEW_OPERATIONS = 8;

    private final CoreProgram program;
    private final Map<Value, Integer> uses = new HashMap<>();
    private final Map<Value, Integer> usedAt = new HashMap<>();
    private final Map<Integer, Instruction> replaced = new HashMap<>();
    private final Set<Integer> moved = new HashSet<>();

    private ImageByImage(CoreProgram program) {
        this.program = program;
        List<Instruction> all = program.instructions();
        for (int i = 0; i < all.size(); i++) {
            for (Value v : all.get(i).inputs()) {
                uses.merge(v, 1, Integer::sum);
                usedAt.put(v, i);
            }
        }
        program.outputs().forEach(v -> uses.merge(v, 1, Integer::sum));
    }

    static CoreProgram run(CoreProgram program) {
        return new ImageByImage(program).split();
    }

    private CoreProgram split() {
        List<Instruction> all = program.instructions();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (fits(all.get(i)) && !seen.contains(i)) {
                List<Integer> chain = chain(i);
                seen.addAll(chain);
                if (pays(chain)) {
                    join(chain);
                }
            }
        }
        if (replaced.isEmpty()) {
            return program;
        }
        List<Instruction> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!moved.contains(i)) {
                out.add(replaced.getOrDefault(i, all.get(i)));
            }
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), program.values());
    }

    /** The products from number {@code first} on of which each is all that reads the one before. */
    private List<Integer> chain(int first) {
        List<Integer> chain = new ArrayList<>(List.of(first));
        int images = images(program.instructions().get(first));
        for (int at = first; ; ) {
            Value result = program.instructions().get(at).outputs().getFirst();
            int next = usedAt.getOrDefault(result, -1);
            if (next < 0 || uses.getOrDefault(result, 0) > 1) {
                return chain;
            }
            Instruction in = program.instructions().get(next);
            if (!fits(in) || in.inputs().getFirst() != result || images(in) != images || effects(first, next)) {
                return chain;
            }
            chain.add(next);
            at = next;
        }
    }

    private boolean effects(int from, int to) {
        return program.instructions().subList(from, to).stream()
                .anyMatch(in -> in.op().hasEffect() && !(in.op() instanceof CoreOp.ReadVariable));
    }

    private static int images(Instruction in) {
        return in.op() instanceof CoreOp.Product p ? p.kernel().images() : 1;
    }

    /** Whether an instruction can work on one image: nothing but its first input and its output belongs to images. */
    private static boolean fits(Instruction in) {
        if (!(in.op() instanceof CoreOp.Product p)
                || p.kernel().images() < 2
                || p.kernel().weights() != 1) {
            return false;
        }
        Shape result = in.outputs().getFirst().shape();
        int rank = result.rank();
        boolean shared = in.inputs().stream()
                .skip(2)
                .allMatch(v -> v.shape().rank() < rank || v.shape().dim(0) == 1);
        ProductKernel one = p.kernel().ofOneImage();
        return shared
                && in.outputs().size() == 1
                && result.dim(0) == p.kernel().images()
                && one.preparedSize() == p.kernel().preparedSize()
                && result.size() / result.dim(0) >= FEWEST_PIXELS * result.dim(rank - 1);
    }

    private boolean pays(List<Integer> chain) {
        long largest = 0;
        boolean few = false;
        for (int i : chain) {
            Instruction in = program.instructions().get(i);
            CoreOp.Product p = (CoreOp.Product) in.op();
            long out = bytes(in.outputs().getFirst());
            largest = Math.max(largest, i == chain.getLast() ? 0 : out);
            few |= p.kernel().operations() < FEW_OPERATIONS * (bytes(in.inputs().getFirst()) + out);
        }
        return few && largest > SMALL_BYTES;
    }

    private static long bytes(Value v) {
        return v.shape().size() * v.dtype().bytes();
    }

    private void join(List<Integer> chain) {
        List<Instruction> links = new ArrayList<>();
        List<Value> inputs = new ArrayList<>();
        for (int i : chain) {
            Instruction in = program.instructions().get(i);
            links.add(in);
            inputs.addAll(
                    in.inputs().subList(links.size() == 1 ? 0 : 1, in.inputs().size()));
        }
        int last = chain.getLast();
        var op = new CoreOp.Library("Images", ImageChain.of(program, links));
        Origin origin = Origin.fused(links.stream().map(Instruction::origin).toList());
        replaced.put(last, new Instruction(op, inputs, links.getLast().outputs(), origin));
        moved.addAll(chain);
        moved.remove(last);
    }
}
