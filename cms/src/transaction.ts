/** Reads and writes below Payload's API, in the transaction of a request. */
import type { PayloadRequest } from 'payload';

/** What carries a transaction, or at least the database. */
export type Within = Pick<PayloadRequest, 'payload'> &
  Partial<Pick<PayloadRequest, 'transactionID'>>;

/** The option of the database's own functions; empty where the request is in no transaction. */
export async function session({ payload, transactionID }: Within) {
  const id = await transactionID;
  if (id === undefined || id === null) return {};
  const found = payload.db.sessions[String(id)];
  if (found === undefined) throw new Error('The transaction of this act has ended.');
  return { session: found };
}
