/**
 * Searches the index of the page's language in the browser. What somebody looks for leaves it in no way: it is in no
 * address, in no request but for parts of the index that many words share, and nothing keeps it but the tab's own way back.
 */
import type { PageFound } from '@charterpress/shared/domain/search/files.ts';
import { type Found, find, IndexChanged } from '@charterpress/shared/domain/search/finding.ts';
import { linkFollowed } from './followed.ts';

const SHOWN_AT_ONCE = 10;
/** Of one or two letters so many words begin that no page would be meant. */
const FEWEST_LETTERS = 3;
/** After the last key: long enough to finish a word. */
const PAUSE_MS = 350;

const part = <E extends HTMLElement>(name: string) =>
  document.getElementById(`search-${name}`) as E | null;
const field = part<HTMLInputElement>('words');
const said = part('said');
const list = part('found');
const one = part<HTMLTemplateElement>('one');
const more = part<HTMLButtonElement>('more');
const nothing = part('nothing');

if (field && said && list && one && more && nothing) {
  begin({ field, said, list, one, more, nothing });
}

type Parts = {
  readonly field: HTMLInputElement;
  readonly said: HTMLElement;
  readonly list: HTMLElement;
  readonly one: HTMLTemplateElement;
  readonly more: HTMLButtonElement;
  readonly nothing: HTMLElement;
};

type State = { readonly words?: string; readonly shown?: number } | null;

function begin({ field, list, more, nothing, one, said }: Parts): void {
  let files = new Map<string, Promise<unknown>>();
  let asked = '';
  let timer = 0;
  let found: Found | null = null;
  let shown = 0;

  said.textContent = '';
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(field.value);
  });
  field.addEventListener('input', (event) => {
    clearTimeout(timer);
    if ((event as InputEvent).isComposing) return;
    const words = field.value.trim();
    const isEnough = words === '' || words.length >= FEWEST_LETTERS;
    if (isEnough) timer = window.setTimeout(() => void ask(words), PAUSE_MS);
  });
  // Back from a sensitive page must not lead to what somebody asked for.
  list.addEventListener('click', (event) => {
    const followed = linkFollowed(event);
    if (!followed?.hasAttribute('data-sensitive')) return;
    event.preventDefault();
    location.replace(followed.href);
  });
  more.addEventListener('click', () => void showMore(SHOWN_AT_ONCE, true));

  const before = history.state as State;
  const linked = new URLSearchParams(location.search).get('q');
  const words = linked ?? before?.words ?? field.value;
  if (words !== '') {
    field.value = words;
    void ask(words, before?.shown);
  }

  async function ask(text: string, count = SHOWN_AT_ONCE): Promise<void> {
    clearTimeout(timer);
    const words = text.trim();
    if (words === asked && found !== null) return;
    asked = words;
    remember();
    if (words === '') return show(null);
    said.textContent = said.dataset.asking ?? '';
    list.ariaBusy = 'true';
    const failed = await showAnswer(words, count)
      .catch((error) => againIfChanged(error, words, count))
      .then(
        () => false,
        () => true,
      );
    if (words !== asked) return;
    list.ariaBusy = 'false';
    if (!failed) return;
    show(null);
    asked = '';
    said.textContent = said.dataset.broken ?? '';
  }

  /** Unless something else was asked for meanwhile. */
  async function showAnswer(words: string, count: number): Promise<void> {
    const answer = await find(words, document.documentElement.lang, read);
    if (words !== asked) return;
    show(answer);
    await showMore(count, false);
  }

  /** Once more from the first file, when the site was made again between two of them. */
  async function againIfChanged(error: unknown, words: string, count: number): Promise<void> {
    if (!(error instanceof IndexChanged)) throw error;
    files = new Map();
    await showAnswer(words, count);
  }

  function read(name: string): Promise<unknown> {
    const known = files.get(name);
    if (known !== undefined) return known;
    const file = fetch(`${name}.json`).then((answer) => {
      if (!answer.ok) throw new Error(`${name} answered ${answer.status}`);
      return answer.json();
    });
    files.set(name, file);
    file.catch(() => files.delete(name));
    return file;
  }

  function show(answer: Found | null): void {
    found = answer;
    shown = 0;
    const count = answer?.places.length ?? 0;
    list.textContent = '';
    list.hidden = count === 0;
    nothing.hidden = answer === null || count > 0;
    more.hidden = true;
    said.textContent = answer === null ? '' : sentenceOn(answer);
  }

  function sentenceOn({ isAsAsked, places }: Found): string {
    const { found = '', near = '', nothing = '' } = said.dataset;
    if (places.length === 0) return nothing;
    const count = found.replace('{{count}}', String(places.length));
    return isAsAsked ? count : `${near} ${count}`;
  }

  async function showMore(count: number, isAsked: boolean): Promise<void> {
    const answer = found;
    if (answer === null) return;
    const pages = await answer.pagesAt(answer.places.slice(shown, shown + count));
    if (answer !== found) return;
    const rows = pages.map(rowOf);
    list.append(...rows);
    shown += rows.length;
    more.hidden = shown >= answer.places.length;
    remember();
    if (isAsked) rows[0]?.querySelector('a')?.focus();
  }

  function rowOf({
    in: foreign,
    isSensitive,
    kind,
    path,
    summary,
    title,
  }: PageFound): Node & ParentNode {
    const row = (one.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const [label, text] = [row.querySelector('span'), row.querySelector('p')];
    const link = document.createElement('a');
    link.className = 'entry-link';
    link.href = path;
    link.toggleAttribute('data-sensitive', isSensitive);
    link.append(inTongue(title, foreign), foreign ? ` (${foreign.note})` : '');
    label?.append(kind ?? '');
    label?.after(link);
    text?.append(inTongue(summary, foreign));
    if (summary === '') text?.remove();
    return row;
  }

  /** For coming back to this page; where the browser shows the address, it stays that of the page. */
  function remember(): void {
    history.replaceState({ words: asked, shown }, '', location.pathname);
  }
}

function inTongue(words: string, foreign: PageFound['in']): Node {
  if (foreign === null) return document.createTextNode(words);
  const span = document.createElement('span');
  span.lang = foreign.tag;
  span.dir = foreign.direction;
  span.textContent = words;
  return span;
}
