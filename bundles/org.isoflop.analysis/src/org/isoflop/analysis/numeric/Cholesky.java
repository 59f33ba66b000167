package org.isoflop.analysis.numeric;

/** Small symmetric positive definite systems, row by row in one array; nothing is allocated. */
public final class Cholesky {

    private Cholesky() {
    }

    /**
     * Replaces the lower triangle of a matrix by its factor L with L·Lᵀ = matrix.
     *
     * @param matrix n·n numbers, symmetric; only the lower triangle is read
     * @param n number of rows
     * @return whether the matrix is positive definite; if not, its content is of no use any more
     */
    public static boolean factor(double[] matrix, int n) {
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j * n + j];
            double scale = Math.abs(pivot);
            for (int k = 0; k < j; k++) {
                pivot -= matrix[j * n + k] * matrix[j * n + k];
            }
            if (!(pivot > 1e-14 * scale)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            matrix[j * n + j] = root;
            for (int i = j + 1; i < n; i++) {
                double sum = matrix[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i * n + k] * matrix[j * n + k];
                }
                matrix[i * n + j] = sum / root;
            }
        }
        return true;
    }

    /**
     * Solves L·Lᵀ·x = b.
     *
     * @param factor what {@link #factor} left
     * @param n number of rows
     * @param b the right side; replaced by the solution
     */
    public static void solve(double[] factor, int n, double[] b) {
        forward(factor, n, b);
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= factor[k * n + i] * b[k];
            }
            b[i] = sum / factor[i * n + i];
        }
    }

    /**
     * Solves L·x = b.
     *
     * @param factor what {@link #factor} left
     * @param n number of rows
     * @param b the right side; replaced by the solution
     */
    public static void forward(double[] factor, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * n + k] * b[k];
            }
            b[i] = sum / factor[i * n + i];
        }
    }

    /**
     * Multiplies L by a vector.
     *
     * @param factor what {@link #factor} left
     * @param n number of rows
     * @param x the vector
     * @param out receives L·x; another array than x
     */
    public static void multiply(double[] factor, int n, double[] x, double[] out) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k <= i; k++) {
                sum += factor[i * n + k] * x[k];
            }
            out[i] = sum;
        }
    }
}
