/** The workbench as translators use it: over REST, on a real database. */
import { createLocalReq } from 'payload';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Desk, desk, sound } from '../support/approved.ts';
import { type Bench, bench } from '../support/bench-work.ts';
import { type Account, type Cms, startCms } from '../support/cms.ts';
import { text, tree } from '../support/texts.ts';

let cms: Cms;
let staff: Desk;
let zofia: Account;
let marek: Account;
let at: Bench;

beforeAll(async () => {
  cms = await startCms();
  staff = await desk(cms);
  zofia = await cms.account('translator', 'zofia', ['pl']);
  marek = await cms.account('translator', 'marek', ['pl']);
  at = bench(cms, { staff, translator: zofia, reviewer: marek });
});

describe('a translation that is opened', () => {
  test('has every piece of the English that has words, in the order of reading', async () => {
    const guide = await at.guide(['It is for every family.', 'It is free.']);
    const { segments } = await at.open(guide);
    expect(segments.map(({ segment }) => [segment.path, segment.text])).toEqual([
      ['title', 'Clubs'],
      ['summary', 'What clubs there are.'],
      ['parts.0.title', 'What it is'],
      ['parts.0.body', 'It is for every family.'],
      ['parts.0.body', 'It is free.'],
    ]);
    expect(new Set(segments.map(({ standing }) => standing.is))).toEqual(new Set(['untranslated']));
    expect(segments[0]?.field).toBe('Title');
    expect(segments.find(({ segment }) => segment.path === 'parts.0.body')?.field).toBe(
      'Part 1: Text',
    );
  });

  test('says who else has it open', async () => {
    const guide = await at.guide(['One.']);
    await at.open(guide, marek);
    expect((await at.open(guide)).others.map(({ by }) => by)).toEqual([marek.email]);
  });

  test('is not there for English that readers do not have', async () => {
    const draft = await at.draft(['One.']);
    expect((await at.ask(zofia, 'GET', draft)).status).toBe(404);
  });
});

describe('saving a segment', () => {
  test('keeps what was typed, and counts one revision more', async () => {
    const guide = await at.guide(['One.']);
    const saved = await sound(await at.save(guide, 'title', 'Kluby'));
    expect(saved).toMatchObject({
      record: { revision: 1, work: { target: 'Kluby', state: 'translated', by: zofia.email } },
      standing: { is: 'translated' },
      findings: [],
    });
  });

  test('with an old revision writes nothing over, and answers with what there is', async () => {
    const guide = await at.guide(['One.']);
    await sound(await at.save(guide, 'title', 'Kluby'));
    const answer = await at.save(guide, 'title', 'Zajęcia', { revision: 0 });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ record: { work: { target: 'Kluby' } } });
    expect((await at.segment(guide, 'title')).record?.work?.target).toBe('Kluby');
  });

  test('of two at once lets one through', async () => {
    const guide = await at.guide(['One.']);
    const answers = await Promise.all([
      at.save(guide, 'title', 'Kluby', { revision: 0 }),
      at.save(guide, 'title', 'Zajęcia', { revision: 0 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('made from English that moved meanwhile is refused', async () => {
    const guide = await at.guide(['One.']);
    const before = await at.segment(guide, 'title');
    await at.publishAgain(guide, { title: 'Clubs and camps' });
    const hash = before.segment.hash;
    expect((await at.save(guide, 'title', 'Kluby', { hash })).status).toBe(409);
  });

  test('says what the checks find as soon as it is saved', async () => {
    const guide = await at.guide(['Ring 01622 555000.']);
    const body = (await at.open(guide)).segments.find(({ segment }) =>
      segment.text.includes('Ring'),
    );
    const saved = await at.save(guide, String(body?.segment.key), 'Zadzwoń: 01622 555001.');
    const { findings } = (await sound(saved)) as { findings: { level: string }[] };
    expect(findings.map(({ level }) => level)).toContain('error');
  });
});

describe('a review', () => {
  test('is somebody else’s', async () => {
    const guide = await at.guide(['One.']);
    await sound(await at.save(guide, 'title', 'Kluby'));
    expect((await at.review(guide, 'title', zofia)).status).toBe(403);
    expect((await sound(await at.review(guide, 'title', marek))) as object).toMatchObject({
      standing: { is: 'reviewed', pair: { translatedBy: zofia.email, reviewedBy: marek.email } },
    });
  });

  test('of what the checks find wrong is refused', async () => {
    const guide = await at.guide(['Ring 01622 555000.']);
    const key = await at.keyOf(guide, 'Ring');
    await sound(await at.save(guide, key, 'Zadzwoń: 01622 555001.'));
    expect((await at.review(guide, key, marek)).status).toBe(422);
  });

  test('that changes the words makes the reviewer their translator', async () => {
    const fact = await at.fact({ label: 'Evening line', telephone: '01622 555111' });
    await sound(await at.save(fact, 'label', 'Telefon wieczorny'));
    await sound(await at.save(fact, 'label', 'Linia wieczorna', {}, marek));
    expect((await at.review(fact, 'label', marek)).status).toBe(403);
    expect((await at.review(fact, 'label', zofia)).status).toBe(200);
  });

  test('is offered for the same English in another place', async () => {
    const line = { label: 'Morning line', telephone: '01622 555222' };
    const [one, other] = [await at.fact(line), await at.fact(line)];
    await at.reviewed(one);
    const answer = await at.ask(zofia, 'GET', other, '/segments/label/suggestions');
    expect(await sound(answer)).toMatchObject({
      suggestions: [{ score: 100, target: 'Morning line po polsku', where: 'Morning line' }],
    });
  });

  test('stands in the audit with a digest, and without a word of the text', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    const events = await at.audit(guide, 'reviewed segments');
    expect(events.map(({ by, language }) => [by, language])).toContainEqual([marek.email, 'pl']);
    expect(JSON.stringify(events)).not.toContain('po polsku');
  });

  test('by a program stands by the two people it acts for, and never by one of them twice', async () => {
    const { actOnSegments } = await import('../../cms/src/translation/segments.ts');
    const program = await createLocalReq({}, cms.payload);
    const line = await at.fact({ label: 'Noon line', telephone: '01622 555444' });
    const { hash, key } = (await at.segment(line, 'label')).segment;
    const save = {
      act: 'save',
      key,
      hash,
      revision: 0,
      target: 'Linia',
      state: 'translated',
    } as const;
    const review = { act: 'review', key, hash, revision: 1 } as const;
    const of = { ...line, language: 'pl' };
    expect(
      await actOnSegments(program, of, [save, review], { signedBy: zofia.email }),
    ).toMatchObject({ done: [{ ok: true }, { ok: false, refused: 'same-person' }] });
    const again = { ...save, revision: 1, target: 'Linia południowa' };
    const signedBy = ({ act }: { act: string }) => (act === 'save' ? zofia.email : marek.email);
    await actOnSegments(program, of, [again, { ...review, revision: 2 }], { signedBy });
    expect((await at.segment(line, 'label')).standing).toMatchObject({
      ...{ is: 'reviewed', pair: { translatedBy: zofia.email, reviewedBy: marek.email } },
    });
    const [event] = await at.audit(line, 'reviewed segments');
    expect(event?.by).toBe(marek.email);
  });

  test('that gives a segment back says why to whoever translated it', async () => {
    const guide = await at.guide(['One.']);
    await sound(await at.save(guide, 'title', 'Kluby'));
    const back = await at.act(guide, 'title', 'return', { why: 'We say "zajęcia".' }, marek);
    expect(await sound(back)).toMatchObject({ record: { returned: { why: 'We say "zajęcia".' } } });
    const told = await at.mail(guide, 'returned');
    expect(told.map(({ to }) => to)).toEqual([zofia.email]);
  });

  test('is asked for once, when the last segment is translated', async () => {
    const guide = await at.guide(['One.', 'Two.']);
    await at.translated(guide);
    await sound(await at.save(guide, 'title', 'Kluby, kluby'));
    const told = await at.mail(guide, 'to-review');
    expect(told.map(({ to }) => to)).toEqual([marek.email]);
  });
});

describe('a release', () => {
  test('publishes what was reviewed, and nothing that is under way', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    await sound(await at.save(guide, 'title', 'A draft that nobody read', { state: 'draft' }));
    await sound(await at.release(guide, marek));
    const edition = await at.newest(guide, 'pl');
    expect(edition).toMatchObject({ number: 1, sourceEdition: 1, action: 'published' });
    expect(edition?.content).toMatchObject({ title: 'Clubs po polsku' });
  });

  test('of what is not reviewed to the end is refused, and says what is left', async () => {
    const guide = await at.guide(['One.']);
    await at.translated(guide);
    const answer = await at.release(guide, marek);
    expect(answer.status).toBe(422);
    expect((await answer.json()).missing).toContain('title');
    expect(await at.newest(guide, 'pl')).toBeNull();
  });

  test('is not by whoever translated all of it alone', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    expect((await at.release(guide, zofia)).status).toBe(403);
    expect((await at.release(guide, staff.publisher)).status).toBe(200);
  });

  test('of several is of all at one moment', async () => {
    const [one, other] = [await at.guide(['One.']), await at.guide(['Two.'])];
    await at.reviewed(one);
    await at.reviewed(other);
    const items = [one, other].map(({ document }) => ({
      kind: 'guides',
      document,
      language: 'pl',
    }));
    await sound(await cms.ask(marek, 'POST', '/api/translation/release-set', { items }));
    const moments = [await at.newest(one, 'pl'), await at.newest(other, 'pl')];
    expect(moments[0]?.publishedAt).toBe(moments[1]?.publishedAt);
  });

  test('of several is of none when one is not ready', async () => {
    const [one, other] = [await at.guide(['One.']), await at.guide(['Two.'])];
    await at.reviewed(one);
    const items = [one, other].map(({ document }) => ({
      kind: 'guides',
      document,
      language: 'pl',
    }));
    const answer = await cms.ask(marek, 'POST', '/api/translation/release-set', { items });
    expect(answer.status).toBe(422);
    expect(await at.newest(one, 'pl')).toBeNull();
  });

  test('of several is of none when one is said to be of another kind', async () => {
    const { document } = await at.guide(['One.']);
    await at.reviewed({ kind: 'guides', document });
    const items = ['guides', 'pages'].map((kind) => ({ kind, document, language: 'pl' }));
    const answer = await cms.ask(marek, 'POST', '/api/translation/release-set', { items });
    expect(answer.status).toBe(404);
  });
});

describe('when the English changes', () => {
  test('exactly the changed segments are behind', async () => {
    const guide = await at.guide(['One.', 'Two is here.', 'Three.']);
    await at.reviewed(guide);
    await at.publishAgain(guide, { parts: at.parts(['One.', 'Two is there.', 'Three.']) });
    const { segments } = await at.open(guide);
    const behind = segments.filter(({ standing }) => standing.is === 'behind');
    expect(behind.map(({ segment }) => segment.text)).toEqual(['Two is there.']);
    expect(behind[0]?.standing).toMatchObject({ was: { source: 'Two is here.' } });
  });

  test('a moved paragraph keeps its translation', async () => {
    const guide = await at.guide(['One.', 'Two.', 'Three.']);
    await at.reviewed(guide);
    await at.publishAgain(guide, { parts: at.parts(['Three.', 'One.', 'Two.']) });
    const { segments } = await at.open(guide);
    const texts = segments.map(({ standing }) => standing.is);
    expect(texts.filter((is) => is === 'behind')).toEqual([]);
  });

  test('a translator confirms what is still correct, and somebody else stands up for it', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    await at.publishAgain(guide, { title: 'Our clubs' });
    const said = await at.act(guide, 'title', 'still-correct', {}, marek);
    expect(await sound(said)).toMatchObject({ standing: { is: 'reviewed' } });
  });

  test('translators whose language falls behind are told, and no others', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    await sound(await at.release(guide, marek));
    await at.publishAgain(guide, { title: 'Our clubs' });
    const told = await at.mail(guide, 'behind');
    expect(told.map(({ to }) => to).sort()).toEqual([marek.email, zofia.email]);
  });

  test('what is not words reaches readers of a translation at the same moment', async () => {
    const fact = await at.fact({ label: 'Family line', telephone: '01622 555000' });
    await at.reviewed(fact);
    await sound(await at.release(fact, marek));
    await at.publishAgain(fact, { telephone: '01622 555999' });
    const [english, polish] = [await at.newest(fact, 'en'), await at.newest(fact, 'pl')];
    expect(polish).toMatchObject({ sourceEdition: 2, publishedAt: english?.publishedAt });
    expect(polish?.content).toMatchObject({
      telephone: '01622 555999',
      label: 'Family line po polsku',
    });
  });

  test('a translation of the English before can still be mended and released', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    await sound(await at.release(guide, marek));
    await at.publishAgain(guide, { title: 'Our clubs' });
    await sound(await at.save(guide, 'summary', 'Jakie są kluby.'));
    const waiver = { rule: 'inconsistent', reason: 'The other ones follow.' };
    await sound(await at.act(guide, 'summary', 'waive', waiver, zofia));
    await sound(await at.review(guide, 'summary', marek));
    await sound(await at.release(guide, marek));
    const edition = await at.newest(guide, 'pl');
    expect(edition).toMatchObject({ number: 2, sourceEdition: 1 });
    expect(edition?.content).toMatchObject({ summary: 'Jakie są kluby.' });
  });
});

describe('a minor change', () => {
  test('that a second person approved leaves nothing behind, and the audit says who agreed', async () => {
    const guide = await at.guide(['One is hear.']);
    await at.reviewed(guide);
    await at.publishAgain(guide, { parts: at.parts(['One is here.']) }, { change: 'minor' });
    expect(await at.standings(guide)).toEqual(new Set(['reviewed']));
    const agreed = await at.audit(guide, 'agreed that a change is minor');
    expect(agreed.map(({ by }) => by)).toEqual([staff.publisher.email]);
  });

  test('that changes a number leaves its segment behind all the same', async () => {
    const guide = await at.guide(['Open at 9.']);
    await at.reviewed(guide);
    await at.publishAgain(guide, { parts: at.parts(['Open at 8.']) }, { change: 'minor' });
    expect(await at.standings(guide)).toContain('behind');
  });

  test('that one person published alone leaves it behind until somebody else has signed', async () => {
    const guide = await at.guide(['One is hear.']);
    await at.reviewed(guide);
    await at.correctAlone(guide, { parts: at.parts(['One is here.']) });
    expect(await at.standings(guide)).toContain('behind');
    await at.signSecondLook(guide);
    expect(await at.standings(guide)).toEqual(new Set(['reviewed']));
  });
});

describe('English that waits for its moment', () => {
  test('is translated before it, and both go live together', async () => {
    const guide = await at.approvedDraft(['One.']);
    expect((await at.open(guide)).english).toMatchObject({ number: 1, isComing: true });
    await at.reviewed(guide);
    const bundle = await at.planTogether(guide, ['pl']);
    await at.moment(bundle);
    const [english, polish] = [await at.newest(guide, 'en'), await at.newest(guide, 'pl')];
    expect(polish).toMatchObject({ sourceEdition: 1, publishedAt: english?.publishedAt });
  });

  test('is translated while the count goes by the English that readers have', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    await at.approveAgain(guide, { parts: at.parts(['One two three.']) });
    await at.translated(guide);
    expect((await at.open(guide)).english).toMatchObject({ number: 2, isComing: true });
    const counts = { all: 4, behind: 0, translated: 0 };
    expect((await at.list(marek, guide))[0]).toMatchObject({ counts, toReview: 0 });
  });
});

describe('what there is to do', () => {
  test('is listed by language with its words, and what waits for my own review', async () => {
    const guide = await at.guide(['One two three.']);
    const [before] = await at.list(marek, guide);
    expect(before).toMatchObject({ counts: { all: 4, untranslated: 4 }, words: 11, toReview: 0 });
    await at.translated(guide);
    expect((await at.list(marek, guide))[0]).toMatchObject({ words: 0, toReview: 4 });
    expect((await at.list(zofia, guide))[0]).toMatchObject({ words: 0, toReview: 0 });
  });

  test('leaves the list when it is done', async () => {
    const guide = await at.guide(['One.']);
    await at.reviewed(guide);
    expect((await at.list(marek, guide))[0]).toMatchObject({ toRelease: true });
    await sound(await at.release(guide, marek));
    expect(await at.list(marek, guide)).toEqual([]);
  });

  test('is taken on by one person at a time', async () => {
    const guide = await at.guide(['One.']);
    const claim = (as: Account) => at.ask(as, 'POST', guide, '/claim', {});
    expect([(await claim(zofia)).status, (await claim(marek)).status]).toEqual([200, 409]);
    expect((await at.list(marek, guide))[0]).toMatchObject({ claimedBy: zofia.email });
    await sound(await at.ask(marek, 'POST', guide, '/unclaim', {}));
    expect((await claim(marek)).status).toBe(200);
  });
});

describe('for editors', () => {
  test('coverage says of each document what readers of a language have', async () => {
    const guide = await at.guide(['One.']);
    expect((await at.cell(guide, 'pl')).state).toBe('none');
    await at.reviewed(guide);
    expect((await at.cell(guide, 'pl')).state).toBe('to-release');
    await sound(await at.release(guide, marek));
    expect((await at.cell(guide, 'pl')).state).toBe('current');
    await at.publishAgain(guide, { title: 'Our clubs' });
    expect((await at.cell(guide, 'pl')).state).toBe('behind');
    await at.publishAgain(guide, { title: 'Our safe clubs' }, { change: 'safety' });
    expect((await at.cell(guide, 'pl')).state).toBe('unsafe');
  });

  test('coverage knows of a translation that was published without the workbench', async () => {
    const { publish } = await import('../../cms/src/publishing/publish.ts');
    const guide = await at.guide(['One.']);
    const { segments } = await at.open(guide);
    const targets = Object.fromEntries(segments.map(({ segment }) => [segment.key, 'Po polsku']));
    const made = { language: 'pl', targets, sourceEdition: 1, change: 'major' } as const;
    const done = await publish(cms.payload, {
      ...guide,
      ...made,
      changeNote: null,
      by: 'a program',
    });
    expect(done.ok).toBe(true);
    expect((await at.cell(guide, 'pl')).state).toBe('current');
  });

  test('coverage is a table too', async () => {
    const answer = await cms.ask(staff.editor, 'GET', '/api/translation/coverage.csv');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(await answer.text()).toContain('Clubs,guides,Polish,');
  });

  test('a working copy says what it would cost in words before anybody publishes it', async () => {
    const guide = await at.guide(['One.', 'Two.']);
    await at.reviewed(guide);
    await at.reword(guide, { parts: at.parts(['One.', 'Two, three and four.']) });
    const path = `/api/guides/${guide.document}/translation-cost`;
    const cost = (await sound(await cms.ask(staff.editor, 'GET', path))) as {
      languages: { language: string }[];
    };
    expect(cost.languages.find(({ language }) => language === 'pl')).toMatchObject({
      ...{ segments: 1, words: 4 },
    });
  });
});

describe('a document with marks, links and facts', () => {
  test('comes back whole in the other language', async () => {
    const body = tree([
      { type: 'paragraph', children: [text('Come '), text('soon', 1), text(' and often.')] },
    ]);
    const guide = await at.guide([], { body });
    const key = await at.keyOf(guide, 'Come');
    await sound(await at.save(guide, key, 'Przyjdź często i <1>szybko</1>.'));
    await sound(await at.review(guide, key, marek));
    await at.reviewed(guide);
    await sound(await at.release(guide, marek));
    const { content } = (await at.newest(guide, 'pl')) as unknown as {
      content: { parts: { body: { children: unknown }[] }[] };
    };
    expect(content.parts[0]?.body[0]?.children).toEqual([
      { type: 'text', text: 'Przyjdź często i ', marks: [] },
      { type: 'text', text: 'szybko', marks: ['bold'] },
      { type: 'text', text: '.', marks: [] },
    ]);
  });
});

describe('what is removed', () => {
  test('leaves no segment, no cut and no claim', async () => {
    const guide = await at.guide(['Canary-4711.']);
    await at.reviewed(guide);
    await at.remove(guide);
    expect(await at.keptOf(guide)).toEqual([]);
  });
});
