package org.isoflop.ui.edit;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * A reference that loses what it refers to.
 *
 * @param owner
 *            the object that refers
 * @param feature
 *            the reference
 * @param target
 *            what it refers to
 */
public record Dangling(EObject owner, EReference feature, EObject target) {
}
