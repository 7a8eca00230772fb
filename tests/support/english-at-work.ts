/**
 * An English guide that editors change at random while two translators work on it, and what is wrong with it at any time.
 * A translation of a text is that text behind "pl:", so that anybody can see what it is a translation of.
 */
import type { ContentOfKind } from '@charterpress/shared/domain/kinds.ts';
import type { Block } from '@charterpress/shared/domain/prose.ts';
import {
  type About,
  type Acted,
  returnToTranslator,
  review,
  save,
  stillCorrect,
} from '@charterpress/shared/domain/translation/acts.ts';
import { newestComposable } from '@charterpress/shared/domain/translation/composing.ts';
import { alignKeys, type Keys } from '@charterpress/shared/domain/translation/keys.ts';
import type { SegmentRecord } from '@charterpress/shared/domain/translation/record.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import { standingOf } from '@charterpress/shared/domain/translation/standing.ts';
import fc from 'fast-check';

/** What an editor publishes. Numbers choose a paragraph, a place, an edition. */
export type Change =
  | { readonly does: 'insert' | 'delete' | 'edit' | 'retitle' | 'split'; readonly at: number }
  | { readonly does: 'restore'; readonly at: number }
  | { readonly does: 'move'; readonly at: number; readonly to: number };

/** What a translator does with a segment as they saw it last, which may be long ago. */
export type Act = {
  readonly does: 'look' | 'hand-in' | 'review' | 'return' | 'still-correct' | 'catch-up';
  readonly at: number;
  readonly by: number;
};

export type Step = Change | Act;

const place = fc.nat({ max: 20 });
const act: fc.Arbitrary<Act> = fc.record({
  does: fc.constantFrom(
    ...(['look', 'look', 'hand-in', 'hand-in', 'hand-in', 'review', 'review'] as const),
    ...(['return', 'still-correct', 'catch-up'] as const),
  ),
  at: place,
  by: fc.nat({ max: 1 }),
});
const changed = <D extends string>(...does: D[]) =>
  fc.record({ does: fc.constantFrom(...does), at: place });
const change: fc.Arbitrary<Change> = fc.oneof(
  changed('insert', 'delete', 'edit', 'retitle', 'split', 'restore'),
  fc.record({ does: fc.constant('move' as const), at: place, to: place }),
);

export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: act }, { weight: 1, arbitrary: change }),
  { minLength: 10, maxLength: 80 },
);

/** `form` is how it looks: words alone, bold in front, in a list. */
type Paragraph = {
  readonly part: number;
  readonly form: number;
  readonly words: readonly string[];
};
type Text = { readonly title: string; readonly paragraphs: readonly Paragraph[] };
type Edition = {
  readonly number: number;
  readonly text: Text;
  readonly content: ContentOfKind<'guides'>;
  readonly keys: Keys;
  readonly segments: readonly Segment[];
};
type Seen = { readonly segment: Segment; readonly revision: number };

const translators = ['polish@example.org', 'second-polish@example.org'] as const;
const onlySame = ({ from, to }: { readonly from: string; readonly to: string }) => from === to;
const polish = (english: string) => `pl:${english}`;

/** Everything that was wrong after any of the steps, in words: nothing ever should be. */
export function wrongAfter(steps: readonly Step[]): readonly string[] {
  const guide = newGuide();
  return steps.flatMap((step) => {
    const wrong = 'by' in step ? guide.act(step) : guide.change(step);
    return [...wrong, ...guide.shownWrongly()].map((each) => `${JSON.stringify(step)}: ${each}`);
  });
}

function newGuide() {
  /** Oldest first. */
  const editions: Edition[] = [];
  const records = new Map<string, SegmentRecord>();
  const signed = new Set<string>();
  const seen = [new Map<string, Seen>(), new Map<string, Seen>()];
  let words = 0;

  const fresh = (count: number) => Array.from({ length: count }, () => `word${++words}`);
  const newParagraph = (part: number, form: number): Paragraph => ({
    ...{ part, form },
    words: fresh(8 + (form % 4)),
  });
  const newest = () => editions.at(-1) as Edition;
  const standing = (segment: Segment) =>
    standingOf(segment, records.get(segment.key) ?? null, onlySame).is;

  publish({ title: 'Title one', paragraphs: [0, 1, 2, 3].map((at) => newParagraph(at % 2, at)) });
  return { act, change, shownWrongly };

  function publish(text: Text): void {
    const content = contentOf(text);
    const keys = alignKeys('guides', content, editions.toReversed());
    const segments = segmentsOf('guides', content, keys);
    editions.push({ number: editions.length + 1, text, content, keys, segments });
  }

  function change(step: Change): readonly string[] {
    const before = newest();
    const stood = new Map(before.segments.map((each) => [each.text, standing(each)]));
    const text = textAfter(step, before.text);
    const earlier = [...editions];
    publish(text);
    const wrong = newest().segments.flatMap((segment) => {
      const [was, is] = [stood.get(segment.text), standing(segment)];
      if (was !== undefined && was !== is) return [`"${segment.text}" was ${was} and is ${is}`];
      const isNew = was === undefined && step.does === 'insert';
      if (isNew && is !== 'untranslated') return [`"${segment.text}" is new and ${is}`];
      const stoodBefore = editions
        .slice(0, -1)
        .some((each) => each.segments.some(isSameAs(segment)));
      if (!stoodBefore && is === 'reviewed') return [`"${segment.text}" was never translated`];
      return [];
    });
    return [...wrong, ...lostBy(step, earlier)];
  }

  /** What comes back as it was has the translations that it had. */
  function lostBy(step: Change, earlier: readonly Edition[]): readonly string[] {
    if (step.does !== 'restore') return [];
    const restored = earlier[step.at % earlier.length] as Edition;
    return restored.segments
      .filter((segment) => isTranslated(segment))
      .filter(
        ({ text }) => !newest().segments.some((each) => each.text === text && isTranslated(each)),
      )
      .map(({ text }) => `"${text}" came back without its translation`);
  }

  function isTranslated({ hash, key }: Segment): boolean {
    return records.get(key)?.pairs.some((pair) => pair.hash === hash) ?? false;
  }

  function textAfter(step: Change, { paragraphs, title }: Text): Text {
    const at = step.at % Math.max(paragraphs.length, 1);
    const chosen = paragraphs[at];
    if (step.does === 'restore') return editions[step.at % editions.length]?.text as Text;
    if (step.does === 'retitle') return { title: `Title ${fresh(1)[0]}`, paragraphs };
    if (step.does === 'insert') {
      return { title, paragraphs: paragraphs.toSpliced(at, 0, newParagraph(step.at % 2, step.at)) };
    }
    if (chosen === undefined) return { title, paragraphs };
    if (step.does === 'delete') return { title, paragraphs: paragraphs.toSpliced(at, 1) };
    if (step.does === 'move') {
      const moved = { ...chosen, part: step.to % 2 };
      const rest = paragraphs.toSpliced(at, 1);
      return { title, paragraphs: rest.toSpliced(step.to % (rest.length + 1), 0, moved) };
    }
    if (step.does === 'edit') {
      const edited = chosen.words.toSpliced(step.at % chosen.words.length, 1, ...fresh(1));
      return { title, paragraphs: paragraphs.with(at, { ...chosen, words: edited }) };
    }
    const half = Math.ceil(chosen.words.length / 2);
    const [one, two] = [chosen.words.slice(0, half), chosen.words.slice(half)];
    const halves = [one, two].filter(({ length }) => length > 0);
    const pieces = halves.map((piece) => ({ ...chosen, words: piece }));
    return { title, paragraphs: paragraphs.toSpliced(at, 1, ...pieces) };
  }

  function act(step: Act): readonly string[] {
    const { segments } = newest();
    if (step.does === 'catch-up') {
      for (const segment of segments) {
        look(step.by, segment);
        translate('hand-in', segment, step.by);
        look(1 - step.by, segment);
        translate('review', segment, 1 - step.by);
      }
      return [];
    }
    const segment = segments[step.at % segments.length] as Segment;
    if (step.does === 'look') look(step.by, segment);
    else translate(step.does, segment, step.by);
    return [];
  }

  function look(by: number, segment: Segment): void {
    const revision = records.get(segment.key)?.revision ?? 0;
    seen[by]?.set(segment.key, { segment, revision });
  }

  function translate(
    does: Exclude<Act['does'], 'look' | 'catch-up'>,
    segment: Segment,
    who: number,
  ): void {
    const view = seen[who]?.get(segment.key);
    if (view === undefined) return;
    const record = records.get(segment.key) ?? null;
    const { hash, text } = view.segment;
    const about: About = { segment, record, isSame: onlySame, revision: view.revision, hash };
    const actor = { by: translators[who] as string, at: '2026-10-01T09:00:00.000Z' };
    const confirmed = record?.pairs[0]?.target;
    const acts: Record<typeof does, () => Acted> = {
      'hand-in': () => save(about, { target: polish(text), state: 'translated' }, actor),
      review: () => review(about, { inTheWay: [] }, actor),
      return: () => returnToTranslator(about, 'Read it again.', actor),
      'still-correct': () => stillCorrect(about, { inTheWay: [] }, actor),
    };
    const acted = acts[does]();
    if (!acted.ok) return;
    records.set(segment.key, acted.record);
    if (does === 'still-correct') signed.add(`${segment.text} = ${confirmed}`);
  }

  /** Whatever readers would be shown has to be a translation of the English that it stands for. */
  function shownWrongly(): readonly string[] {
    const english = editions.toReversed().map((edition) => ({
      ...{ ...edition, changeNote: null },
      isSame: onlySame,
    }));
    const composed = newestComposable('guides', english, records);
    if (!composed.ok) return [];
    const source = editions[composed.number - 1] as Edition;
    const shown = segmentsOf('guides', composed.content, source.keys);
    return source.segments.flatMap(({ text }, at) => {
      const target = shown[at]?.text;
      const isTranslation = target === polish(text) || signed.has(`${text} = ${target}`);
      return isTranslation ? [] : [`"${target}" is shown for "${text}"`];
    });
  }
}

const isSameAs = (segment: Segment) => (other: Segment) => other.text === segment.text;

function contentOf({ paragraphs, title }: Text): ContentOfKind<'guides'> {
  const part = (at: number) => ({
    ...{ id: `part-${at}`, slug: `part-${at}`, title: `Part ${at}`, attachments: [] },
    body: paragraphs.filter((each) => each.part === at).map(blockOf),
  });
  return {
    ...{ title, summary: 'What it is', audience: 'parents', sensitive: false, image: null },
    parts: [part(0), part(1)],
    principles: [],
  };
}

function blockOf({ form, words }: Paragraph): Block {
  const plain = { type: 'text' as const, text: words.join(' '), marks: [] };
  if (form % 3 === 0) return { type: 'paragraph', children: [plain] };
  if (form % 3 === 1) {
    return { type: 'list', style: 'bullet', items: [{ children: [plain], lists: [] }] };
  }
  const [first = '', ...rest] = words;
  const bold = { type: 'text' as const, text: first, marks: ['bold' as const] };
  const after = { ...plain, text: ` ${rest.join(' ')}` };
  return { type: 'paragraph', children: [bold, after] };
}
