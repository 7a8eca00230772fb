/** Every sample text beside its translations, segment by segment: what people really write, for rules that judge it. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  authored,
  authoredEarlier,
  fileOf,
  readSamples,
  type Sample,
  type Setting,
  translatedTexts,
} from '@charterpress/cms/src/seeding/sample-content.ts';
import { compose, composeTranslation } from '@charterpress/shared/domain/compose.ts';
import type { ContentOfKind, Kind } from '@charterpress/shared/domain/kinds.ts';
import { alignKeys } from '@charterpress/shared/domain/translation/keys.ts';
import type { Segment } from '@charterpress/shared/domain/translation/segment.ts';
import { segmentsOf } from '@charterpress/shared/domain/translation/segments.ts';
import { languages } from '@charterpress/shared/languages.ts';

const tags = languages.map(({ tag }) => tag);

export type SamplePair = {
  readonly language: string;
  /** The file of the translation. */
  readonly where: string;
  readonly segment: Segment;
  readonly target: string;
};

const trusts = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../shared/trusts');
const picture = [
  { name: 'full', sha256: 'a'.repeat(64), mime: 'image/png', width: 1, height: 1, bytes: 1 },
];
const setting: Setting = { today: '2026-11-02', resolve: (kind, slug) => `${kind}/${slug}` };

export function samplePairs(trust: string, folder = trusts): readonly SamplePair[] {
  return readSamples(path.join(folder, trust), tags).flatMap((sample) =>
    Object.keys(sample.translations).flatMap((language) => pairsOf(sample, language)),
  );
}

function pairsOf(sample: Sample, language: string): readonly SamplePair[] {
  const { kind } = sample;
  const source = sourceOf(sample, language);
  const texts = translatedTexts(sample, language, setting) ?? {};
  const target = good(composeTranslation(kind, source, texts), fileOf(sample, language));
  const [ours, theirs] = [segments(kind, source), segments(kind, target)];
  // A translator may have left out a line of a fact: then the two cannot be laid beside each other.
  if (ours.some(({ path: at }, place) => theirs[place]?.path !== at)) return [];
  return ours.map((segment, place) => ({
    ...{ language, where: fileOf(sample, language), segment },
    target: theirs[place]?.text ?? '',
  }));
}

function segments(kind: Kind, content: ContentOfKind<Kind>): readonly Segment[] {
  return segmentsOf(kind, content, alignKeys(kind, content, []));
}

function sourceOf(sample: Sample, language: string): ContentOfKind<Kind> {
  const earlier = sample.behind.includes(language) ? authoredEarlier(sample, setting) : null;
  const version = { ...(earlier ?? authored(sample, setting)), file: picture };
  return good(compose(sample.kind, version), fileOf(sample, 'en'));
}

function good<T>(
  outcome: { ok: true; value: T } | { ok: false; problems: unknown },
  file: string,
): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${file} cannot be composed: ${JSON.stringify(outcome.problems)}`);
}
