/** A small site of one trust in Kent, by hand, for tests that say one thing about it. */
import { digestOf } from '@charterpress/shared/domain/digest.ts';
import type { Edition, Place } from '@charterpress/shared/domain/edition.ts';
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import type { Block, Inline, Prose } from '@charterpress/shared/domain/prose.ts';

type Told = Partial<
  Pick<Edition, 'slug' | 'language' | 'change' | 'changeNote' | 'sourceEdition'>
> & {
  readonly number?: number;
  readonly action?: Edition['action'];
  readonly publishedAt?: string;
  readonly changedAt?: string;
  readonly firstPublishedAt?: string;
  readonly corrects?: number;
  readonly redirectTo?: { readonly kind: string; readonly document: string };
  readonly stoodAt?: Place;
};

/** Numbers editions as they come, as a feed does. */
export function feed() {
  const editions: Edition[] = [];
  return { editions, publish };

  function publish<K extends Kind>(
    kind: K,
    document: string,
    content: ContentOfKind<K> | null,
    told: Told = {},
  ): void {
    const publishedAt = told.publishedAt ?? '2026-03-02T10:00:00.000Z';
    editions.push({
      ...{ kind, document, slug: document, language: 'en', number: 1, action: 'published' },
      ...{ change: 'major', changeNote: null, sourceEdition: null },
      ...{ firstPublishedAt: publishedAt, changedAt: publishedAt, digest: digestOf(content) },
      ...told,
      ...(content === null ? {} : { content }),
      publishedAt,
      sequence: editions.length + 1,
    } as Edition);
  }
}

export const text = (words: string): Inline => ({ type: 'text', text: words, marks: [] });

export const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

export const linkTo = (kind: Kind, document: string, words: string): Inline => ({
  type: 'link',
  to: { document: { kind, document } },
  children: [text(words)],
});

export const prose = (words: string): Prose => [paragraph(text(words))];

export function guide(title: string, parts: readonly (readonly [string, string, Prose])[]) {
  return {
    ...{ title, summary: `${title}: a summary`, audience: 'parents' as const },
    ...{ sensitive: false, image: null, principles: [] },
    parts: parts.map(([slug, name, body]) => ({
      id: `row-${slug}`,
      slug,
      title: name,
      body,
      attachments: [],
    })),
  };
}

/** A guide in two parts, and the same in Polish. */
export const centresInEnglish = guide('Children’s centres', [
  ['what', 'What it is', prose('A place to play.')],
  ['cost', 'What it costs', [...prose('Ring us.'), ...prose('Bring a drink.')]],
]);
export const centresInPolish = guide('Ośrodki dla dzieci', [
  ['what', 'Co to jest', prose('Miejsce do zabawy.')],
  ['cost', 'Ile to kosztuje', [...prose('Zadzwoń do nas.'), ...prose('Weź napój.')]],
]);

export function page(title: string, body: Prose) {
  return {
    title,
    summary: `${title}: a summary`,
    image: null,
    body,
    attachments: [],
    sensitive: false,
  };
}

export function principle(number: number, statement: string) {
  return {
    number,
    statement,
    meaning: prose('What it means.'),
    status: 'adopted' as const,
    earlier: [],
  };
}

export function contact(label: string, telephone: string | null) {
  return {
    ...{ type: 'contact' as const, label, telephone, email: null, web: null, value: null },
    ...{ confirmedBy: null, confirmedOn: null, expires: null },
  };
}
