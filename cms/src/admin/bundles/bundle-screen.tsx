/** One bundle, or a new one: when it goes live, with what, and what will change for readers. */
import { isOpen } from '@charterpress/shared/domain/bundle.ts';
import { kindNames } from '@charterpress/shared/domain/kinds.ts';
import { may } from '@charterpress/shared/roles.ts';
import words from '@charterpress/shared/strings/bundles.json' with { type: 'json' };
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { rolesOf } from '../../access/collections.ts';
import { bundleOf, type StoredBundle } from '../../bundles/records.ts';
import { unknownBundle } from '../../bundles/sentences.ts';
import { choosable, type ShownItem, shownBundle } from '../../bundles/shown.ts';
import { moment } from '../../words/moment.ts';
import { namesOf } from '../people.ts';
import { Screen } from '../screen.tsx';
import { BundleForm } from './bundle-form.tsx';
import { type Listed, ListedItems } from './items.tsx';
import { whenWords } from './list-screen.tsx';

const { screen } = words;

export async function BundleScreen(props: AdminViewServerProps) {
  const { req } = props.initPageResult;
  const id = idIn(props.params);
  const bundle = id === 'new' ? null : await bundleOf(req, id);
  return (
    <Screen {...props} className="desk-landing desk-bundles">
      <a href="/admin/bundles">{screen.back}</a>
      {id !== 'new' && bundle === null ? (
        <p>{unknownBundle()}</p>
      ) : (
        <Bundle bundle={bundle} req={req} />
      )}
    </Screen>
  );
}

async function Bundle({ bundle, req }: { bundle: StoredBundle | null; req: PayloadRequest }) {
  const mayPlan = kindNames.some((kind) => may(rolesOf(req), 'publish', kind));
  const shown = bundle === null ? null : await shownBundle(req, bundle);
  const isChanged = mayPlan && (bundle === null || isOpen(bundle.state));
  const choices = isChanged ? await choosable(req, bundle?.id ?? null) : [];
  return (
    <>
      <h1>{bundle === null ? screen.make : bundle.title || screen.withoutTitle}</h1>
      {bundle !== null && <p>{whenWords(bundle)}.</p>}
      {bundle?.failure && (
        <p className="desk-alarm" role="alert">
          {bundle.failure.why}
        </p>
      )}
      {isChanged ? (
        <BundleForm
          bundle={shown}
          choices={await listed(req, choices)}
          key={bundle?.revision ?? 0}
          now={moment(new Date())}
        />
      ) : (
        <section aria-labelledby="desk-bundle-items">
          <h2 id="desk-bundle-items">{screen.documents}</h2>
          <ListedItems items={await listed(req, shown?.items ?? [])} />
          {!mayPlan && <p>{screen.readOnly}</p>}
        </section>
      )}
    </>
  );
}

/** With the words that only the server knows: what its kind is called, and who approved it. */
async function listed<I extends ShownItem>(
  req: PayloadRequest,
  items: readonly I[],
): Promise<readonly (I & Listed)[]> {
  const people = items.flatMap(({ approvedBy }) => (approvedBy === null ? [] : [approvedBy]));
  const names = await namesOf(req.payload, people);
  return items.map((item) => {
    const singular = req.payload.collections[item.kind]?.config.labels.singular;
    return {
      ...item,
      kindName: String(singular ?? item.kind),
      approvedWords: approvedWords(item, names),
    };
  });
}

function approvedWords({ approvedAt, approvedBy }: ShownItem, names: (of: string) => string) {
  if (approvedBy === null || approvedAt === null) return null;
  const when = moment(new Date(approvedAt));
  return screen.approvedBy.replace('{{who}}', names(approvedBy)).replace('{{when}}', when);
}

/** The address is /admin/bundles/<id>. */
function idIn(params: AdminViewServerProps['params']): string {
  const segments = params?.segments;
  return (Array.isArray(segments) ? segments.at(-1) : segments) ?? '';
}
