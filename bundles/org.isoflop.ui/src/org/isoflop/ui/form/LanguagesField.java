package org.isoflop.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.isoflop.model.Text;
import org.isoflop.ui.Messages;

/** Words as one text or as one text per language; the button beside them chooses the language that is shown. */
final class LanguagesField extends EntryField {

    private static final List<String> OFFERED = List.of("en", "fr");

    private Button languages;
    private String chosen;

    LanguagesField(FieldHost host, EReference via, EStructuralFeature feature, boolean multi) {
        super(host, via, feature, multi);
        typedAs(new StringFormat(List::of));
    }

    private Text words() {
        return (Text) value();
    }

    /** The language that is shown, or null if the text is the same in all of them. */
    String language() {
        Text words = words();
        if (words == null || words.isSingle()) {
            return null;
        }
        String own = Locale.getDefault().getLanguage();
        for (String language : chosen == null ? List.of(own) : List.of(chosen, own)) {
            if (words.languages().containsKey(language)) {
                return language;
            }
        }
        return words.languages().keySet().iterator().next();
    }

    @Override
    Object current() {
        Text words = words();
        String language = language();
        return words == null ? null : language == null ? words.get(Locale.ROOT) : words.languages().get(language);
    }

    @Override
    void write(Object value) {
        String language = language();
        if (language == null) {
            set(value == null ? null : Text.of(value.toString()));
            return;
        }
        Map<String, String> texts = new LinkedHashMap<>(words().languages());
        if (value == null) {
            texts.remove(language);
        } else {
            texts.put(language, value.toString());
        }
        set(texts.isEmpty() ? null : Text.of(texts));
    }

    @Override
    int moreControls() {
        return 1;
    }

    @Override
    void createMore(Composite row) {
        languages = part(new Button(row, SWT.PUSH), Messages.text("language.button", labelText()));
        languages.setToolTipText(Messages.text("language.tip"));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).hint(width(languages, 7), SWT.DEFAULT)
                .applyTo(languages);
        languages.addListener(SWT.Selection, event -> open());
    }

    @Override
    void refresh() {
        super.refresh();
        String language = language();
        String shown = Messages.text("language.shown", language == null ? Messages.text("language.all") : language);
        if (!shown.equals(languages.getText())) {
            languages.setText(shown);
        }
        languages.setEnabled(parent() != null && (host().isEditable() || language != null));
    }

    private void open() {
        commit();
        Menu menu = menu();
        menu.setLocation(languages.toDisplay(0, languages.getSize().y));
        menu.setVisible(true);
    }

    /** The languages to show, to add and to remove. */
    Menu menu() {
        Menu menu = new Menu(languages);
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        Text words = words();
        String shown = language();
        if (shown == null) {
            item(menu, SWT.RADIO, Messages.text("language.one"), () -> {
            }).setSelection(true);
        } else {
            for (String language : words.languages().keySet()) {
                item(menu, SWT.RADIO, label(language), () -> show(language)).setSelection(language.equals(shown));
            }
        }
        if (host().isEditable() && words != null) {
            separator(menu);
            for (String language : OFFERED) {
                if (shown == null || !words.languages().containsKey(language)) {
                    item(menu, SWT.PUSH, Messages.text("language.add", label(language)), () -> add(language));
                }
            }
            item(menu, SWT.PUSH, Messages.text("language.other"), this::addOther);
            if (shown != null) {
                separator(menu);
                item(menu, SWT.PUSH, Messages.text("language.remove", label(shown)), () -> write(null));
                item(menu, SWT.PUSH, Messages.text("language.merge", label(shown)),
                        () -> set(Text.of(String.valueOf(current()))));
            }
        }
        return menu;
    }

    private static MenuItem item(Menu menu, int style, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(text);
        item.addListener(SWT.Selection, event -> {
            if (style != SWT.RADIO || item.getSelection()) {
                action.run();
            }
        });
        return item;
    }

    private static MenuItem separator(Menu menu) {
        return new MenuItem(menu, SWT.SEPARATOR);
    }

    private static String label(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return Messages.text("language.label", locale.getDisplayName(Locale.getDefault()), language);
    }

    private void show(String language) {
        chosen = language;
        update();
        focusControl().setFocus();
    }

    private void addOther() {
        InputDialog dialog = new InputDialog(languages.getShell(), Messages.text("language.title"),
                Messages.text("language.question"), "",
                tag -> Text.isLanguage(tag) ? null : Messages.text("language.wrong"));
        if (dialog.open() == Window.OK) {
            add(dialog.getValue());
        }
    }

    /** Gives a language a text of its own, to begin with that of the language shown. */
    private void add(String language) {
        Text words = words();
        Map<String, String> texts = new LinkedHashMap<>(words.languages());
        if (words.isSingle()) {
            texts.put(Locale.getDefault().getLanguage(), words.get(Locale.ROOT));
        }
        texts.putIfAbsent(language, String.valueOf(current()));
        chosen = language;
        set(Text.of(texts));
        focusControl().setFocus();
        focusControl().selectAll();
    }
}
