package org.isoflop.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.cost.Price;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.DeliverySchedule;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.DeliveryData;
import org.isoflop.core.mapping.StudyData.PeakData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.junit.jupiter.api.Test;

class HardwareTest {

    private static final AcceleratorData CHIP = new AcceleratorData("chip", null, null,
            List.of(new PeakData("bf16", figure(1e15)), new PeakData("fp8", figure(2e15)),
                    new PeakData("own", figure(9e15)), new PeakData("fp32", null)),
            figure(80e9), figure(3e12), figure(900e9), null, null, null, null, null,
            List.of(new PriceData("2024", "a", null, figure(3)), new PriceData("2025-03", "b", figure(30000), null),
                    new PriceData("2025-01", "c", null, figure(2), 3), new PriceData(null, "d", null, figure(1))));

    private static final ClusterData CLUSTER = cluster("chip", figure(64), 8, List.of());

    @Test
    void theLinkIsHalfOfBothDirectionsAndUnknownPowerStaysUnknown() {
        Accelerator chip = Hardware.accelerator(CHIP);
        assertEquals(450e9, chip.linkBandwidth());
        assertEquals(2, chip.peaks().size());
        assertEquals(2e15, chip.peak(Precision.FP8));
        assertThrows(DomainException.class, chip::requiredPower);
        assertEquals(Precision.BF16, Hardware.usualPrecision(chip));
    }

    @Test
    void whatIsMissingIsNamed() {
        AcceleratorData bare = new AcceleratorData("bare", null, null, CHIP.peaks(), List.of());
        CoreException memory = assertThrows(CoreException.class, () -> Hardware.accelerator(bare));
        assertEquals("bare lacks: Memory.", memory.message(Locale.ENGLISH));
        assertTrue(memory.message(Locale.FRENCH).startsWith("Il manque \u00e0 bare\u00a0:"));
        AcceleratorData peakless = new AcceleratorData("peakless", null, null, List.of(), List.of());
        assertThrows(CoreException.class, () -> Hardware.accelerator(peakless));
        assertThrows(CoreException.class,
                () -> Hardware.cluster(study(), cluster("nothing", figure(8), 8, List.of())));
        assertThrows(CoreException.class, () -> Hardware.cluster(study(), cluster("chip", null, 8, List.of())));
        assertThrows(DomainException.class, () -> Hardware.cluster(study(), cluster("chip", figure(0), 8, List.of())));
    }

    @Test
    void aClusterHasItsNodesOrElseIsOne() {
        Cluster cluster = Hardware.cluster(study(), CLUSTER);
        assertEquals(64, cluster.devices());
        assertEquals(450e9, cluster.bandwidth(8));
        assertEquals(450e9, cluster.bandwidth(9), "a network of which nothing is said is as fast as the links");
        assertEquals(8, Hardware.cluster(study(), cluster("chip", figure(64), null, List.of())).devicesPerNode());
    }

    @Test
    void deliveriesCountFromTheStart() {
        List<DeliveryData> deliveries = List.of(new DeliveryData("2024-12-31", figure(100)),
                new DeliveryData("2025-01-11", figure(50)), new DeliveryData("soon", figure(7)),
                new DeliveryData("2025-02", null));
        ClusterData cluster = cluster("chip", null, 8, deliveries);
        DeliverySchedule schedule = Hardware.deliveries(cluster, LocalDate.of(2025, 1, 1));
        assertEquals(100, schedule.devices(0));
        assertEquals(100, schedule.devices(10 * 86_400 - 1));
        assertEquals(150, schedule.devices(10 * 86_400));
        assertEquals(Optional.of(157.0), Hardware.devices(cluster));
        assertEquals(64, Hardware.deliveries(CLUSTER, LocalDate.of(2025, 1, 1)).devices(0));
    }

    @Test
    void pricesKeepTheirDates() {
        var history = Hardware.prices(CHIP);
        assertEquals(3, history.prices().size(), "what has no date is left out");
        assertEquals(LocalDate.of(2024, 1, 1), history.at(Price.Kind.RENT_ON_DEMAND, LocalDate.of(2025, 6, 1))
                .orElseThrow().date());
        assertEquals(2, history.at(Price.Kind.RENT_RESERVED, LocalDate.of(2025, 6, 1)).orElseThrow().usd());
        assertEquals("b", history.at(Price.Kind.BUY, LocalDate.of(2025, 6, 1)).orElseThrow().provider());
    }

    @Test
    void datesAreThoseOfAStudy() {
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), Hardware.date("2024-02-29"));
        assertEquals(Optional.of(LocalDate.of(2024, 5, 1)), Hardware.date("2024-05"));
        for (String wrong : new String[] {null, "", "2024-13", "2023-02-29", "May 2024", "2024-5"}) {
            assertEquals(Optional.empty(), Hardware.date(wrong));
        }
        assertEquals(Optional.of(Precision.INT8), Hardware.precision(" INT8 "));
        assertEquals(Optional.empty(), Hardware.precision("int3"));
    }

    private static StudyData study() {
        return new StudyData("study", null, null, List.of(), List.of(), List.of(), List.of(CHIP), List.of(CLUSTER),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static ClusterData cluster(String accelerator, Figure devices, Integer node,
            List<DeliveryData> deliveries) {
        return new ClusterData("cluster", null, null, accelerator, devices, node, null, null, null, null, null, null,
                deliveries);
    }

    private static Figure figure(double value) {
        return new Figure(value, null, null, null, null, null, null, null, "path");
    }
}
