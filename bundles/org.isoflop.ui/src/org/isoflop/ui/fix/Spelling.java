package org.isoflop.ui.fix;

/** How near words are to each other. */
final class Spelling {

    private Spelling() {
    }

    /** The number of letters to insert, drop or replace; any word is far from none. */
    static int distance(String left, String right) {
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
                boolean isSame = Character.toLowerCase(left.charAt(i - 1)) == Character
                        .toLowerCase(right.charAt(j - 1));
                row[j] = Math.min(diagonal + (isSame ? 0 : 1), Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
