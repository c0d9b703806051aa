package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Cells of recurrent nets. */
public final class RnnCases {
    private static final DType[] TYPES = {DType.FLOAT32, DType.FLOAT16};
    private static final int BATCH = 2;
    private static final int INPUTS = 3;
    private static final int CELLS = 4;
    private static final int TIME = 5;

    private RnnCases() {}

    public static void addTo(Cases t) {
        for (boolean peephole : new boolean[] {false, true}) {
            lstm(t, peephole, BATCH);
            lstm(t, peephole, 1);
        }
        gru(t);
        errors(t);
    }

    private static CaseBuilder weights(CaseBuilder c) {
        return c.x(INPUTS + CELLS, 4 * CELLS).x(CELLS).x(CELLS).x(CELLS).x(4 * CELLS);
    }

    private static CaseBuilder results(CaseBuilder c, int count, long... dims) {
        CaseBuilder more = c;
        for (int i = 0; i < count; i++) {
            more = more.fixed(Domain.UNIT, dims);
        }
        return more;
    }

    private static void lstm(Cases t, boolean peephole, int batch) {
        weights(t.op("LSTMBlockCell").x(batch, INPUTS).x(batch, CELLS).x(batch, CELLS))
                .attr("use_peephole", peephole)
                .attr("cell_clip", batch == 1 ? 0.5f : 3f)
                .attr("forget_bias", batch == 1 ? -0.25f : 1f)
                .noGradient()
                .over(TYPES);
        results(
                        weights(t.op("LSTMBlockCellGrad")
                                .x(batch, INPUTS)
                                .x(batch, CELLS)
                                .x(batch, CELLS)),
                        8,
                        batch,
                        CELLS)
                .attr("use_peephole", peephole)
                .noGradient()
                .over(TYPES);
        for (String version : new String[] {"", "V2"}) {
            layer(t, version, batch, peephole);
        }
    }

    /** All steps: of those that it leaves out, TensorFlow gives the memory that was there before. */
    private static void layer(Cases t, String version, int batch, boolean peephole) {
        weights(t.op("BlockLSTM" + version)
                        .input(Tensor.scalar((long) TIME))
                        .x(TIME, batch, INPUTS)
                        .x(batch, CELLS)
                        .x(batch, CELLS))
                .attr("use_peephole", peephole)
                .attr("cell_clip", batch == 1 ? -1f : 2f)
                .noGradient()
                .over(TYPES);
        results(
                        weights(t.op("BlockLSTMGrad" + version)
                                .input(Tensor.scalar((long) TIME))
                                .x(TIME, batch, INPUTS)
                                .x(batch, CELLS)
                                .x(batch, CELLS)),
                        9,
                        TIME,
                        batch,
                        CELLS)
                .attr("use_peephole", peephole)
                .noGradient()
                .over(TYPES);
    }

    private static void gru(Cases t) {
        for (int batch : new int[] {1, BATCH, 5}) {
            t.op("GRUBlockCell")
                    .x(batch, INPUTS)
                    .x(batch, CELLS)
                    .x(INPUTS + CELLS, 2 * CELLS)
                    .x(INPUTS + CELLS, CELLS)
                    .x(2 * CELLS)
                    .x(CELLS)
                    .noGradient()
                    .over(DType.FLOAT32);
            results(
                            t.op("GRUBlockCellGrad")
                                    .x(batch, INPUTS)
                                    .x(batch, CELLS)
                                    .x(INPUTS + CELLS, 2 * CELLS)
                                    .x(INPUTS + CELLS, CELLS)
                                    .x(2 * CELLS)
                                    .x(CELLS),
                            4,
                            batch,
                            CELLS)
                    .noGradient()
                    .over(DType.FLOAT32);
        }
    }

    private static void errors(Cases t) {
        t.op("LSTMBlockCell")
                .x(BATCH, INPUTS)
                .x(BATCH, CELLS)
                .x(BATCH, CELLS)
                .x(INPUTS + CELLS, 4 * CELLS + 1)
                .x(CELLS)
                .x(CELLS)
                .x(CELLS)
                .x(4 * CELLS)
                .fails("w.dim_size(1) != cell_size * 4: 17 vs. 16")
                .over(DType.FLOAT32);
        t.op("LSTMBlockCell")
                .x(BATCH, INPUTS)
                .x(3, CELLS)
                .x(BATCH, CELLS)
                .x(INPUTS + CELLS, 4 * CELLS)
                .x(CELLS)
                .x(CELLS)
                .x(CELLS)
                .x(4 * CELLS)
                .fails("cs_prev.dims(0) != batch_size: 3 vs. 2")
                .over(DType.FLOAT32);
        t.op("GRUBlockCell")
                .x(BATCH, INPUTS)
                .x(BATCH, CELLS)
                .x(INPUTS + CELLS, 2 * CELLS)
                .x(INPUTS, CELLS)
                .x(2 * CELLS)
                .x(CELLS)
                .fails("w_c.dim_size(0) != input_size + cell_size: 3 vs. 7")
                .over(DType.FLOAT32);
    }
}
