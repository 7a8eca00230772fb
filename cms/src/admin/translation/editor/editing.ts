/**
 * A text with codes as an editor changes it. A code is one unit, like a character: it is stepped over, chosen and taken
 * out as a whole. After every change the codes are whole: each at most once, each opened one closed, none crossing another.
 */
import type { Token } from '@charterpress/shared/domain/translation/codes.ts';

/** One character, or one code. Places count units: place 0 stands before the first. */
export type Unit = Token;
export type Range = { readonly from: number; readonly to: number };
export type Edited = { readonly units: readonly Unit[]; readonly at: Range };
export type CodeSlot = { readonly number: number; readonly isPaired: boolean };

export function unitsOf(tokens: readonly Token[]): readonly Unit[] {
  return tokens.flatMap((token): readonly Unit[] =>
    'text' in token ? token.text.split('').map((text) => ({ text })) : [token],
  );
}

export function tokensOfUnits(units: readonly Unit[]): readonly Token[] {
  const tokens: Token[] = [];
  let text = '';
  const put = () => {
    if (text !== '') tokens.push({ text });
    text = '';
  };
  for (const unit of units) {
    if ('text' in unit) text += unit.text;
    else {
      put();
      tokens.push(unit);
    }
  }
  put();
  return tokens;
}

/** Puts plain text in place of a range; whoever takes out one half of a pair takes out both. */
export function replaced(units: readonly Unit[], { from, to }: Range, by: string): Edited {
  const put = unitsOf([{ text: plain(by) }]);
  const all = [...units.slice(0, from), ...put, ...units.slice(to)];
  return mended(all, { from: from + put.length, to: from + put.length });
}

/** Only the codes of the source, each once: what a browser or an input method left behind is put in order. */
export function mended(units: readonly Unit[], at: Range): Edited {
  const kept = keptUnits(units);
  const before = (place: number) => kept.slice(0, place).filter(Boolean).length;
  return {
    units: units.filter((_unit, place) => kept[place]),
    at: { from: before(at.from), to: before(at.to) },
  };
}

/**
 * Puts a code at a range: a pair around it, a single one behind it. One that stands elsewhere moves here.
 * `null` when it would tear another pair apart.
 */
export function withCode(units: readonly Unit[], at: Range, code: CodeSlot): Edited | null {
  const rest = units.filter((unit) => numberOf(unit) !== code.number);
  const gone = (place: number) =>
    units.slice(0, place).filter((unit) => numberOf(unit) === code.number).length;
  const [from, to] = [at.from - gone(at.from), at.to - gone(at.to)];
  const { number } = code;
  if (!code.isPaired) {
    const all = [...rest.slice(0, to), { alone: number }, ...rest.slice(to)];
    return { units: all, at: { from: to + 1, to: to + 1 } };
  }
  const inside = rest.slice(from, to);
  const all = [
    ...rest.slice(0, from),
    { open: number },
    ...inside,
    { close: number },
    ...rest.slice(to),
  ];
  if (keptUnits(all).includes(false)) return null;
  return { units: all, at: { from: from + 1, to: to + 1 } };
}

/** Which of these codes the text does not hold yet, in the order of the source. */
export function missingCodes(
  units: readonly Unit[],
  codes: readonly CodeSlot[],
): readonly CodeSlot[] {
  const there = new Set(units.map(numberOf));
  return codes.filter(({ number }) => !there.has(number));
}

/** For every unit whether it may stay. */
function keptUnits(units: readonly Unit[]): readonly boolean[] {
  const kept = units.map(() => true);
  const seen = new Set<number>();
  let open: readonly Opened[] = [];
  for (const [place, unit] of units.entries()) {
    const number = numberOf(unit);
    if (number === null) continue;
    if ('close' in unit) {
      const mine = open.findLast((each) => each.number === number);
      // What was opened inside this pair and is not closed in it would cross it.
      for (const each of open) if (mine && each.place > mine.place) kept[each.place] = false;
      if (mine === undefined) kept[place] = false;
      else open = open.filter((each) => each.place < mine.place);
    } else if (seen.has(number)) kept[place] = false;
    else if ('open' in unit) open = [...open, { number, place }];
    seen.add(number);
  }
  for (const { place } of open) kept[place] = false;
  return kept;
}

type Opened = { readonly number: number; readonly place: number };

function numberOf(unit: Unit): number | null {
  if ('text' in unit) return null;
  if ('open' in unit) return unit.open;
  return 'close' in unit ? unit.close : unit.alone;
}

/** One line: what a translator pastes has the line breaks of the program it came from. */
function plain(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replaceAll('\uFEFF', '');
}
