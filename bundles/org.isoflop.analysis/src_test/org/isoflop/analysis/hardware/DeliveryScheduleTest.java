package org.isoflop.analysis.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.isoflop.analysis.DomainException;
import org.junit.jupiter.api.Test;

/** What deliveries allow, by hand and by what must always hold. */
class DeliveryScheduleTest {

    private static final double MONTH = 30 * 86_400;

    private static DeliverySchedule random(SplittableRandom random) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            deliveries.add(new Delivery(random.nextDouble(0, 1e7), random.nextInt(1, 5000)));
        }
        return new DeliverySchedule(deliveries);
    }

    /** A thousand a month from the start: 1, 2, 3 … thousand at work, 78 thousand device-months after a year. */
    @Test
    void monthlyDeliveriesAddUp() {
        DeliverySchedule schedule = DeliverySchedule.regular(0, MONTH, 1000, 12);
        assertEquals(78_000 * MONTH, schedule.deviceSeconds(12 * MONTH), 1e-3);
        assertEquals(12 * MONTH, schedule.finish(78_000 * MONTH), 1e-3);
        assertEquals(1000, schedule.devices(0));
        assertEquals(12_000, schedule.devices(11 * MONTH));
        assertEquals(78_000 * MONTH * 989.4e12 * 0.4, schedule.flop(12 * MONTH, 989.4e12, 0.4), 1e15);
        assertEquals(2 * MONTH, new DeliverySchedule(List.of(new Delivery(MONTH, 10))).finish(10 * MONTH), 1e-3);
    }

    @Test
    void finishIsTheInverseOfWork() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1000; i++) {
            DeliverySchedule schedule = random(random);
            double work = Math.exp(random.nextDouble(0, 30));
            double finish = schedule.finish(work);
            assertEquals(work, schedule.deviceSeconds(finish), 1e-9 * Math.max(work, 1e9));
            assertTrue(schedule.finish(2 * work) > finish);
        }
    }

    /** Another delivery never delays; a later one never helps. */
    @Test
    void moreIsNeverLater() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1000; i++) {
            DeliverySchedule schedule = random(random);
            double work = Math.exp(random.nextDouble(0, 30));
            List<Delivery> more = new ArrayList<>(schedule.deliveries());
            more.add(new Delivery(random.nextDouble(0, 1e7), 10));
            assertTrue(new DeliverySchedule(more).finish(work) <= schedule.finish(work) * (1 + 1e-12));
            DeliverySchedule late = new DeliverySchedule(schedule.deliveries().stream()
                    .map(delivery -> new Delivery(delivery.seconds() + 1000, delivery.devices())).toList());
            assertEquals(schedule.finish(work) + 1000, late.finish(work), 1e-6 * schedule.finish(work));
        }
    }

    @Test
    void emptyAndNegativeSchedulesAreRefused() {
        assertThrows(DomainException.class, () -> new DeliverySchedule(List.of()));
        assertThrows(DomainException.class, () -> new Delivery(-1, 10));
        assertThrows(DomainException.class, () -> new Delivery(0, 0));
        assertThrows(DomainException.class, () -> DeliverySchedule.regular(0, 1, 1, 0));
        assertThrows(DomainException.class, () -> DeliverySchedule.regular(0, 1, 1, 1).finish(0));
        assertThrows(DomainException.class, () -> DeliverySchedule.regular(0, 1, 1, 1).deviceSeconds(-1));
    }
}
