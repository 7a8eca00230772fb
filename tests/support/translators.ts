/** Two translators of a running system, who bring a document into their language over REST, as the workbench does. */
import type { Kind } from '@charterpress/shared/domain/kinds.ts';
import { type Document, type Staff, signIn } from './staff.ts';
import type { System } from './system.ts';

type Segment = { readonly key: string; readonly text: string; readonly hash: string };
type Work = {
  readonly english: { readonly number: number };
  readonly segments: readonly {
    readonly segment: Segment;
    readonly record: { readonly revision: number } | null;
    readonly findings: readonly { readonly level: string; readonly rule: string }[];
  }[];
};

export type Pair = {
  /** Saves every segment as `say` says it, has it reviewed by the second one, and releases it. */
  readonly release: (
    kind: Kind,
    document: Document,
    say: (segment: Segment) => string,
  ) => Promise<void>;
};

/** `name` is what the accounts are called by: `polish`. */
export async function pairOf(system: System, name: string, tag: string): Promise<Pair> {
  const [translator, reviewer] = await Promise.all([
    signIn(system, `translator.${name}`),
    signIn(system, `reviewer.${name}`),
  ]);
  return {
    async release(kind, { id }, say) {
      const one = `translation/${tag}/${kind}/${id}`;
      const opened = await work(translator, one);
      for (const { record, segment } of opened.segments) {
        const said = { hash: segment.hash, target: say(segment), state: 'translated' };
        const body = { ...said, revision: record?.revision ?? 0 };
        await done(translator, 'PUT', pathOf(one, segment), body);
      }
      for (const { findings, record, segment } of (await work(translator, one)).segments) {
        const revision = record?.revision ?? 0;
        const unusual = [...new Set(findings.map(({ rule }) => rule))];
        for (const [at, rule] of unusual.entries()) {
          const waived = { rule, reason: 'It is meant so.', revision: revision + at };
          await done(translator, 'POST', `${pathOf(one, segment)}/waive`, waived);
        }
        const seen = { hash: segment.hash, revision: revision + unusual.length };
        await done(reviewer, 'POST', `${pathOf(one, segment)}/review`, seen);
      }
      const revisionOfEnglish = opened.english.number;
      await done(reviewer, 'POST', `${one}/release`, { revisionOfEnglish });
    },
  };
}

function pathOf(one: string, { key }: Segment): string {
  return `${one}/segments/${encodeURIComponent(key)}`;
}

async function work(staff: Staff, one: string): Promise<Work> {
  return (await done(staff, 'GET', one)) as Work;
}

async function done(staff: Staff, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await staff.ask(method, path, body);
  if (answer.ok) return answer.json();
  throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
}
