/** What a person needs who could not save because somebody else was quicker: asked by the form. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { type Meanwhile, meanwhile } from '@charterpress/shared/domain/meanwhile.ts';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { rolesOf } from '../access/collections.ts';
import { saved, versionOf } from '../hooks/refuse-stale.ts';
import { workingCopy } from '../publishing/publish.ts';
import { savedMeanwhile } from '../words/refusals.ts';
import { type NamedField, nameOf } from './faults.ts';
import { readable, relationsIn } from './readable.ts';
import { type Titles, titlesOf } from './titles.ts';

export type SavedMeanwhile = {
  readonly sentence: string;
  readonly revision: number;
  readonly fields: readonly FieldMeanwhile[];
  /** The working copy as it is saved, for a form that takes it over. */
  readonly copy: Readonly<Record<string, unknown>>;
};

export type FieldMeanwhile = {
  readonly path: string;
  /** As it stands above the field. */
  readonly name: string;
  readonly both: boolean;
  /** In words, for people. */
  readonly mine: readonly string[];
  readonly others: readonly string[];
  /** As the form takes it. */
  readonly theirs: unknown;
};

export function meanwhileEndpoint(kind: Kind): Endpoint {
  return { path: '/:id/meanwhile', method: 'post', handler: (req) => answer(kind, req) };
}

const body = z.object({ revision: z.number(), mine: z.record(z.string(), z.unknown()) });

async function answer(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'write', kind)) {
    return Response.json({ message: desk.gate.notForYou }, { status: 403 });
  }
  const asked = body.safeParse(await req.json?.());
  if (!asked.success) return Response.json({ message: desk.gate.closed }, { status: 400 });
  const document = String(req.routeParams?.id);
  const copy = await workingCopy(req, { kind, document });
  if (copy === null) return Response.json({ message: desk.gate.closed }, { status: 404 });
  const before = await versionOf({ kind, document, revision: asked.data.revision, req });
  const changed = meanwhile(kind, { base: before ?? {}, mine: asked.data.mine, theirs: copy });
  const titles = await titlesOf(req.payload, changed.flatMap(relationsOf));
  const fields = (req.payload.collections[kind]?.config.fields ?? []) as readonly NamedField[];
  return Response.json({
    sentence: savedMeanwhile(saved(copy as never), before && saved(before)),
    revision: Number(copy.revision),
    fields: changed.map((each) => inWords(each, fields, titles)),
    copy,
  } satisfies SavedMeanwhile);
}

function relationsOf({ mine, theirs }: Meanwhile) {
  return [...relationsIn(mine), ...relationsIn(theirs)];
}

function inWords(
  changed: Meanwhile,
  fields: readonly NamedField[],
  titles: Titles,
): FieldMeanwhile {
  const { both, field, mine, path, theirs } = changed;
  const said = {
    mine: readable(field, mine, titles),
    others: readable(field, theirs, titles),
  };
  const isSameWords = said.mine.join('\n') === said.others.join('\n');
  return {
    ...{ path, both, theirs },
    name: nameOf(path.split('.'), fields) ?? path,
    mine: isSameWords ? [...said.mine, desk.meanwhile.sameWords] : said.mine,
    others: said.others,
  };
}
