/** Two texts of one document side by side in words: what was taken out, what was put in, and how much in all. */
import { compareTexts } from '@charterpress/shared/domain/compare.ts';
import { isKind } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import compare from '@charterpress/shared/strings/compare.json' with { type: 'json' };
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { Gutter } from '@payloadcms/ui';
import type { DocumentViewServerProps } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { Comparison, type Labelled } from './comparison.tsx';
import { namesIn } from './names.ts';
import { type Text, textsOf, usualPair } from './texts.ts';

/** `?before=edition:en:3&after=version:...`; from the list of versions, that version with the one before it. */
export async function CompareView(props: DocumentViewServerProps) {
  const { collectionConfig, docID, req } = props.initPageResult;
  const kind = collectionConfig?.slug ?? '';
  if (!isKind(kind) || docID === undefined) return null;
  if (!may(rolesOf(req), 'read', kind)) return <Gutter>{desk.gate.notForYou}</Gutter>;
  const texts = await textsOf(req, { kind, document: String(docID) });
  const chosen = chosenFrom(texts, props);
  if (chosen === null) {
    return (
      <Gutter className="desk-compare">
        <p>{compare.nothingToCompare}</p>
      </Gutter>
    );
  }
  const [before, after] = chosen;
  const names = await namesIn(req, kind, chosen);
  const comparison = compareTexts(kind, { before, after, names });
  return (
    <Gutter className="desk-compare">
      <h2>{compare.title}</h2>
      <form action={`/admin/collections/${kind}/${docID}/compare`} className="desk-compare__choice">
        <Choice chosen={before} label={compare.before} name="before" texts={texts} />
        <Choice chosen={after} label={compare.after} name="after" texts={texts} />
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
  texts: readonly Text[],
  { routeSegments, searchParams }: DocumentViewServerProps,
): readonly [Text, Text] | null {
  const usual = usualPair(texts);
  if (usual === null) return null;
  const version = routeSegments[3] === 'versions' ? routeSegments[4] : undefined;
  const at = texts.findIndex(({ id }) => id === `version:${version}`);
  if (at !== -1) {
    const after = texts[at] as Text;
    const earlier = texts[at + 1];
    return [earlier?.group === after.group ? earlier : after, after];
  }
  const known = (name: string) => texts.find(({ id }) => id === searchParams?.[name]);
  return [known('before') ?? usual[0], known('after') ?? usual[1]];
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly texts: readonly Text[];
  readonly chosen: Text;
}) {
  const groups = [...new Set(props.texts.map(({ group }) => group))];
  const id = `desk-compare-${props.name}`;
  return (
    <p>
      <label htmlFor={id}>{props.label}</label>
      <select defaultValue={props.chosen.id} id={id} name={props.name}>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {props.texts
              .filter((text) => text.group === group)
              .map((text) => (
                <option key={text.id} value={text.id}>
                  {text.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
