package org.isoflop.analysis.numeric;

/** Small square systems of linear equations. */
public final class Linear {

    private Linear() {
    }

    /**
     * Solves A·x = b by elimination with pivots.
     *
     * @param a n rows of n numbers; destroyed
     * @param b the right side; replaced by the solution
     * @return whether there is one solution; if not, b is of no use any more
     */
    public static boolean solve(double[][] a, double[] b) {
        int n = b.length;
        for (int j = 0; j < n; j++) {
            int pivot = j;
            for (int i = j + 1; i < n; i++) {
                if (Math.abs(a[i][j]) > Math.abs(a[pivot][j])) {
                    pivot = i;
                }
            }
            if (!(Math.abs(a[pivot][j]) > 0)) {
                return false;
            }
            double[] row = a[pivot];
            a[pivot] = a[j];
            a[j] = row;
            double right = b[pivot];
            b[pivot] = b[j];
            b[j] = right;
            for (int i = j + 1; i < n; i++) {
                double factor = a[i][j] / row[j];
                for (int k = j; k < n; k++) {
                    a[i][k] -= factor * row[k];
                }
                b[i] -= factor * right;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= a[i][k] * b[k];
            }
            b[i] /= a[i][i];
        }
        return true;
    }
}
