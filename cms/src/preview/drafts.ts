/** What the preview renders from: the working copies that a pass names, as they are saved at this moment. */
import { type Kind, kinds } from '@charterpress/shared/domain/kinds.ts';
import type { Reference } from '@charterpress/shared/domain/shape.ts';
import { SOURCE_LANGUAGE } from '@charterpress/shared/languages.ts';
import preview from '@charterpress/shared/strings/preview.json' with { type: 'json' };
import type { PayloadRequest } from 'payload';
import { titleField, titleFrom } from '../admin/titles.ts';
import type { StoredEdition } from '../publishing/ledger.ts';
import { workingCopy } from '../publishing/publish.ts';
import { sentenceFor } from '../publishing/sentences.ts';
import { newestEdition } from '../publishing/stored.ts';
import type { Translation } from '../translation/records.ts';
import { filled } from '../words/filled.ts';
import { recordOf } from '../workflow/records.ts';
import { pinnedText } from '../workflow/situation.ts';
import { type DraftEdition, draftEdition } from './draft-edition.ts';
import type { Subject } from './pass.ts';
import { translationDraft } from './translation-draft.ts';

type Values = Readonly<Record<string, unknown>>;

export type Drafts = {
  readonly editions: readonly StoredEdition[];
  readonly opened: Subject;
  readonly title: string;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
};

type Copy = {
  readonly kind: Kind;
  readonly document: string;
  readonly text: Values;
  readonly draft: DraftEdition;
  /** Something else was approved, and goes live before this does. */
  readonly isPastApproval: boolean;
};

/** `null` when the document that was opened is no longer there. */
export async function draftsOf(
  req: PayloadRequest,
  subjects: readonly Subject[],
): Promise<Drafts | null> {
  const copies = (await Promise.all(subjects.map((each) => copyOf(req, each)))).flatMap(
    (copy) => copy ?? [],
  );
  const [opened] = subjects;
  const first = copies.find(({ document }) => document === opened?.document);
  if (first === undefined) return null;
  const pictures = await unpublishedPictures(req, copies);
  return {
    editions: [...copies, ...pictures].map(({ draft }) => draft.edition),
    opened: { kind: first.kind, document: first.document },
    title: titleOf(req, first),
    notes: [
      ...(copies.every(({ draft }) => draft.isLive) ? [preview.nothingNew] : []),
      ...(first.isPastApproval ? [preview.pastApproval] : []),
      ...pictures.map((each) => filled(preview.imageNotPublished, { title: titleOf(req, each) })),
    ],
    problems: copies.flatMap(({ draft }) => draft.problems.map(sentenceFor)),
  };
}

async function copyOf(req: PayloadRequest, subject: Subject): Promise<Copy | null> {
  const { language } = subject;
  if (language !== undefined) return translationOf(req, { ...subject, language });
  const text = await textOf(req, subject);
  if (text === null) return null;
  const { document, kind } = subject;
  const record = await recordOf(req, { kind, document });
  const { change, changeNote = null } = record?.approval ?? record?.submitted ?? {};
  const said = change ? { change, changeNote } : undefined;
  const draft = await draftEdition(req.payload, subject, text, said);
  const approved = record?.approval?.revision;
  const isPastApproval = approved !== undefined && approved !== text.revision;
  return { kind, document, text, draft, isPastApproval };
}

async function translationOf(req: PayloadRequest, of: Translation): Promise<Copy | null> {
  const draft = await translationDraft(req, of);
  if (draft === null) return null;
  const { document, kind } = of;
  const text = draft.edition.content ?? {};
  return { kind, document, text, draft, isPastApproval: false };
}

async function textOf(req: PayloadRequest, subject: Subject): Promise<Values | null> {
  const { document, kind, version } = subject;
  if (version === undefined) return workingCopy(req, { kind, document });
  return (await pinnedText(req, { kind, document, version }))?.text ?? null;
}

/** A page with a picture that nobody published yet would have none: shown all the same, and said. */
async function unpublishedPictures(
  req: PayloadRequest,
  copies: readonly Copy[],
): Promise<readonly Copy[]> {
  const shown = new Set(copies.map(({ document }) => document));
  const wanted = new Set(copies.flatMap(picturesIn).filter((document) => !shown.has(document)));
  const found = await Promise.all(
    [...wanted].map(async (document) => {
      const of = { kind: 'media', document } as const;
      const newest = await newestEdition(req, { ...of, language: SOURCE_LANGUAGE });
      return newest === null ? copyOf(req, of) : null;
    }),
  );
  return found.flatMap((copy) => copy ?? []);
}

function picturesIn({ draft, kind }: Copy): readonly string[] {
  return Object.entries(kinds[kind]).flatMap(([name, field]) => {
    if (field.holds !== 'one') return [];
    const reference = draft.edition.content?.[name] as Reference | null;
    return reference?.kind === 'media' ? [reference.document] : [];
  });
}

function titleOf({ payload }: PayloadRequest, { kind, text }: Copy): string {
  return titleFrom(text[titleField(payload, kind)]);
}
