/** What the checks say of a working copy, at each moment of its way: asked by the panel beside the form. */
import { saidAt } from '@charterpress/shared/domain/checks/check.ts';
import type { Finding } from '@charterpress/shared/domain/checks/findings.ts';
import { type Level, type Moment, moments } from '@charterpress/shared/domain/checks/moments.ts';
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import type { Endpoint, PayloadRequest } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { type NamedField, nameOf } from '../admin/faults.ts';
import { workingCopy } from '../publishing/publish.ts';
import { sentenceFor, unknownDocument } from '../publishing/sentences.ts';
import { problemWords } from '../words/problem.ts';
import { findingsIn } from './blockers.ts';

export type Said = {
  /** The path of the field in the form: `parts.0.body`. */
  readonly field: string;
  readonly rule: Finding['problem'];
  readonly level: Level;
  readonly message: string;
};

export type SaidAtMoments = Readonly<Record<Moment, readonly Said[]>>;

export function checksEndpoint(kind: Kind): Endpoint {
  return { path: '/:id/checks', method: 'get', handler: (req) => answer(kind, req) };
}

async function answer(kind: Kind, req: PayloadRequest): Promise<Response> {
  if (!may(rolesOf(req), 'read', kind)) {
    return Response.json({ message: desk.gate.notForYou }, { status: 403 });
  }
  const document = String(req.routeParams?.id);
  const version = await workingCopy(req, { kind, document });
  if (version === null) return Response.json({ message: unknownDocument() }, { status: 404 });
  const findings = await findingsIn(req, { kind, document, version });
  const fields = req.payload.collections[kind]?.config.fields as readonly NamedField[];
  const said = moments.map((moment) => [moment, once(moment, findings, fields)]);
  return Response.json(Object.fromEntries(said) as SaidAtMoments);
}

/** Two links of the same empty words in one field are one thing to put right. */
function once(
  moment: Moment,
  findings: readonly Finding[],
  fields: readonly NamedField[],
): readonly Said[] {
  const said = saidAt(moment, findings).map(({ finding, level }): Said => {
    const { field, problem } = finding;
    return { field, rule: problem, level, message: messageOf(finding, fields) };
  });
  return [...new Map(said.map((each) => [`${each.field} ${each.message}`, each])).values()];
}

function messageOf(finding: Finding, fields: readonly NamedField[]): string {
  const name = nameOf(finding.field.split('.'), fields);
  return name === null ? sentenceFor(finding) : problemWords(finding, name);
}
