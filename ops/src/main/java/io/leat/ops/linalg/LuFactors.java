package io.leat.ops.linalg;

import io.leat.ops.family.ComplexFunctions;

/** {@code P A = L U} with the largest pivot of each column; L has ones on its diagonal and lies below U. */
final class LuFactors {
    final Matrix lu;

    /** Which row of A is in row i. */
    final int[] rows;

    /** 1 or -1, the sign of the permutation. */
    int parity = 1;

    /** Whether a pivot is 0, or no number. */
    boolean singular;

    LuFactors(Matrix a) {
        lu = a.copy();
        int n = a.rows;
        rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        for (int j = 0; j < n; j++) {
            pivot(j);
            double size = lu.size(lu.at(j, j));
            if (!(size > 0)) {
                singular = true;
                continue;
            }
            for (int i = j + 1; i < n; i++) {
                eliminate(i, j);
            }
        }
    }

    private void pivot(int j) {
        int best = j;
        for (int i = j + 1; i < lu.rows; i++) {
            if (lu.size(lu.at(i, j)) > lu.size(lu.at(best, j))) {
                best = i;
            }
        }
        if (best != j) {
            lu.swapRows(best, j);
            int row = rows[best];
            rows[best] = rows[j];
            rows[j] = row;
            parity = -parity;
        }
    }

    private void eliminate(int i, int j) {
        double[] f =
                ComplexFunctions.divide(lu.re[lu.at(i, j)], lu.im[lu.at(i, j)], lu.re[lu.at(j, j)], lu.im[lu.at(j, j)]);
        lu.set(lu.at(i, j), f[0], f[1]);
        for (int k = j + 1; k < lu.columns; k++) {
            double r = lu.re[lu.at(j, k)];
            double m = lu.im[lu.at(j, k)];
            lu.re[lu.at(i, k)] -= f[0] * r - f[1] * m;
            lu.im[lu.at(i, k)] -= f[0] * m + f[1] * r;
        }
    }

    /** X with {@code A X = rhs}. */
    Matrix solve(Matrix rhs) {
        var x = new Matrix(rhs.rows, rhs.columns);
        for (int i = 0; i < rows.length; i++) {
            x.addRow(i, rhs, rows[i], 1, 0);
        }
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < i; k++) {
                x.addRow(i, x, k, -lu.re[lu.at(i, k)], -lu.im[lu.at(i, k)]);
            }
        }
        return Triangles.solve(lu, false, x);
    }

    /** The logarithm of the absolute value of the determinant. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += Math.log(lu.size(lu.at(i, i)));
        }
        return sum;
    }

    /** The determinant divided by its absolute value; 0 if that is 0. */
    double[] sign() {
        double[] sign = {parity, 0};
        for (int i = 0; i < rows.length; i++) {
            int at = lu.at(i, i);
            double size = lu.size(at);
            if (size == 0) {
                return new double[] {0, 0};
            }
            sign = ComplexFunctions.multiply(sign[0], sign[1], lu.re[at] / size, lu.im[at] / size);
        }
        return sign;
    }

    double[] determinant() {
        double[] product = {parity, 0};
        for (int i = 0; i < rows.length; i++) {
            product = ComplexFunctions.multiply(product[0], product[1], lu.re[lu.at(i, i)], lu.im[lu.at(i, i)]);
        }
        return product;
    }
}
