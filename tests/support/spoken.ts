/** Every text of a page with the language and direction that it stands in, as a reader's voice and letters take it. */
import { Parser } from 'htmlparser2';

export type Spoken = {
  readonly text: string;
  /** What `lang` says there. */
  readonly lang: string;
  readonly dir: string;
  /** Whether it keeps its own direction inside a line of the other. */
  readonly isIsolated: boolean;
};

type Place = {
  readonly lang: string;
  readonly dir: string;
  readonly isIsolated: boolean;
  readonly isSpoken: boolean;
};

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** A title can hold no element, and takes the language of the page; the rest is for machines. */
const unspoken = /^(title|script|style|textarea|path)$/;
/** Attributes that are read out. */
const readOut = ['alt', 'aria-label', 'title', 'placeholder'];

export function spokenOn(html: string): readonly Spoken[] {
  const found: Spoken[] = [];
  const places: Place[] = [{ lang: '', dir: 'ltr', isIsolated: false, isSpoken: true }];
  const here = () => places.at(-1) as Place;
  let said = '';
  let isHeard = false;
  let isWhole = true;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { lang = here().lang, dir = here().dir } = attributes;
      const isIsolated = name === 'bdi' || attributes.dir !== undefined;
      const isSpoken = here().isSpoken && (!unspoken.test(name) || isInSvg(name));
      const place = { lang, dir, isIsolated: isIsolated && name !== 'html', isSpoken };
      for (const each of readOut) add(attributes[each] ?? '', place);
      if (!empty.test(name)) places.push(place);
      // A line may break there, and the word goes on.
      isWhole = name !== 'wbr';
    },
    ontext(text) {
      if (!isWhole && isHeard) found.pop();
      said = isWhole ? text : said + text;
      isWhole = true;
      isHeard = add(said, here());
    },
    onclosetag(name) {
      if (!empty.test(name)) places.pop();
    },
  });
  parser.end(html);
  return found;

  /** Whether there is anything to hear. */
  function add(text: string, { lang, dir, isIsolated, isSpoken }: Place): boolean {
    const isAnything = isSpoken && /[\p{L}\d]/u.test(text);
    if (isAnything) found.push({ text, lang, dir, isIsolated });
    return isAnything;
  }

  function isInSvg(name: string): boolean {
    return name === 'title' && places.length > 3;
  }
}
