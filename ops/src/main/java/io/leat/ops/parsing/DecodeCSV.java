package io.leat.ops.parsing;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ops.strings.ParsedNumber;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of lines [...] of comma separated values, each a tensor [...] of the dtype of its default. A field that is
 * empty or {@code na_value} gets the default; one whose default is empty must be there.
 */
@OpSpec("DecodeCSV(records: string, record_defaults: OUT_TYPE) -> (output: OUT_TYPE); "
        + "OUT_TYPE: list({float, double, int32, int64, string}) >= 1; field_delim: string = ','; "
        + "use_quote_delim: bool = true; na_value: string = ''; select_cols: list(int) = []")
public final class DecodeCSV extends Op {
    @Override
    protected void infer(Inference c) {
        for (int i = 1; i < c.inputs(); i++) {
            Shape s = c.shape(i).withRankAtMost(1);
            if (s.rank() == 1 && s.dim(0) > 1) {
                throw new InvalidArgumentException(
                        "Shape of a default must be a length-0 or length-1 vector, or a " + "scalar.");
            }
            c.output(i - 1, c.shape(0));
        }
        long[] columns = c.attrs().integers("select_cols");
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < 0) {
                throw new InvalidArgumentException("select_cols should be non-negative indices");
            }
            if (i > 0 && columns[i] <= columns[i - 1]) {
                throw new InvalidArgumentException("select_cols should be strictly increasing indices");
            }
        }
        if (columns.length > 0 && columns.length != c.inputs() - 1) {
            throw new InvalidArgumentException("select_cols should match output size");
        }
        if (c.attrs().text("field_delim").length() != 1) {
            throw new InvalidArgumentException("field_delim should be only 1 char");
        }
    }

    @Override
    protected void compute(Compute c) {
        byte[][] lines = Raw.strings(c.input(0));
        long[] columns = c.attrs().integers("select_cols");
        byte delimiter = (byte) c.attrs().text("field_delim").charAt(0);
        byte[] missing = c.attrs().text("na_value").getBytes(StandardCharsets.UTF_8);
        List<Elements> out = new ArrayList<>();
        for (int f = 0; f < c.inputs() - 1; f++) {
            if (c.input(f + 1).size() > 1) {
                throw new InvalidArgumentException("There should only be 1 default per field but field " + f + " has "
                        + c.input(f + 1).size());
            }
            out.add(Elements.allocate(c.outputDType(f), c.shape(0)));
        }
        for (int r = 0; r < lines.length; r++) {
            List<byte[]> fields =
                    selected(CsvRecord.fields(lines[r], delimiter, c.attrs().bool("use_quote_delim")), columns);
            if (fields.size() != out.size()) {
                throw new InvalidArgumentException(
                        "Expect " + out.size() + " fields but have " + fields.size() + " in record " + r);
            }
            for (int f = 0; f < out.size(); f++) {
                field(c.input(f + 1), fields.get(f), missing, out.get(f), f, r);
            }
        }
        for (int f = 0; f < out.size(); f++) {
            c.output(f, out.get(f).tensor());
        }
    }

    private static List<byte[]> selected(List<byte[]> fields, long[] columns) {
        if (columns.length == 0) {
            return fields;
        }
        List<byte[]> out = new ArrayList<>();
        for (long column : columns) {
            if (column < fields.size()) {
                out.add(fields.get((int) column));
            }
        }
        return out;
    }

    private static void field(Tensor ifMissing, byte[] text, byte[] missing, Elements out, int field, int record) {
        if (text.length == 0 || Arrays.equals(text, missing)) {
            if (ifMissing.size() != 1) {
                throw new InvalidArgumentException(
                        "Field " + field + " is required but missing in record " + record + "!");
            }
            Elements.of(ifMissing).copy(0, out, record);
        } else if (out.dtype() == DType.STRING) {
            out.setString(record, text);
        } else if (!ParsedNumber.set(out, record, text)) {
            throw new InvalidArgumentException("Field " + field + " in record " + record + " is not a valid "
                    + out.dtype().signatureName() + ": " + new String(text, StandardCharsets.UTF_8));
        }
    }
}
