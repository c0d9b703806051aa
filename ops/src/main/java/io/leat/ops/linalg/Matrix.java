package io.leat.ops.linalg;

import io.leat.ops.family.ComplexFunctions;
import io.leat.tensor.raw.Elements;

/** A matrix of complex numbers in double precision, in row-major order: what the decompositions work on. */
final class Matrix {
    final int rows;
    final int columns;
    final double[] re;
    final double[] im;

    /** Zeros. */
    Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.re = new double[rows * columns];
        this.im = new double[rows * columns];
    }

    static Matrix identity(int n) {
        var m = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            m.re[i * n + i] = 1;
        }
        return m;
    }

    /** The elements of {@code from} from {@code at} on. */
    static Matrix read(Elements from, int at, int rows, int columns) {
        var m = new Matrix(rows, columns);
        for (int i = 0; i < m.re.length; i++) {
            m.re[i] = from.real(at + i);
            m.im[i] = from.imag(at + i);
        }
        return m;
    }

    void write(Elements to, int at) {
        for (int i = 0; i < re.length; i++) {
            to.set(at + i, re[i], im[i]);
        }
    }

    int at(int row, int column) {
        return row * columns + column;
    }

    double size(int i) {
        return Math.hypot(re[i], im[i]);
    }

    void set(int i, double real, double imaginary) {
        re[i] = real;
        im[i] = imaginary;
    }

    Matrix copy() {
        return part(rows, columns);
    }

    /** The first rows and columns. */
    Matrix part(int firstRows, int firstColumns) {
        var m = new Matrix(firstRows, firstColumns);
        for (int i = 0; i < firstRows; i++) {
            System.arraycopy(re, i * columns, m.re, i * firstColumns, firstColumns);
            System.arraycopy(im, i * columns, m.im, i * firstColumns, firstColumns);
        }
        return m;
    }

    /** The conjugate transpose. */
    Matrix adjoint() {
        var m = new Matrix(/* rows= */ columns, /* columns= */ rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                m.set(m.at(j, i), re[at(i, j)], -im[at(i, j)]);
            }
        }
        return m;
    }

    Matrix times(Matrix b) {
        var y = new Matrix(rows, b.columns);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                double ar = re[at(i, k)];
                double ai = im[at(i, k)];
                for (int j = 0; j < b.columns; j++) {
                    double br = b.re[b.at(k, j)];
                    double bi = b.im[b.at(k, j)];
                    y.re[y.at(i, j)] += ar * br - ai * bi;
                    y.im[y.at(i, j)] += ar * bi + ai * br;
                }
            }
        }
        return y;
    }

    boolean isFinite() {
        for (int i = 0; i < re.length; i++) {
            if (!Double.isFinite(re[i]) || !Double.isFinite(im[i])) {
                return false;
            }
        }
        return true;
    }

    /** Adds {@code (re, im)} times row {@code from} of {@code other} to a row. */
    void addRow(int to, Matrix other, int from, double r, double i) {
        for (int j = 0; j < columns; j++) {
            double br = other.re[other.at(from, j)];
            double bi = other.im[other.at(from, j)];
            re[at(to, j)] += r * br - i * bi;
            im[at(to, j)] += r * bi + i * br;
        }
    }

    /** Divides a row by a number. */
    void divideRow(int row, double r, double i) {
        for (int j = 0; j < columns; j++) {
            double[] q = ComplexFunctions.divide(re[at(row, j)], im[at(row, j)], r, i);
            set(at(row, j), q[0], q[1]);
        }
    }

    void swapRows(int a, int b) {
        for (int j = 0; j < columns; j++) {
            double r = re[at(a, j)];
            double i = im[at(a, j)];
            set(at(a, j), re[at(b, j)], im[at(b, j)]);
            set(at(b, j), r, i);
        }
    }
}
