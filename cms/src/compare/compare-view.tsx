/** Two texts of one document side by side in words: what was taken out, what was put in, and how much in all. */
import { compareTexts } from '@charterpress/shared/domain/compare.ts';
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { Gutter } from '@payloadcms/ui';
import type { DocumentViewServerProps } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { type Choice, choicesOf, usualPair } from './choices.ts';
import { Comparison, type Labelled } from './comparison.tsx';
import { namesIn } from './names.ts';
import { textOf } from './texts.ts';

/** `?before=edition:en:3&after=version:...`; from the list of versions, that version with the one before it. */
export async function CompareView(props: DocumentViewServerProps) {
  const { collectionConfig, docID, req } = props.initPageResult;
  const kind = collectionConfig?.slug ?? '';
  if (!isKind(kind) || docID === undefined) return null;
  if (!may(rolesOf(req), 'read', kind)) return <Gutter>{desk.gate.notForYou}</Gutter>;
  const of = { kind, document: String(docID) };
  const choices = await choicesOf(req, of);
  const chosen = chosenFrom(choices, props);
  const texts = chosen && (await Promise.all(chosen.map(({ id }) => textOf(req, of, id))));
  const [before, after] = texts ?? [];
  if (chosen === null || !before || !after) {
    return (
      <Gutter className="desk-compare">
        <p>{compare.nothingToCompare}</p>
      </Gutter>
    );
  }
  const names = await namesIn(req, kind, [before, after]);
  const comparison = compareTexts(kind, { before, after, names });
  return (
    <Gutter className="desk-compare">
      <h2>{compare.title}</h2>
      <form action={`/admin/collections/${kind}/${docID}/compare`} className="desk-compare__choice">
        <Chooser choices={choices} chosen={chosen[0]} label={compare.before} name="before" />
        <Chooser choices={choices} chosen={chosen[1]} label={compare.after} name="after" />
        <button type="submit">{compare.compare}</button>
      </form>
      <Comparison
        after={after}
        before={before}
        comparison={comparison}
        fields={(collectionConfig?.fields ?? []) as readonly Labelled[]}
      />
    </Gutter>
  );
}

function chosenFrom(
  choices: readonly Choice[],
  { routeSegments, searchParams }: DocumentViewServerProps,
): readonly [Choice, Choice] | null {
  const usual = usualPair(choices);
  if (usual === null) return null;
  const version = routeSegments[3] === 'versions' ? routeSegments[4] : undefined;
  const at = choices.findIndex(({ id }) => id === `version:${version}`);
  const [after, earlier] = at === -1 ? [] : choices.slice(at, at + 2);
  if (after !== undefined) return [earlier?.group === after.group ? earlier : after, after];
  const known = (name: string) => choices.find(({ id }) => id === searchParams?.[name]);
  return [known('before') ?? usual[0], known('after') ?? usual[1]];
}

function Chooser(props: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice;
}) {
  const groups = [...new Set(props.choices.map(({ group }) => group))];
  const id = `desk-compare-${props.name}`;
  return (
    <p>
      <label htmlFor={id}>{props.label}</label>
      <select defaultValue={props.chosen.id} id={id} name={props.name}>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {props.choices
              .filter((choice) => choice.group === group)
              .map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
