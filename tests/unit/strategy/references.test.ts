import { check } from '@charterpress/shared/domain/checks/check.ts';
import { levelAt } from '@charterpress/shared/domain/checks/moments.ts';
import { compose } from '@charterpress/shared/domain/compose.ts';
import { numbered } from '@charterpress/shared/domain/strategy/numbering.ts';
import {
  citedIn,
  referenceIn,
  withReferences,
} from '@charterpress/shared/domain/strategy/references.ts';
import { findings } from '@charterpress/shared/domain/translation/checks/findings.ts';
import { saysTheSame } from '@charterpress/shared/domain/translation/minor.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Strategy, section, strategy } from '../../support/a-strategy.ts';
import { around } from '../../support/checked.ts';
import { paragraph, prose, text } from '../../support/parent-site.ts';
import { segment } from '../../support/segments.ts';

const written = strategy([
  section('vision', 'Our vision', ['One.', ['early', 'Two.']]),
  section('sources', 'Sources', ['Three.'], 'appendix'),
]);

describe('a reference to a section', () => {
  it.each([
    ['{section/vision}', 'section', '1'],
    ['{section/vision/early}', 'section', '1.2'],
    ['{section/sources}', 'appendix', 'A'],
    ['{section/sources/sources-1}', 'appendix', 'A.1'],
  ])('%s is said by its number', (reference, is, words) => {
    expect(cited(written, reference)).toMatchObject({ is, words });
  });

  it('is said by the number of the paragraph where paragraphs are counted through', () => {
    const throughout = { ...written, numbering: 'paragraphs-throughout' as const };
    expect(cited(throughout, '{section/vision/early}')).toMatchObject({
      is: 'paragraph',
      words: '2',
    });
    expect(cited(throughout, '{section/vision}')).toMatchObject({
      is: 'heading',
      words: 'Our vision',
    });
  });

  it('is said by the heading where nothing is numbered', () => {
    const none = { ...written, numbering: 'none' as const };
    expect(cited(none, '{section/vision/early}')).toEqual({
      ...{ is: 'heading', words: 'Our vision', anchor: 'section/vision/early' },
    });
  });

  it('follows when a section is put in before', () => {
    const more = { ...written, sections: [section('new', 'New', ['Words.']), ...written.sections] };
    expect(cited(more, '{section/vision/early}')).toMatchObject({
      ...{ words: '2.2', anchor: 'section/vision/early' },
    });
  });

  it('leads nowhere where there is no such section or paragraph', () => {
    expect(cited(written, '{section/visions}')).toBeNull();
    expect(cited(written, '{section/vision/late}')).toBeNull();
  });

  it('is taken out of the words around it, marks kept, and is no link within a link', () => {
    const link = { type: 'link' as const, to: { url: 'https://example.org/' } };
    const body = [
      paragraph(
        { type: 'text', text: 'See {section/vision}.', marks: ['bold'] },
        { ...link, children: [text('also {section/vision}')] },
      ),
    ];
    const there = { type: 'link' as const, to: { url: '#there' }, children: [text('section 1')] };
    expect(withReferences(body, () => there)).toEqual([
      paragraph(
        { type: 'text', text: 'See ', marks: ['bold'] },
        there,
        { type: 'text', text: '.', marks: ['bold'] },
        { ...link, children: [text('also '), text('section 1')] },
      ),
    ]);
  });

  it('leaves every other text as it is', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const words = fc.string({ unit: 'grapheme' }).filter((each) => each !== '');
    fc.assert(
      fc.property(words, words, (before, after) => {
        const body = prose(`${before}{section/vision}${after}`);
        const said = withReferences(body, () => text('§'));
        const [block] = said;
        const children = block?.type === 'paragraph' ? block.children : [];
        const all = children.map((child) => (child.type === 'text' ? child.text : '')).join('');
        expect(all).toBe(`${before}§${after}`);
      }),
      { seed },
    );
  });
});

describe('an editor', () => {
  it.each([
    '{section/visions}',
    '{section/vision/late}',
    '{sections/vision}',
    '{Section/vision}',
    '{section / vision}',
    '{section/vision',
  ])('is told at the paragraph that %s names no section', (reference) => {
    expect(troubles(withSentence(`See ${reference}`))).toEqual([
      { field: 'sections.0.paragraphs.0.body', problem: 'no-such-section', reference },
    ]);
  });

  it('is told of a reference of which a part is bold', () => {
    const body = [
      paragraph(text('{section/'), { type: 'text', text: 'vision', marks: ['bold'] }, text('}')),
    ];
    const [first] = written.sections;
    const odd = { ...first, paragraphs: [{ id: 'p', anchor: null, body }] } as typeof first;
    expect(troubles(strategy([odd as NonNullable<typeof first>]))).toMatchObject([
      { problem: 'no-such-section', reference: '{section/vision}' },
    ]);
  });

  it('is told nothing of a reference that leads somewhere, in lists and links too', () => {
    expect(troubles(withSentence('See {section/vision/early} and {section/sources}.'))).toEqual([]);
  });

  it('is told where references are not followed', () => {
    const odd = { ...written, summary: 'See {section/vision}.' };
    expect(troubles(odd)).toMatchObject([
      { field: 'summary', problem: 'section-reference-misplaced' },
    ]);
  });

  it('cannot have a wrong one approved or published, and can save it', () => {
    const [wrong] = troubles(withSentence('See {section/visions}.'));
    const levels = (['save', 'review', 'publish'] as const).map((at) =>
      levelAt(at, wrong as NonNullable<typeof wrong>),
    );
    expect(levels).toEqual(['advises', 'blocks', 'blocks']);
  });

  it('is told at the field which name stands twice, and which cannot stand in an address', () => {
    expect(
      composing([authored('vision', ['early', 'early', 'Late']), authored('vision', [])]),
    ).toEqual([
      { field: 'sections.1.slug', problem: 'repeated', value: 'vision' },
      { field: 'sections.0.paragraphs.1.anchor', problem: 'repeated', value: 'early' },
      { field: 'sections.0.paragraphs.2.anchor', problem: 'slug-form', slug: 'Late' },
    ]);
  });

  it('is told of a last day in force before the first', () => {
    const days = { inForceFrom: '2026-04-01', inForceTo: '2026-03-31' };
    expect(composing([authored('vision', ['one'])], days)).toEqual([
      { field: 'inForceTo', problem: 'in-force-ends-first', day: '2026-04-01' },
    ]);
  });
});

describe('a translation', () => {
  const source = segment('p', 'Help comes early: see {section/vision/early}.');

  it('with the reference of the English has nothing to put right', () => {
    expect(errors('Pomoc przychodzi wcześnie: zob. {section/vision/early}.')).toEqual([]);
  });

  it('that lost a reference, changed it or has one more is an error', () => {
    const missing = { rule: 'code-missing', level: 'error', expected: '{section/vision/early}' };
    expect(errors('Pomoc przychodzi wcześnie.')).toEqual([missing]);
    expect(errors('Pomoc przychodzi wcześnie: zob. {section/wizja}.')).toEqual([
      missing,
      { rule: 'code-extra', level: 'error', found: '{section/wizja}' },
    ]);
    expect(
      errors('Pomoc przychodzi wcześnie: zob. {section/vision/early} i {section/vision}.'),
    ).toEqual([{ rule: 'code-extra', level: 'error', found: '{section/vision}' }]);
  });

  it('does not stay current through a reference that leads elsewhere', () => {
    const other = segment('p', 'Help comes early: see {section/drivers}.');
    expect(saysTheSame(source, other)).toBe(false);
  });

  function errors(target: string) {
    const found = findings(source, target, {
      ...{ language: 'pl', glossary: [], sameSourceElsewhere: [] },
    });
    return found.filter(({ level }) => level === 'error');
  }
});

function cited(of: Strategy, written: string) {
  const reference = referenceIn(written);
  return reference === null ? null : citedIn(numbered(of), reference);
}

function withSentence(words: string): Strategy {
  return strategy([
    section('vision', 'Our vision', [words, ['early', 'Two.']]),
    ...written.sections.slice(1),
  ]);
}

function troubles(content: Strategy) {
  const ours = ['no-such-section', 'section-reference-misplaced'];
  return check('strategies', content, around()).filter(({ problem }) => ours.includes(problem));
}

function authored(slug: string, anchors: readonly string[]) {
  const root = { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }] };
  const named = anchors.length === 0 ? [null] : anchors;
  return {
    ...{ id: `row-${slug}`, slug, part: 'other', title: 'Heading' },
    paragraphs: named.map((anchor, at) => ({ id: `p${at}`, anchor, body: { root } })),
  };
}

function composing(sections: readonly object[], more: object = {}) {
  const version = {
    ...{ slug: 'parents', title: 'Strategy', summary: 'In short.', status: 'adopted' },
    ...{ numbering: 'none', sections },
    ...more,
  };
  const composed = compose('strategies', version);
  return composed.ok ? [] : composed.problems;
}
