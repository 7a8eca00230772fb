/** People by their names, where the records know them by their e-mail addresses. */
import type { Payload } from 'payload';

/** The name of an account; of an account that is gone, or a program, what the record says. */
export type Names = (email: string) => string;

export async function namesOf(payload: Payload, emails: readonly string[]): Promise<Names> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { in: [...new Set(emails)] } },
    select: { email: true, name: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const names = new Map(docs.map(({ email, name }) => [email, name?.trim() || email]));
  return (email) => names.get(email) ?? email;
}
