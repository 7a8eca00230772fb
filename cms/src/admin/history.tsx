/** A tab of every document: what happened to it, for all who may read it. */
import { type HistoryLine, historyOf, type Save } from '@charterpress/shared/domain/history.ts';
import { isKind, type Kind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/audit.json' with { type: 'json' };
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { Gutter } from '@payloadcms/ui';
import type { DocumentViewServerProps, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { eventsAbout } from '../publishing/audit.ts';
import { filled } from '../words/filled.ts';
import { moment } from '../words/moment.ts';
import { didWords, reasonWords } from './audit-words.ts';
import { type Names, namesOf } from './people.ts';

const { history } = words;

export async function History({ initPageResult, routeSegments }: DocumentViewServerProps) {
  const { collectionConfig, docID, req } = initPageResult;
  const kind = collectionConfig?.slug ?? routeSegments?.[1] ?? '';
  if (!isKind(kind) || docID === undefined) return null;
  if (!may(rolesOf(req), 'read', kind)) return <p>{desk.gate.notForYou}</p>;
  const of = { kind, document: String(docID) };
  const events = await eventsAbout(req.payload, of);
  const names = await namesOf(
    req.payload,
    events.map(({ by }) => by),
  );
  const lines = historyOf(events, await savesOf(req, of));
  return (
    <Gutter className="desk-history">
      <h2>{history.title}</h2>
      <p>{lines.length === 0 ? history.nothing : history.help}</p>
      <ol>
        {lines.map((line) => (
          <Line key={keyOf(line)} line={line} names={names} />
        ))}
      </ol>
    </Gutter>
  );
}

function Line({ line, names }: { line: HistoryLine; names: Names }) {
  const isAct = line.line === 'act';
  const at = isAct ? line.event.at : line.at;
  const reason = isAct ? reasonWords(line.event.reason) : '';
  return (
    <li className={isAct ? 'desk-history__act' : 'desk-history__saves'}>
      <time dateTime={at}>{moment(new Date(at))}</time>
      <span>
        <strong>{isAct ? names(line.event.by) : line.by}</strong> {saidOf(line)}
        {reason !== '' && <q>{reason}</q>}
      </span>
    </li>
  );
}

function saidOf(line: HistoryLine): string {
  if (line.line === 'act') return `${didWords(line.event, words.it)}.`;
  const sentence = line.times === 1 ? history.savedOnce : history.savedTimes;
  const values = { times: String(line.times), revision: String(line.revision) };
  return `${filled(sentence, values)}.`;
}

function keyOf(line: HistoryLine): string {
  return line.line === 'act' ? `act ${line.event.position}` : `save ${line.revision}`;
}

async function savesOf(
  req: PayloadRequest,
  { document, kind }: { kind: Kind; document: string },
): Promise<readonly Save[]> {
  const { docs } = await req.payload.findVersions({
    collection: kind,
    where: { parent: { equals: document } },
    select: { version: { revision: true, savedBy: true }, createdAt: true },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs.map(({ createdAt, version }) => {
    const { revision, savedBy } = version as { revision?: number | null; savedBy?: string | null };
    return { by: savedBy ?? desk.somebody, revision: Number(revision ?? 0), at: String(createdAt) };
  });
}
