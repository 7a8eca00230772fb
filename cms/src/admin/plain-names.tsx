'use client';
/**
 * Names what Payload 3.90.2 leaves nameless, so that a screen reader has something to read: icons without words, rich
 * text without its label, lists whose input has none. To be deleted, line by line, as Payload names them itself:
 * tests/e2e/editor.test.ts asks axe about each screen.
 */
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { type ReactNode, useEffect } from 'react';

const { names } = desk;

export function PlainNames({ children }: { children: ReactNode }) {
  useEffect(() => {
    nameAll();
    const observer = new MutationObserver(nameAll);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return children;
}

/** By selector: what to say of each that is found. */
const nameless: Readonly<Record<string, (found: Element) => string>> = {
  '.doc-controls .popup-button:not([aria-label])': () => names.more,
  '.popup-button:not([aria-label])': (found) => found.textContent?.trim() || names.moreOfThis,
  '[class*=__editButton]:not([aria-label])': () => names.edit,
  '[class*=__removeButton]:not([aria-label])': () => names.takeOut,
  '.collapsible__drag:not([aria-label])': () => names.move,
  '.date-time-picker__clear-button:not([aria-label])': () => names.clear,
  '.table-cell-action-button:not([aria-label])': () => names.table,
  '.clickable-arrow--left:not([aria-label])': () => names.pageBefore,
  '.clickable-arrow--right:not([aria-label])': () => names.pageAfter,
  '.condition__actions-remove:not([aria-label])': () => names.conditionLess,
  '.condition__actions-add:not([aria-label])': () => names.conditionMore,
  '[data-button-key]:not([aria-label])': (found) =>
    buttonNames[found.getAttribute('data-button-key') ?? ''] ?? names.format,
  '.toolbar-popup__dropdown:not([aria-label])': (found) =>
    found.textContent?.trim() || names.format,
  // Payload calls it "text dropdown", while it says "Heading 2".
  '.toolbar-popup__dropdown:has(.toolbar-popup__dropdown-label)': (found) =>
    found.textContent?.trim() || names.format,
  '[role=textbox]:not([aria-label])': labelOf,
  '.rs__input:not([aria-label])': labelOf,
  '.react-datepicker__input-container input:not([aria-label])': labelOf,
};

const buttonNames: Readonly<Record<string, string>> = {
  bold: names.bold,
  italic: names.italic,
  link: names.link,
};

function nameAll(): void {
  for (const [selector, nameOf] of Object.entries(nameless)) {
    for (const found of document.querySelectorAll(selector)) {
      found.setAttribute('aria-label', nameOf(found));
    }
  }
  for (const [selector, name, value] of mended) {
    for (const found of document.querySelectorAll(selector)) found.setAttribute(name, value);
  }
  // Its words are its name, number included.
  for (const tab of document.querySelectorAll('.doc-tab[aria-label]')) {
    tab.removeAttribute('aria-label');
  }
}

/** What is hidden from screen readers is no stop for the keyboard, and what holds buttons is no button itself. */
const mended = [
  ['[aria-hidden=true][role=button]:not([tabindex="-1"])', 'tabindex', '-1'],
  ['button[aria-hidden=true]:not([tabindex="-1"])', 'tabindex', '-1'],
  ['.multi-value[role=button]', 'role', 'group'],
  ['.doc-tabs__tabs:not([role])', 'role', 'group'],
] as const;

/** The words that stand above a field. */
function labelOf(found: Element): string {
  const field = found.closest('.field-type, .per-page, .form-field');
  return field?.querySelector('.field-label')?.textContent?.replace('*', '').trim() || names.field;
}
