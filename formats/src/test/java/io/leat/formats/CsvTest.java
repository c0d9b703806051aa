package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    @TempDir
    Path folder;

    @Test
    void readsColumns() throws IOException {
        Csv csv = parse("\ufeffname, x ,n\r\n\"a \"\"b\"\", c\",1.5, 7\n\nd,,8\r\"two\nlines\",-inf,-9");
        assertThat(csv.names()).containsExactly("name", "x", "n");
        assertThat(csv.rowCount()).isEqualTo(3);
        Samples.assertSame(csv.strings("name"), Tensor.of(Shape.of(3), "a \"b\", c", "d", "two\nlines"));
        Samples.assertSame(csv.floats("x"), Tensor.vector(1.5f, Float.NaN, Float.NEGATIVE_INFINITY));
        Samples.assertSame(csv.longs("n"), Tensor.vector(7L, 8L, -9L));
        Samples.assertSame(csv.matrix(List.of("n", "n")), Tensor.of(Shape.of(3, 2), 7f, 7, 8, 8, -9, -9));
    }

    @Test
    void readsWithoutHeader() throws IOException {
        Csv csv = Csv.read(new StringReader("1\t2\n3\t4\n"), "test", false, '\t');
        assertThat(csv.names()).containsExactly("0", "1");
        Samples.assertSame(csv.longs("1"), Tensor.vector(2L, 4L));
        assertThat(parse("").rowCount()).isZero();
        assertThat(parse("a,b\n").floats("a").shape()).isEqualTo(Shape.of(0));
    }

    @Test
    void namesColumnAndLineOfAnError() throws IOException {
        Csv csv = parse("x,y\n1,2\n\n3,four\n");
        assertThatThrownBy(() -> csv.floats("y"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("test: field 'four' of column 'y' on line 4 is not a valid float");
        assertThatThrownBy(() -> csv.longs("y")).hasMessageContaining("int64");
        assertThatThrownBy(() -> csv.longs("z")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> parse("x,y\n1\n"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("test: the row on line 2 has 1 fields, not 2");
        assertThatThrownBy(() -> parse("x\n\"open\n")).hasMessageContaining("line 2 is not closed");
        assertThatThrownBy(() -> parse("x\n\"a\"b\n")).hasMessageContaining("after a closing quote on line 2");
        Path latin = Files.write(folder.resolve("l.csv"), new byte[] {'x', '\n', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> Csv.read(latin)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> Csv.read(folder.resolve("none"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void readsTheDataSets() throws IOException {
        Csv iris = Csv.read(Samples.shared("datasets/iris.csv"));
        assertThat(iris.matrix(iris.names().subList(0, 4)).shape()).isEqualTo(Shape.of(150, 4));
        Csv adult = Csv.read(Samples.shared("datasets/adult_test.csv"));
        assertThat(adult.longs("age").toLongArray()).startsWith(39, 40);
        assertThat(adult.strings("native_country").size()).isEqualTo(adult.rowCount());
    }

    private static Csv parse(String text) throws IOException {
        return Csv.read(new StringReader(text), "test", true, ',');
    }
}
