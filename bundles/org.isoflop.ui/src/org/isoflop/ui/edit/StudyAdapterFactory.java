package org.isoflop.ui.edit;

import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.common.notify.impl.AdapterFactoryImpl;
import org.eclipse.emf.edit.provider.IEditingDomainItemProvider;

/** Gives the objects of a study the one item provider that there is. */
final class StudyAdapterFactory extends AdapterFactoryImpl {

    private StudyItemProvider provider;

    @Override
    public boolean isFactoryForType(Object type) {
        return type == IEditingDomainItemProvider.class;
    }

    @Override
    protected Adapter createAdapter(Notifier target) {
        if (provider == null) {
            provider = new StudyItemProvider(this);
        }
        return provider;
    }
}
