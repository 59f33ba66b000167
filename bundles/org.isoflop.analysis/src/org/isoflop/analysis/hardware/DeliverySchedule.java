package org.isoflop.analysis.hardware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * A cluster that grows by deliveries. What arrived works from then on, so the time of single devices is
 * S(t) = Σ nᵢ·max(t − tᵢ, 0), and compute is S·P·MFU.
 *
 * @param deliveries in the order of their times
 */
public record DeliverySchedule(List<Delivery> deliveries) {

    /** Sorts the deliveries. */
    public DeliverySchedule {
        List<Delivery> sorted = new ArrayList<>(deliveries);
        sorted.sort(Comparator.comparingDouble(Delivery::seconds));
        deliveries = List.copyOf(sorted);
        if (deliveries.isEmpty()) {
            throw new DomainException(Sentence.of("hardware.noDelivery"));
        }
    }

    /**
     * The same number of devices arriving again and again.
     *
     * @param first seconds until the first delivery
     * @param interval seconds between two
     * @param devices devices in each
     * @param times how many deliveries
     * @return the schedule
     * @throws DomainException if a number is outside its domain
     */
    public static DeliverySchedule regular(double first, double interval, double devices, int times) {
        DomainException.notNegative(interval, Sentence.of("node.deliveryInterval"));
        DomainException.count(times, Sentence.of("node.deliveries"));
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            deliveries.add(new Delivery(first + i * interval, devices));
        }
        return new DeliverySchedule(deliveries);
    }

    /**
     * The devices that are there.
     *
     * @param seconds a time
     * @return how many have arrived by then
     */
    public double devices(double seconds) {
        return deliveries.stream().filter(delivery -> delivery.seconds() <= seconds).mapToDouble(Delivery::devices)
                .sum();
    }

    /**
     * The work that can be done until a time.
     *
     * @param until seconds from the start of the schedule
     * @return device-seconds, S(t)
     */
    public double deviceSeconds(double until) {
        DomainException.notNegative(until, Sentence.of("node.deadline"));
        return deliveries.stream()
                .mapToDouble(delivery -> delivery.devices() * Math.max(until - delivery.seconds(), 0)).sum();
    }

    /**
     * When an amount of work is done: the t with S(t) = work.
     *
     * @param deviceSeconds the work, in seconds of one device
     * @return seconds from the start of the schedule
     * @throws DomainException if the work is not positive
     */
    public double finish(double deviceSeconds) {
        DomainException.positive(deviceSeconds, Sentence.of("node.deviceSeconds"));
        double devices = 0;
        double weighted = 0;
        double finish = Double.POSITIVE_INFINITY;
        for (Delivery delivery : deliveries) {
            if (finish <= delivery.seconds()) {
                return finish;
            }
            devices += delivery.devices();
            weighted += delivery.devices() * delivery.seconds();
            finish = (deviceSeconds + weighted) / devices;
        }
        return finish;
    }

    /**
     * The training compute that the schedule allows.
     *
     * @param until seconds from the start of the schedule
     * @param peak dense peak of one device in FLOP/s
     * @param utilisation MFU, above 0 and at most 1
     * @return FLOP
     * @throws DomainException if a number is outside its domain
     */
    public double flop(double until, double peak, double utilisation) {
        return deviceSeconds(until) * DomainException.positive(peak, Sentence.of("node.peak"))
                * DomainException.share(utilisation, Sentence.of("node.utilisation"));
    }
}
