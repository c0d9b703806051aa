package io.leat.compiler;

import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.kernels.Parallel;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Products one after another for one image, then for the next. The inputs are those of the first product and then, of
 * each further one, all but the first; the output is that of the last.
 */
final class ImageChain implements ArrayKernel {
    private final int images;
    private final List<Link> links;
    private final double operations;
    private final ConcurrentLinkedQueue<SoftReference<Object[]>> unused = new ConcurrentLinkedQueue<>();

    /**
     * A product of one image.
     *
     * @param others how many inputs it has besides the image
     * @param buffer which of the arrays of the work on an image takes its result
     */
    private record Link(ArrayKernel kernel, int others, int buffer, DType dtype, long size) {}

    private ImageChain(int images, List<Link> links, double operations) {
        this.images = images;
        this.links = links;
        this.operations = operations;
    }

    /** For products that {@link ImageByImage} has joined. */
    static ImageChain of(CoreProgram program, List<Instruction> products) {
        var values = CoreProgram.Builder.after(program);
        List<Link> links = new ArrayList<>();
        Value image = one(values, products.getFirst().inputs().getFirst());
        links.add(new Link(
                (in, out, parallel) -> {}, 0, 0, image.dtype(), image.shape().size()));
        int images = 0;
        double operations = 0;
        for (Instruction in : products) {
            CoreOp.Product p = (CoreOp.Product) in.op();
            images = p.kernel().images();
            operations += p.kernel().operations();
            List<Value> inputs = new ArrayList<>(in.inputs());
            inputs.set(0, image);
            image = one(values, in.outputs().getFirst());
            var op = new CoreOp.Product(p.name(), p.kernel().ofOneImage(), p.prepared(), p.epilogue());
            ArrayKernel kernel = ProductKernels.of(new Instruction(op, inputs, List.of(image), in.origin()), op);
            links.add(new Link(
                    kernel,
                    inputs.size() - 1,
                    buffer(links, image),
                    image.dtype(),
                    image.shape().size()));
        }
        return new ImageChain(images, links, operations);
    }

    private static Value one(CoreProgram.Builder values, Value ofAll) {
        Shape all = ofAll.shape();
        int[] dims = all.intDims().clone();
        dims[0] = 1;
        return values.value(
                ofAll.dtype(), Shape.of(Arrays.stream(dims).asLongStream().toArray()));
    }

    /** A buffer of the same kind that is not read at that time, or a new one. */
    private static int buffer(List<Link> links, Value result) {
        int next = 0;
        for (Link l : links) {
            next = Math.max(next, l.buffer() + 1);
        }
        for (Link l : links) {
            boolean same =
                    l.dtype() == result.dtype() && l.size() == result.shape().size();
            if (same && l.buffer() != links.getLast().buffer()) {
                return l.buffer();
            }
        }
        return next;
    }

    @Override
    public double operations() {
        return operations;
    }

    @Override
    public void run(Object[] inputs, Object[] outputs, Parallel parallel) {
        boolean apart = images % parallel.threads() == 0 || images >= 4 * parallel.threads();
        Parallel within = apart ? Parallel.SERIAL : parallel;
        (apart ? parallel : Parallel.SERIAL).run(images, image -> run(image, inputs, outputs[0], within));
    }

    private void run(int image, Object[] inputs, Object output, Parallel parallel) {
        Object[] buffers = take();
        Link first = links.getFirst();
        System.arraycopy(inputs[0], (int) (image * first.size()), buffers[0], 0, (int) first.size());
        int at = 1;
        Object previous = buffers[0];
        for (Link l : links.subList(1, links.size())) {
            Object[] in = new Object[1 + l.others()];
            in[0] = previous;
            System.arraycopy(inputs, at, in, 1, l.others());
            at += l.others();
            previous = buffers[l.buffer()];
            l.kernel().run(in, new Object[] {previous}, parallel);
        }
        Link last = links.getLast();
        System.arraycopy(previous, 0, output, (int) (image * last.size()), (int) last.size());
        unused.add(new SoftReference<>(buffers));
    }

    /** Arrays that nobody else uses at that time. */
    private Object[] take() {
        for (SoftReference<Object[]> free = unused.poll(); free != null; free = unused.poll()) {
            Object[] buffers = free.get();
            if (buffers != null) {
                return buffers;
            }
        }
        @Nullable Object[] made = new Object[links.size()];
        for (Link l : links) {
            if (made[l.buffer()] == null) {
                made[l.buffer()] = l.dtype().newArray(l.size());
            }
        }
        return made;
    }
}
