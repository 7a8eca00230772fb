/** What the press cannot make at the moment. It says so whenever that changes, and no receipt does: no release waits for it. */
import type { Payload } from 'payload';
import { z } from 'zod';
import { PRESS_STANDING } from './records.ts';

export const pressStanding = z.strictObject({
  /** Booklets whose PDF could not be made: `/ur/booklets/swale.html`, and why. */
  pdfs: z
    .array(
      z.strictObject({
        booklet: z
          .string()
          .regex(/^\/[\w/-]+\.html$/)
          .max(500),
        why: z.string().max(2000),
      }),
    )
    .max(10_000),
});
export type PressStanding = z.infer<typeof pressStanding> & {
  /** ISO 8601 moment at which the press said so. */
  readonly at: string;
};

const THE_PRESS = 'press';

export async function keepStanding(payload: Payload, standing: PressStanding): Promise<void> {
  await standings(payload).updateOne({ _id: THE_PRESS }, { $set: standing }, { upsert: true });
}

/** `null` where the press has never said anything. */
export async function readStanding(payload: Payload): Promise<PressStanding | null> {
  return standings(payload).findOne({ _id: THE_PRESS });
}

function standings(payload: Payload) {
  return payload.db.connection.collection<PressStanding & { readonly _id: string }>(PRESS_STANDING);
}
