package org.isoflop.core.evaluation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.cost.Price;
import org.isoflop.analysis.cost.PriceHistory;
import org.isoflop.analysis.energy.DevicePower;
import org.isoflop.analysis.energy.PowerModel;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Delivery;
import org.isoflop.analysis.hardware.DeliverySchedule;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.TrainingSetup;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.DeliveryData;
import org.isoflop.core.mapping.StudyData.PeakData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.isoflop.core.mapping.StudyData.TrainingData;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Features;

/**
 * The hardware of a study as the analysis takes it. What a calculation needs and the study lacks is refused by its
 * name; nothing is guessed.
 */
public final class Hardware {

    private static final double DAY = 86_400;
    private static final int MOST_DEVICES = 1_000_000;

    private Hardware() {
    }

    /**
     * An accelerator with what calculations of memory and time need.
     *
     * @param data
     *            an accelerator of a study
     * @return the accelerator; its link is half of the interconnect, which vendors state for both directions
     * @throws CoreException
     *             if memory, bandwidth or every peak is missing
     * @throws org.isoflop.analysis.DomainException
     *             if a number is outside its domain
     */
    public static Accelerator accelerator(AcceleratorData data) {
        Map<Precision, Double> peaks = new EnumMap<>(Precision.class);
        for (PeakData peak : data.peaks()) {
            precision(peak.precision()).filter(precision -> isGiven(peak.throughput()))
                    .ifPresent(precision -> peaks.putIfAbsent(precision, peak.throughput().value()));
        }
        if (peaks.isEmpty()) {
            throw missing(data.name(), data.id(), IsoflopPackage.Literals.ACCELERATOR__PEAKS);
        }
        return new Accelerator(Objects.requireNonNullElse(data.id(), "?"),
                required(data, data.memory(), IsoflopPackage.Literals.ACCELERATOR__MEMORY),
                required(data, data.bandwidth(), IsoflopPackage.Literals.ACCELERATOR__BANDWIDTH), peaks,
                value(data.interconnect()).orElse(0.0) / 2, value(data.power()).orElse(0.0));
    }

    private static double required(AcceleratorData data, Figure figure, EStructuralFeature feature) {
        return value(figure).orElseThrow(() -> missing(data.name(), data.id(), feature));
    }

    private static CoreException missing(Text name, String id, EStructuralFeature feature) {
        Localised named = locale -> name == null || name.get(locale).isBlank() ? String.valueOf(id) : name.get(locale);
        Localised label = locale -> Features.label(feature, locale);
        return new CoreException("E_HARDWARE_LACKS", named, label);
    }

    /**
     * What a study knows of the power of an accelerator.
     *
     * @param data
     *            an accelerator of a study
     * @return its powers, 0 where nothing is given
     * @throws org.isoflop.analysis.DomainException
     *             if a number is negative
     */
    public static DevicePower power(AcceleratorData data) {
        return new DevicePower(value(data.power()).orElse(0.0), value(data.serverRatio()).orElse(0.0), meanLoad(data),
                value(data.measuredPower()).orElse(0.0));
    }

    /** The mean load of servers: tensor processing units run at a lower one than graphics processors. */
    static double meanLoad(AcceleratorData data) {
        return data.id() != null && data.id().startsWith("tpu") ? PowerModel.TPU_LOAD : PowerModel.GPU_LOAD;
    }

    /**
     * A format of numbers by the name that studies give it.
     *
     * @param name
     *            such as {@code bf16}, or null
     * @return empty if there is no such format
     */
    public static Optional<Precision> precision(String name) {
        return Arrays.stream(Precision.values())
                .filter(precision -> name != null && precision.key().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The format that a chip computes in where nothing else is said.
     *
     * @param accelerator
     *            the chip
     * @return bf16 or fp16 if it has one of them, else the narrowest of its formats with at least 8 bits
     */
    public static Precision usualPrecision(Accelerator accelerator) {
        if (accelerator.peaks().containsKey(Precision.BF16)) {
            return Precision.BF16;
        }
        if (accelerator.peaks().containsKey(Precision.FP16)) {
            return Precision.FP16;
        }
        return accelerator.peaks().keySet().stream().filter(precision -> precision.bits() >= Byte.SIZE)
                .reduce((wider, narrower) -> narrower).orElseGet(() -> accelerator.peaks().keySet().iterator().next());
    }

    /**
     * A cluster with what calculations of layouts need.
     *
     * @param study
     *            the study that holds its accelerator
     * @param data
     *            the cluster
     * @return the cluster; eight devices in a node and a network as fast as the links where the study says nothing else
     * @throws CoreException
     *             if its accelerator or the number of devices is missing
     * @throws org.isoflop.analysis.DomainException
     *             if a number is outside its domain
     */
    public static Cluster cluster(StudyData study, ClusterData data) {
        AcceleratorData accelerator = acceleratorOf(study, data).orElseThrow(
                () -> missing(data.name(), data.id(), IsoflopPackage.Literals.CLUSTER__ACCELERATOR));
        double devices = devices(data).orElseThrow(
                () -> missing(data.name(), data.id(), IsoflopPackage.Literals.CLUSTER__DEVICES));
        return cluster(accelerator(accelerator), data, (int) Math.clamp(Math.floor(devices), 0, Integer.MAX_VALUE));
    }

    /**
     * Accelerators in the nodes and the network of a cluster.
     *
     * @param accelerator
     *            the accelerator
     * @param data
     *            the cluster, or null
     * @param devices
     *            how many there are
     * @return the cluster; eight devices in a node and a network as fast as the links where nothing else is said
     * @throws org.isoflop.analysis.DomainException
     *             if a number is outside its domain
     */
    public static Cluster cluster(Accelerator accelerator, ClusterData data, int devices) {
        return data == null ? Cluster.of(accelerator, devices, null, null, null)
                : Cluster.of(accelerator, devices, data.devicesPerNode(), given(data.network()),
                        given(data.latency()));
    }

    /**
     * The devices that a step trains on.
     *
     * @param step
     *            a step that trains
     * @param cluster
     *            the cluster that it trains on, or null
     * @return its own number, or that of the cluster; empty if neither says one
     */
    public static Optional<Integer> devices(TrainingData step, ClusterData cluster) {
        return value(step.devices()).or(() -> cluster == null ? Optional.empty() : devices(cluster))
                .map(count -> (int) Math.clamp(Math.floor(count), 1, MOST_DEVICES));
    }

    private static Double given(Figure figure) {
        return value(figure).orElse(null);
    }

    /**
     * How a step trains.
     *
     * @param step
     *            a step that trains, or null
     * @return recipe, sequences and batch; what the step leaves open is what is usual
     * @throws org.isoflop.analysis.DomainException
     *             if a number is outside its domain
     */
    public static TrainingSetup setup(TrainingData step) {
        return step == null ? TrainingSetup.USUAL
                : new TrainingSetup(recipe(step.recipe()), step.context(), given(step.batchTokens()));
    }

    /** Returns the recipe by its name, which model and analysis share. */
    private static Recipe recipe(org.isoflop.model.Recipe chosen) {
        return chosen == null ? null
                : Arrays.stream(Recipe.values()).filter(one -> one.key().equals(chosen.getLiteral())).findFirst()
                        .orElseThrow();
    }

    /**
     * The accelerator of a cluster.
     *
     * @param study
     *            the study
     * @param data
     *            one of its clusters
     * @return empty if the cluster names none
     */
    public static Optional<AcceleratorData> acceleratorOf(StudyData study, ClusterData data) {
        return study.accelerators().stream()
                .filter(one -> one.id() != null && one.id().equals(data.accelerator())).findFirst();
    }

    /**
     * How many devices a cluster has, all deliveries counted.
     *
     * @param data
     *            the cluster
     * @return what it says itself, or else the sum of its deliveries; empty if neither is given
     */
    public static Optional<Double> devices(ClusterData data) {
        if (isGiven(data.devices())) {
            return value(data.devices());
        }
        double sum = data.deliveries().stream().map(DeliveryData::devices).filter(Hardware::isGiven)
                .mapToDouble(Figure::value).sum();
        return sum > 0 ? Optional.of(sum) : Optional.empty();
    }

    /**
     * When the devices of a cluster can be used.
     *
     * @param data
     *            the cluster
     * @param start
     *            the day that time counts from; what was delivered before is there from then on
     * @return its deliveries that have a date and a number; without deliveries all its devices from the start
     * @throws CoreException
     *             if neither deliveries nor devices are given
     */
    public static DeliverySchedule deliveries(ClusterData data, LocalDate start) {
        List<Delivery> deliveries = new ArrayList<>();
        for (DeliveryData delivery : data.deliveries()) {
            Optional<LocalDate> date = date(delivery.date());
            if (date.isPresent() && isGiven(delivery.devices())) {
                deliveries.add(new Delivery(Math.max(0, ChronoUnit.DAYS.between(start, date.get()) * DAY),
                        delivery.devices().value()));
            }
        }
        if (deliveries.isEmpty()) {
            deliveries.add(new Delivery(0, devices(data).orElseThrow(
                    () -> missing(data.name(), data.id(), IsoflopPackage.Literals.CLUSTER__DEVICES))));
        }
        return new DeliverySchedule(deliveries);
    }

    /**
     * The prices of an accelerator that have a date; a rent with a commitment is a reserved one.
     *
     * @param data
     *            the accelerator
     * @return the history, empty if no price has a date
     */
    public static PriceHistory prices(AcceleratorData data) {
        List<Price> prices = new ArrayList<>();
        for (PriceData price : data.prices()) {
            date(price.date()).ifPresent(date -> {
                if (isGiven(price.purchase()) && price.purchase().value() > 0) {
                    prices.add(new Price(Price.Kind.BUY, price.purchase().value(), date, price.provider()));
                }
                if (isGiven(price.rent()) && price.rent().value() > 0) {
                    prices.add(new Price(price.years() == null || price.years() == 0 ? Price.Kind.RENT_ON_DEMAND
                            : Price.Kind.RENT_RESERVED, price.rent().value(), date, price.provider()));
                }
            });
        }
        return new PriceHistory(prices);
    }

    /**
     * The first day of a date of a study.
     *
     * @param text
     *            {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}, or null
     * @return the day, the first of the month or year where no more is said; empty if it is no such date
     */
    public static Optional<LocalDate> date(String text) {
        if (text == null || !text.matches("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?")) {
            return Optional.empty();
        }
        String[] parts = text.split("-");
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(parts[0]),
                    parts.length > 1 ? Integer.parseInt(parts[1]) : 1,
                    parts.length > 2 ? Integer.parseInt(parts[2]) : 1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isGiven(Figure figure) {
        return figure != null && figure.value() != null;
    }

    private static Optional<Double> value(Figure figure) {
        return isGiven(figure) ? Optional.of(figure.value()) : Optional.empty();
    }
}
