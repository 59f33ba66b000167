package org.isoflop.ui.chart.view;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.ui.IMemento;

/** What a view remembers of the studies that it has shown, the most recent ones, over a restart too. */
final class ViewMemory {

    private static final int MOST = 20;

    private final Map<String, StudyMemory> studies = new LinkedHashMap<>();

    StudyMemory of(String study) {
        return studies.getOrDefault(study, StudyMemory.NOTHING);
    }

    void put(String study, StudyMemory memory) {
        studies.remove(study);
        if (!memory.equals(StudyMemory.NOTHING)) {
            studies.put(study, memory);
        }
        while (studies.size() > MOST) {
            studies.remove(studies.keySet().iterator().next());
        }
    }

    void save(IMemento memento) {
        studies.forEach((id, memory) -> {
            IMemento child = memento.createChild("study");
            child.putString("id", id);
            memory.save(child);
        });
    }

    void read(IMemento memento) {
        for (IMemento child : memento.getChildren("study")) {
            if (child.getString("id") != null) {
                put(child.getString("id"), StudyMemory.read(child));
            }
        }
    }
}
