package org.isoflop.model;

/** How far two words are apart. */
public final class Spelling {

    private Spelling() {
    }

    /**
     * Counts the letters to insert, drop or replace (Levenshtein), upper and lower case being the same.
     *
     * @param left
     *            a word, or null
     * @param right
     *            a word, or null
     * @return how many; any word is far from none
     */
    public static int distance(String left, String right) {
        if (left == null || right == null) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (same(left.charAt(i - 1), right.charAt(j - 1)) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }

    private static boolean same(char left, char right) {
        return Character.toLowerCase(left) == Character.toLowerCase(right);
    }
}
