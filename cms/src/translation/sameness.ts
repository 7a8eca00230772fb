/** Which earlier English says the same as the newest, as far as a second person agreed. */
import { type IsSame, samenessIn } from '@charterpress/shared/domain/translation/minor.ts';
import { session, type Within } from '../transaction.ts';
import { cuts, type Subject } from './records.ts';

/** `upTo`: the English edition that is to be translated; the newest when nothing is said. */
export async function samenessOf(
  req: Within,
  { document }: Subject,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<IsSame> {
  const within = await session(req);
  const earlier = { document, number: { $lte: upTo } };
  const agreed = { ...earlier, agreedBy: { $ne: null } };
  const isAny =
    (await cuts(req.payload).findOne(agreed, { projection: { _id: 1 }, ...within })) !== null;
  if (!isAny) return samenessIn([]);
  const projection = { number: 1, agreedBy: 1, reworded: 1, 'heads.key': 1, 'heads.hash': 1 };
  const rows = await cuts(req.payload)
    .find(earlier, { projection, sort: { number: -1 }, limit: FURTHEST_BACK, ...within })
    .toArray();
  return samenessIn(
    rows.reverse().map(({ agreedBy, heads, reworded }) => ({
      hashes: new Map(heads.map(({ hash, key }) => [key, hash])),
      isAgreedMinor: agreedBy !== null,
      reworded,
    })),
  );
}

/** In editions: a longer chain of minor changes wants a look by a translator. */
const FURTHEST_BACK = 20;
