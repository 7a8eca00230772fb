/** What a message says. Of a document it says the title and where to open it, and nothing of its text. */
import { isHappening } from '@charterpress/shared/domain/messages.ts';
import bundles from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import mail from '@charterpress/shared/strings/mail.json' with { type: 'json' };
import type { Payload } from 'payload';
import { BUNDLES } from '../bundles/records.ts';
import { env } from '../env.ts';
import { filled } from '../words/filled.ts';
import { trust } from '../words/trust.ts';
import type { Message } from './messages.ts';

export type Letter = { readonly subject: string; readonly text: string };

export function letterAbout(payload: Payload, message: Message): Letter {
  const values = valuesOf(payload, message);
  return letter(subjectOf(message, values), [
    filled(saysOf(message, mail.says), values),
    ...wrote(message, values),
    addressOf(message),
    ending(),
  ]);
}

export function digestOf(payload: Payload, messages: readonly Message[]): Letter {
  const subject = messages.length === 1 ? mail.digest.subjectOne : mail.digest.subject;
  const each = messages.map((message) => {
    return `- ${subjectOf(message, valuesOf(payload, message))}\n  ${addressOf(message)}`;
  });
  const values = { count: String(messages.length), trust: trust.name };
  return letter(filled(subject, values), [mail.digest.says, ...each, ending()]);
}

/** The way to another password. */
export function passwordLetter(token: string): Letter {
  const { otherwise, says, subject } = mail.password;
  const address = `${env.cmsUrl}/admin/reset/${encodeURIComponent(token)}`;
  return letter(filled(subject, { trust: trust.name }), [says, address, otherwise]);
}

function letter(subject: string, paragraphs: readonly string[]): Letter {
  return { subject: oneLine(subject), text: `${paragraphs.join('\n\n')}\n` };
}

type Values = Readonly<Record<string, string>>;

function valuesOf(payload: Payload, { by, kind, title }: Message): Values {
  return {
    title: oneLine(title ?? ''),
    who: oneLine(by ?? mail.somebody),
    kind: kindName(payload, kind ?? ''),
  };
}

function subjectOf(message: Message, values: Values): string {
  return filled(saysOf(message, mail.subject), values);
}

function saysOf({ what }: Message, words: Readonly<Record<string, string>>): string {
  const sentence = isHappening(what) ? words[what] : undefined;
  if (sentence === undefined) throw new Error(`There are no words in mail.json for "${what}".`);
  return sentence;
}

/** `guide`, as the desk calls it. */
function kindName(payload: Payload, kind: string): string {
  if (kind === BUNDLES) return bundles.one;
  const collections = payload.config.collections.find(({ slug }) => slug === kind);
  return String(collections?.labels.singular ?? kind).toLowerCase();
}

/** Work that was handed over stands on the desk's first page; everything else opens where it is. */
function addressOf({ document, kind, what }: Message): string {
  if (what === 'handover') return `${env.cmsUrl}/admin`;
  if (kind === BUNDLES) return `${env.cmsUrl}/admin/bundles/${document}`;
  return `${env.cmsUrl}/admin/collections/${kind}/${document}`;
}

function ending(): string {
  return `${filled(mail.why, { trust: trust.name })}\n${env.cmsUrl}/admin/account`;
}

/** In characters: more than that no mail program shows of a subject. */
const LONGEST_LINE = 160;

/** Whatever was typed, it stays in its line: it ends no header, and begins no paragraph of ours. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]+/gu, ' ').trim();
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1)}…`;
}

/** The reason why something failed may quote the document: it stands at the desk. */
function wrote({ by, note, what }: Message, values: Values): readonly string[] {
  if (note === null || what === 'failed') return [];
  return by === null ? [oneLine(note)] : [filled(mail.wrote, values), quoted(note)];
}

/** What a person wrote, marked line by line as not ours. */
function quoted(note: string): string {
  const lines = note.split(/\r\n|[\r\n\u2028\u2029]/);
  return lines.map((line) => `> ${line.replaceAll(/\p{Cc}/gu, ' ')}`).join('\n');
}
