package org.isoflop.analysis.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.isoflop.analysis.plot.PlotLayout.Leader;
import org.isoflop.analysis.plot.PlotLayout.Role;
import org.isoflop.analysis.plot.PlotLayout.Text;

/**
 * Finds room for the labels of points: beside the point, or near it with a short line to it. A label never meets
 * another label, a marker, the label of a rule or the frame, and keeps away from curves as far as it can. A label that
 * finds no room near its point is left out, because a long line to it could not be followed.
 */
final class LabelPlacer {

    private static final double GAP = 3;
    private static final int MOST = 300;
    private static final int FEW = 80;
    private static final int RINGS = 5;
    private static final double RING_COST = 3;
    private static final int ROUNDS = 12;
    private static final int PASSES = 3;
    /** Pixels between the spots where a line is compared with the curves. */
    private static final double STEP = 4;
    private static final double OVER_CURVE = 4;
    private static final double OVER_LEADER = 12;

    /** A label and the pixel that it belongs to. */
    record Wanted(String text, double x, double y, Anchor anchor) {
    }

    /** Labels with their boxes and lines, and those that found no room. */
    record Placement(List<Text> texts, List<Leader> leaders, List<Wanted> failed) {
    }

    /** A place that only other labels can take; {@code leader} is null where it is beside its point. */
    private record Place(Box box, Leader leader, double cost) {
    }

    private record Placed(Wanted wanted, Place place) {
    }

    private final Box frame;
    private final List<Box> markers;
    private final List<Box> rules;
    private final Occupancy curves;
    private final TextMeasure measure;
    private final Map<Wanted, List<Place>> places = new IdentityHashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    LabelPlacer(Box frame, List<Box> markers, List<Box> rules, Occupancy curves, TextMeasure measure) {
        this.frame = frame;
        this.markers = markers.stream().sorted(Comparator.comparingDouble(Box::x)).toList();
        this.rules = rules;
        this.curves = curves;
        this.measure = measure;
    }

    /** Crowded labels go first; those that found no room go first in the next round, and the best round counts. */
    Placement place(List<Wanted> wanted) {
        List<Wanted> order = new ArrayList<>(wanted.subList(0, Math.min(MOST, wanted.size())));
        Map<Wanted, Long> crowd = new IdentityHashMap<>();
        for (Wanted one : order) {
            crowd.put(one, order.stream()
                    .filter(other -> Math.abs(other.x() - one.x()) < 60 && Math.abs(other.y() - one.y()) < 30).count());
            places.put(one, places(one));
        }
        order.sort(Comparator.comparing((Wanted one) -> -crowd.get(one)));
        int rounds = order.size() > FEW ? 1 : ROUNDS;
        List<Wanted> failed = round(order);
        List<Wanted> fewest = failed;
        List<Placed> best = List.copyOf(placed);
        for (int round = 1; round < rounds && !fewest.isEmpty(); round++) {
            order.removeAll(failed);
            order.addAll(0, failed);
            failed = round(order);
            if (failed.size() < fewest.size()) {
                fewest = failed;
                best = List.copyOf(placed);
            }
        }
        placed.clear();
        placed.addAll(best);
        List<Wanted> left = new ArrayList<>(fewest.stream().filter(one -> !squeeze(one)).toList());
        left.addAll(wanted.subList(order.size(), wanted.size()));
        return new Placement(
                placed.stream().map(one -> new Text(Role.POINT, one.wanted().text(), one.place().box())).toList(),
                placed.stream().map(one -> one.place().leader()).filter(Objects::nonNull).toList(), left);
    }

    private List<Wanted> round(List<Wanted> order) {
        placed.clear();
        List<Wanted> failed = order.stream().filter(one -> !put(one)).toList();
        for (int pass = 0; pass < PASSES && order.size() <= FEW; pass++) {
            // The first labels did not know where the others would go.
            for (Placed one : List.copyOf(placed)) {
                placed.remove(one);
                if (!put(one.wanted())) {
                    placed.add(one);
                }
            }
        }
        return failed;
    }

    /** Takes the best place that no other label holds. */
    private boolean put(Wanted one) {
        Place best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Place place : places.get(one)) {
            if (place.cost() >= least) {
                break;
            }
            if (placed.stream().noneMatch(other -> excludes(other.place(), place))) {
                double cost = place.cost() + tangle(place.leader());
                if (cost < least) {
                    best = place;
                    least = cost;
                }
            }
        }
        return best != null && placed.add(new Placed(one, best));
    }

    /** Takes the place of one other label, if that finds another one. */
    private boolean squeeze(Wanted one) {
        for (Place place : places.get(one)) {
            List<Placed> inTheWay = placed.stream().filter(other -> excludes(other.place(), place)).limit(2).toList();
            if (inTheWay.size() == 1) {
                Placed other = inTheWay.get(0);
                Placed mine = new Placed(one, place);
                placed.remove(other);
                placed.add(mine);
                if (put(other.wanted())) {
                    return true;
                }
                placed.remove(mine);
                placed.add(other);
            }
        }
        return false;
    }

    private static boolean excludes(Place other, Place place) {
        return other.box().grown(1).overlaps(place.box()) || crosses(place.leader(), other.box())
                || crosses(other.leader(), place.box().grown(1));
    }

    private double tangle(Leader leader) {
        return leader == null
                ? 0
                : OVER_LEADER * placed.stream().map(other -> other.place().leader())
                        .filter(other -> other != null && crosses(leader, other)).count();
    }

    /** The places around a point that are free of all but labels, the best first. */
    private List<Place> places(Wanted one) {
        double length = measure.width(one.text(), Role.POINT);
        double tall = measure.height(Role.POINT);
        List<Place> free = new ArrayList<>();
        for (int ring = 0; ring < RINGS; ring++) {
            int angles = ring == 0 ? 8 : 24;
            for (int step = 0; step < angles; step++) {
                double angle = 2 * Math.PI * step / angles + preferred(one.anchor());
                double reach = PlotLayout.MARKER + GAP + (ring == 0 ? 0 : 6 + 11 * ring);
                double x = one.x() + Math.cos(angle) * reach + (Math.cos(angle) - 1) / 2 * length;
                double y = one.y() + Math.sin(angle) * reach + (Math.sin(angle) - 1) / 2 * tall;
                Box box = new Box(x, y, length, tall);
                Leader leader = ring == 0 ? null : leader(one, box);
                if (frame.grown(-2).contains(box) && free(box, leader, one)) {
                    free.add(new Place(box, leader, RING_COST * ring + 0.25 * Math.min(step, angles - step)
                            + 1.5 * curves.count(box) + (overCurve(leader) ? OVER_CURVE : 0)));
                }
            }
        }
        free.sort(Comparator.comparingDouble(Place::cost));
        return free;
    }

    private static double preferred(Anchor anchor) {
        return switch (anchor) {
            case RIGHT -> 0;
            case BELOW -> Math.PI / 2;
            case LEFT -> Math.PI;
            case ABOVE -> -Math.PI / 2;
        };
    }

    private static Leader leader(Wanted one, Box box) {
        double x = Math.max(box.x(), Math.min(box.right(), one.x()));
        double y = Math.max(box.y(), Math.min(box.bottom(), one.y()));
        double distance = Math.hypot(x - one.x(), y - one.y());
        double start = Math.min(1, (PlotLayout.MARKER + 1) / Math.max(distance, 1e-9));
        return new Leader(one.x() + start * (x - one.x()), one.y() + start * (y - one.y()), x, y);
    }

    private boolean free(Box box, Leader leader, Wanted one) {
        double from = Math.min(box.x(), one.x()) - 2 * PlotLayout.MARKER - 1;
        double to = Math.max(box.right(), one.x()) + 1;
        for (int i = firstFrom(from); i < markers.size() && markers.get(i).x() <= to; i++) {
            Box marker = markers.get(i);
            boolean own = Math.hypot(marker.x() + PlotLayout.MARKER - one.x(), marker.y()
                    + PlotLayout.MARKER - one.y()) < 1;
            if (marker.grown(1).overlaps(box) || !own && crosses(leader, marker)) {
                return false;
            }
        }
        return rules.stream().noneMatch(rule -> rule.grown(1).overlaps(box) || crosses(leader, rule));
    }

    /** The first marker that does not lie left of an abscissa. */
    private int firstFrom(double x) {
        int low = 0;
        int high = markers.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (markers.get(middle).x() < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a line cannot be followed by the eye, because it crosses a curve. */
    private boolean overCurve(Leader leader) {
        if (leader == null) {
            return false;
        }
        double length = Math.hypot(leader.x2() - leader.x1(), leader.y2() - leader.y1());
        int steps = (int) Math.ceil(length / STEP);
        for (int i = 1; i < steps; i++) {
            double part = (double) i / steps;
            Box spot = new Box(leader.x1() + part * (leader.x2() - leader.x1()) - 1,
                    leader.y1() + part * (leader.y2() - leader.y1()) - 1, 2, 2);
            if (curves.count(spot) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean crosses(Leader one, Leader other) {
        return side(one, other.x1(), other.y1()) * side(one, other.x2(), other.y2()) < 0
                && side(other, one.x1(), one.y1()) * side(other, one.x2(), one.y2()) < 0;
    }

    private static double side(Leader line, double x, double y) {
        return Math.signum((line.x2() - line.x1()) * (y - line.y1()) - (line.y2() - line.y1()) * (x - line.x1()));
    }

    private static boolean crosses(Leader leader, Box box) {
        return leader != null && box.crossedBy(leader.x1(), leader.y1(), leader.x2(), leader.y2());
    }
}
