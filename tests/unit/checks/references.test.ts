import { describe, expect, test } from 'vitest';
import {
  factOf,
  inContent,
  inText,
  linked,
  linkedTo,
  paragraphOf,
  words,
} from '../../support/checked.ts';

const published = { standing: 'published' as const };
const centres = { title: 'Children’s centres' };
const line = { title: 'Family line' };

describe('a link to a document', () => {
  const text = [paragraphOf(linkedTo('guides', 'centres'))];
  const found = (standing: 'published' | 'withdrawn' | 'removed' | 'unpublished') =>
    inText(text, { known: { 'guides/centres': { ...centres, standing } } });

  test('that readers have is as it should be', () => {
    expect(found('published')).toEqual([]);
  });

  test.each([
    ['unpublished', { problem: 'refers-to-unpublished', title: 'Children’s centres' }],
    ['withdrawn', { problem: 'refers-to-withdrawn', title: 'Children’s centres' }],
    ['removed', { problem: 'refers-to-removed' }],
  ] as const)('that is %s is named', (standing, problem) => {
    expect(found(standing)).toEqual([{ field: 'body', ...problem }]);
  });
});

describe('a reference outside a text', () => {
  test('is named at its own place among several', () => {
    const guide = {
      principles: [
        { kind: 'principles', document: '1' },
        { kind: 'principles', document: '2' },
      ],
    };
    const known = { 'principles/1': published, 'principles/2': { title: 'Early help' } };
    expect(inContent('guides', guide, { known })).toEqual([
      { field: 'principles.1', problem: 'refers-to-unpublished', title: 'Early help' },
    ]);
  });

  test('to an image that nobody has described says that first', () => {
    const image = { kind: 'media', document: 'play' };
    const known = { 'media/play': { title: 'play.jpg', content: { alternativeText: ' ' } } };
    expect(inContent('pages', { image }, { known })).toEqual([
      { field: 'image', problem: 'image-undecided', title: 'play.jpg' },
    ]);
  });

  test.each([{ alternativeText: 'Children paint' }, { decorative: true }])(
    'to an image that is decided, as %j, is as it should be',
    (content) => {
      const known = { 'media/play': { ...published, content } };
      expect(inContent('pages', { image: { kind: 'media', document: 'play' } }, { known })).toEqual(
        [],
      );
    },
  );
});

describe('an address of our own site', () => {
  const pages = { '/en/guides/centres/': 'published', '/en/old/': 'withdrawn' } as const;
  const found = (url: string) =>
    inText([paragraphOf(linked('Children’s centres', url))], { pages }).map(
      ({ problem }) => problem,
    );

  test.each([
    'https://charter.example.org/en/guides/centres/',
    'http://charter.example.org/en/guides/centres?from=mail#cost',
    'https://elsewhere.example.org/en/guides/nothing/',
    'mailto:help@charter.example.org',
    'tel:999',
  ])('leads somewhere: %s', (url) => {
    expect(found(url)).toEqual([]);
  });

  test.each(['/en/guides/nothing/', '/en/guides/centres/no-such-part/', '/%', ''])(
    'is named where there is no page: %s',
    (path) => {
      expect(found(`https://charter.example.org${path}`)).toEqual(['link-nowhere']);
    },
  );

  test('is named where the page was withdrawn', () => {
    expect(found('https://charter.example.org/en/old/')).toEqual(['refers-to-withdrawn']);
  });
});

describe('a fact', () => {
  const expiring = (expires: string | null) => ({
    known: { 'facts/line': { ...line, ...published, content: { expires } } },
  });

  test.each([null, '2026-11-02', '2026-11-03', '2027-01-01T12:00:00.000Z'])(
    'that holds until %s may stand in a text on 2 November 2026',
    (expires) => {
      expect(inText([paragraphOf(factOf('line'))], expiring(expires))).toEqual([]);
    },
  );

  test('that expired is named with its day, in a text and among the helplines', () => {
    const expired = { problem: 'fact-expired', title: 'Family line', day: '2026-11-01' };
    expect(inText([paragraphOf(factOf('line'))], expiring('2026-11-01'))).toEqual([
      { field: 'body', ...expired },
    ]);
    const helplines = [{ kind: 'facts', document: 'line' }];
    expect(inContent('settings', { helplines }, expiring('2026-11-01'))).toEqual([
      { field: 'helplines.0', ...expired },
    ]);
  });

  test('cannot be published after its own last day', () => {
    expect(inContent('facts', { label: 'Family line', expires: '2026-11-01' })).toEqual([
      { field: 'expires', problem: 'expired', day: '2026-11-01' },
    ]);
    expect(inContent('facts', { label: 'Family line', expires: '2026-11-02' })).toEqual([]);
  });
});

describe('a pledge', () => {
  test.each(['TBC', 'to be confirmed', 'Nobody', 'n/a', '-', '???', 'Vacant'])(
    'that %s answers for is answered for by nobody',
    (answerable) => {
      expect(inContent('pledges', { answerable, meaning: words('We listen.') })).toEqual([
        { field: 'answerable', problem: 'nobody-answers', words: answerable },
      ]);
    },
  );

  test.each(['The head of parent support', 'Nobody’s Child Trust', 'The vacancy team'])(
    'that %s answers for is as it should be',
    (answerable) => {
      expect(inContent('pledges', { answerable })).toEqual([]);
    },
  );

  test('without anybody is named in the charter that holds it', () => {
    const known = {
      'pledges/3': { ...published, title: 'We will listen', content: { answerable: 'tbc' } },
    };
    expect(
      inContent('charter', { pledges: [{ kind: 'pledges', document: '3' }] }, { known }),
    ).toEqual([{ field: 'pledges.0', problem: 'pledge-unanswered', title: 'We will listen' }]);
  });
});

describe('a version in another form', () => {
  const file = (mime: string) => [
    { name: 'full', sha256: '', mime, width: 0, height: 0, bytes: 1 },
  ];
  const whole = {
    file: file('video/mp4'),
    captions: { kind: 'media', document: 'c' },
    transcript: [],
  };
  const problems = (form: string, content: Readonly<Record<string, unknown>>) =>
    inContent(
      'language-versions',
      { form, recording: { kind: 'media', document: 'r' }, sentences: [] },
      { known: { 'media/r': { ...published, title: 'The film', content } } },
    );

  test('is a film in BSL with captions and transcript', () => {
    expect(problems('sign', whole)).toEqual([]);
  });

  test.each([
    ['sign', { ...whole, captions: null }, 'signed-without-captions'],
    ['sign', { ...whole, transcript: null }, 'signed-without-transcript'],
    ['sign', { ...whole, file: file('audio/mpeg') }, 'not-a-film'],
    ['sound', whole, 'not-a-recording'],
  ])('as %s of %j has something in the way: %s', (form, content, problem) => {
    expect(problems(form, content)).toEqual([{ field: 'recording', problem, title: 'The film' }]);
  });

  test('is a recording that somebody hears', () => {
    expect(problems('sound', { file: file('audio/mpeg') })).toEqual([]);
  });
});

describe('a file', () => {
  const fileOf = (mime: string) => [
    { name: 'full', sha256: '', mime, width: 0, height: 0, bytes: 1 },
  ];
  const known = { 'pages/plan': published, 'facts/line': published };
  const problems = (content: object) =>
    inContent('media', { ...content }, { known }).map(({ problem }) => problem);

  test('that is a PDF has the same as a page, or somebody to ask', () => {
    const file = fileOf('application/pdf');
    expect(problems({ file })).toEqual(['document-without-equivalent']);
    expect(problems({ file, accessibleEquivalent: { kind: 'pages', document: 'plan' } })).toEqual(
      [],
    );
    expect(problems({ file, contact: { kind: 'facts', document: 'line' } })).toEqual([]);
  });

  test.each([
    ['video/mp4', ['film-without-captions']],
    ['audio/mpeg', ['sound-without-transcript']],
    ['image/webp', []],
  ])('of type %s is advised on: %j', (mime, expected) => {
    expect(problems({ file: fileOf(mime) })).toEqual(expected);
  });
});
