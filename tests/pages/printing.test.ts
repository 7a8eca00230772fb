/** What is made to be printed, shown to staff and passed on. */
import { describe, expect, it } from 'vitest';
import { wrongLine } from '../../site/src/components/markup.ts';
import { siteRoutes } from '../../site/src/content/routes.ts';
import { guidePage } from '../../site/src/views/guide.ts';
import { interpreterCard } from '../../site/src/views/interpreter-card.ts';
import { languagesPage } from '../../site/src/views/languages.ts';
import { contact, feed, guide, prose } from '../support/parent-site.ts';
import { contentOf } from '../support/site.ts';

const fact = (document: string) => ({ kind: 'facts', document });

/** A trust with a helpline and a line for interpreters. */
function withLines() {
  const told = feed();
  told.publish('facts', 'families', {
    ...contact('Family information line', '01632 960101'),
    email: 'families@example.org',
  });
  told.publish('facts', 'interpreters', contact('Interpreter line', '01632 960120'));
  told.publish('settings', 'settings', {
    helplines: [fact('families')],
    footerPages: [],
    interpreterLine: fact('interpreters'),
  });
  told.publish('guides', 'centres', guide('Centres', [['what', 'What', prose('Play.')]]));
  return told;
}

describe('a card to show to staff', () => {
  it('says in English which language its holder speaks, and the number to ring', () => {
    const { card } = interpreterCard(contentOf(withLines().editions), { language: 'ur' });
    expect(card.staff).toEqual({
      text: 'I speak Urdu. Please ring an interpreter.',
      in: { tag: 'en', direction: 'ltr' },
    });
    expect(card.line).toMatchObject({ way: { text: '01632 960120' } });
    expect(card.own).toContain('اردو');
  });

  it('has no number where the trust has no line for interpreters', () => {
    expect(interpreterCard(contentOf([]), { language: 'pl' }).card.line).toBeNull();
  });

  it('stands in every language but English and its other forms', () => {
    const routes = [...siteRoutes(contentOf([]))].filter(({ view }) => view === 'interpreter-card');
    expect(routes).toHaveLength(11);
    expect(routes.map(({ language }) => language)).not.toContain('en');
    expect(routes.map(({ language }) => language)).not.toContain('en-x-easyread');
  });

  it('is found from the interpreter line at the foot, and from the page of languages', () => {
    const content = contentOf(withLines().editions);
    const { frame } = interpreterCard(content, { language: 'pl' });
    expect(frame.footer.interpreter?.card?.href).toBe('/pl/interpreter-card/');
    const { languages } = languagesPage(content, { language: 'en' });
    const cards = languages.flatMap(({ card }) => (card === null ? [] : [card.href]));
    expect(cards).toContain('/ur/interpreter-card/');
    expect(cards).not.toContain('/en/interpreter-card/');
  });
});

describe('how to say that something is wrong', () => {
  it('names whom to ring or write to, and the short address of the page', () => {
    const content = contentOf(withLines().editions);
    const { wrong } = guidePage(content, { language: 'en', slug: 'centres' }).frame;
    expect(wrong?.address).toMatch(/^charter\.example\.org\/s\/[0-9a-z]{8}$/);
    expect(wrong?.fact.telephone?.text).toBe('01632 960101');
    const line = wrong === null ? '' : wrongLine(wrong).text;
    expect(line).toContain('tel:01632960101');
    expect(line).toContain('mailto:families@example.org');
  });

  it('names a page of no document by its own address', () => {
    const content = contentOf(withLines().editions);
    expect(languagesPage(content, { language: 'pl' }).frame.wrong?.address).toBe(
      'charter.example.org/pl/languages',
    );
  });

  it('says nothing where there is nobody to tell', () => {
    expect(languagesPage(contentOf([]), { language: 'pl' }).frame.wrong).toBeNull();
  });
});
