package io.leat.ops.data;

import io.leat.ir.RunContext;
import io.leat.ops.data.TupleDataset.Iteration;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The elements of the datasets that a function gives for the elements of another one: {@code block} from each of
 * {@code cycle} datasets in turn; where one ends, the next one takes its place.
 */
final class InterleavePass implements Iteration {
    private final Iteration from;
    private final ElementFunction function;
    private final @Nullable Iteration[] open;
    private final long block;
    private int at;
    private long taken;
    private int count;
    private boolean exhausted;

    InterleavePass(Iteration from, ElementFunction function, int cycle, long block) {
        this.from = from;
        this.function = function;
        this.open = new Iteration[cycle];
        this.block = block;
    }

    private void advance() {
        at = (at + 1) % open.length;
        taken = 0;
    }

    @Override
    public Tensor @Nullable [] next(RunContext run) {
        while (!exhausted || count > 0) {
            Iteration now = open[at];
            if (now != null) {
                Tensor[] element = now.next(run);
                if (element != null) {
                    if (++taken == block) {
                        advance();
                    }
                    return element;
                }
                open[at] = null;
                count--;
                advance();
            } else if (!exhausted) {
                Tensor[] element = from.next(run);
                if (element == null) {
                    exhausted = true;
                } else {
                    open[at] = function.start(element, run);
                    count++;
                }
            } else {
                advance();
            }
            run.checkCancelled();
        }
        return null;
    }
}
