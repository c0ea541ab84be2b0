package dev.tocsin.app.output;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Columns as wide as their widest cell; a cell never breaks the line, and a long one is cut. */
public final class Table {
    private static final int WIDEST = 70;

    private final List<List<String>> rows = new ArrayList<>();
    private int widest = WIDEST;

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** From now on cells are printed in full, however long they are. */
    public Table uncut() {
        widest = Integer.MAX_VALUE;
        return this;
    }

    /** Adds a row; null prints as a dash. */
    public void row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(value -> cell(value, widest)).toList());
    }

    /** What a value looks like in a cell: one line, cut if it is long. */
    public static String cell(@Nullable Object value) {
        return cell(value, WIDEST);
    }

    private static String cell(@Nullable Object value, int widest) {
        if (value == null) {
            return "-";
        }
        String text = value.toString().replaceAll("\\s+", " ").strip();
        return text.length() <= widest ? text : text.substring(0, widest - 1) + "…";
    }

    /** The table with a line break at the end. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(padded(row.get(column), widths[column])).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
