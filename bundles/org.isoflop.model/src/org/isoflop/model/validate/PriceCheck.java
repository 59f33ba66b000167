package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Price;

/** A price says what buying or renting costs, and when. */
final class PriceCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        if (!(object instanceof Price price)) {
            return;
        }
        if (price.getPurchase() == null && price.getRent() == null
                && !report.isRefused(object, IsoflopPackage.Literals.PRICE__PURCHASE)
                && !report.isRefused(object, IsoflopPackage.Literals.PRICE__RENT)) {
            report.add(Severity.WARNING, "W_EMPTY_PRICE", object);
        } else if (price.getDate() == null && !report.isRefused(object, IsoflopPackage.Literals.PRICE__DATE)) {
            report.add(Severity.WARNING, "W_UNDATED_PRICE", object);
        }
    }
}
