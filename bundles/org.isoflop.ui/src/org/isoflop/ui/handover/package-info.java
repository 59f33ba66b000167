/**
 * One window for one area of settings: a second start hands its files to the window that is open and ends. The two talk
 * over a Unix-domain socket in a folder that only the user may enter. Whatever comes over it is small, checked, and can
 * do no more than open files and raise the window.
 */
package org.isoflop.ui.handover;
