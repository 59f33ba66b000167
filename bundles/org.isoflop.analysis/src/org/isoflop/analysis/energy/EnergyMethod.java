package org.isoflop.analysis.energy;

import java.util.Locale;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Messages;

/** A way of estimating the energy of a run, or of tokens. They differ by a factor of two and more. */
public enum EnergyMethod implements Localised {

    /** TDP and nothing else (ML CO2 Impact; Lacoste et al. 2019). */
    DEVICE_TDP("deviceTdp", "Lacoste et al. 2019, arXiv:1910.09700"),
    /** TDP and the site (LLMCarbon; Faiz et al. 2024). */
    DEVICE_TDP_SITE("deviceTdpSite", "Faiz et al. 2024, arXiv:2309.14393"),
    /** TDP of the server at its mean load, and the site (Epoch AI). */
    SERVER("server", "Cottier et al. 2024, arXiv:2405.21015"),
    /** Measured mean power, and the site (Patterson et al. 2021). */
    MEASURED("measured", "Patterson et al. 2021, arXiv:2104.10350"),
    /** A regression over measurements of served models, for tokens alone (EcoLogits). */
    REGRESSION("regression", RequestEnergy.SOURCE);

    private final String key;
    private final String source;

    EnergyMethod(String key, String source) {
        this.key = key;
        this.source = source;
    }

    /**
     * The name in files and answers.
     *
     * @return such as {@code server}
     */
    public String key() {
        return key;
    }

    /**
     * Where the method comes from.
     *
     * @return a citation
     */
    public String source() {
        return source;
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "energyMethod." + key);
    }
}
