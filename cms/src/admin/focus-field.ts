/** Takes the person to a field of the form: into the place where they type, and not onto a button that stands before it. */
const places = ['[contenteditable=true]', 'input, textarea', 'button'];

/** The editor of texts comes after the rest of the form: on a slow line a sentence can be pressed before its field is there. */
const WAITS_AT_MOST_MS = 10_000;

/** Nobody is taken anywhere who has gone on to something else. */
const goesOn = ['keydown', 'pointerdown'] as const;

export function focusField(path: string): void {
  if (focused(path)) return;
  const waiting = new AbortController();
  const coming = new MutationObserver(() => {
    if (focused(path)) waiting.abort();
  });
  const { signal } = waiting;
  signal.addEventListener('abort', () => coming.disconnect());
  for (const each of goesOn) document.addEventListener(each, () => waiting.abort(), { signal });
  setTimeout(() => waiting.abort(), WAITS_AT_MOST_MS);
  coming.observe(document.body, { childList: true, subtree: true });
}

function focused(path: string): boolean {
  const field = fieldAt(path);
  if (field === null) return false;
  openAround(field);
  const own = field.matches('input, textarea') ? field : null;
  const inside = places.map((place) => field.querySelector<HTMLElement>(place));
  const place = own ?? inside.find((each) => each !== null);
  field.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
  return place !== undefined && place !== null;
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
