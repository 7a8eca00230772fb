/** HTML from words: whatever is put between its parts is escaped, unless `html` made it. */

/** Only `html` and what is built on it make one, so that words never pass for it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | null | Html | readonly Html[];

/** `` html`<p title="${title}">${words}</p>` ``: as safe between quotes as between tags. `null` leaves nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0] ?? '';
  for (const [at, value] of values.entries()) text += textOf(value) + parts[at + 1];
  return new Html(text);
}

type Attributes = Readonly<Record<string, string | null | undefined>>;

/** Those that have a value, each with a space before it. */
export function attributes(of: Attributes): Html {
  let text = '';
  for (const name in of) {
    const value = of[name];
    if (value !== null && value !== undefined) text += ` ${name}="${escaped(value)}"`;
  }
  return new Html(text);
}

type Name = 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'ol' | 'ul' | 'th' | 'td';

/** An element whose name hangs on what is shown. */
export function element(name: Name, inside: Html, of: Attributes = {}): Html {
  return new Html(`<${name}${attributes(of).text}>${inside.text}</${name}>`);
}

function textOf(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'number') return String(value);
  let text = '';
  for (const piece of value) text += piece.text;
  return text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(words: string): string {
  return /[&<>"']/.test(words) ? words.replace(/[&<>"']/g, (one) => entities[one] ?? one) : words;
}
