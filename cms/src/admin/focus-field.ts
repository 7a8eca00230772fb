/** Takes the person to a field of the form: into the place where they type, and not onto a button that stands before it. */
const places = ['[contenteditable=true]', 'input, textarea', 'button'];

export function focusField(path: string): void {
  const field = fieldAt(path);
  if (field === null) return;
  openAround(field);
  const own = field.matches('input, textarea') ? field : null;
  const inside = places.map((place) => field.querySelector<HTMLElement>(place));
  const place = own ?? inside.find((each) => each !== null);
  field.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

/** A row that somebody folded up cannot take the focus. */
function openAround(field: HTMLElement): void {
  const folded = field.closest<HTMLElement>('.collapsible--collapsed');
  if (folded === null) return;
  folded.querySelector<HTMLElement>('.collapsible__toggle')?.click();
  if (folded.parentElement !== null) openAround(folded.parentElement);
}

/** One of several references has no place of its own: the field that holds them is the next best. */
function fieldAt(path: string): HTMLElement | null {
  const found =
    document.getElementById(`field-${path.replaceAll('.', '__')}`) ??
    document.querySelector<HTMLElement>(`[data-field-path="${CSS.escape(path)}"]`);
  const parent = path.split('.').slice(0, -1).join('.');
  return found ?? (parent === '' ? null : fieldAt(parent));
}
