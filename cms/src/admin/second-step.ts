/** What the CMS asks for besides the password. */
import type { Answer } from './asking.ts';

export type AskedBesides = 'code' | 'enrolment' | null;

type Refused = {
  readonly errors?: readonly { readonly data?: { secondFactor?: AskedBesides } | null }[];
};

export function askedBy({ body }: Answer): AskedBesides {
  return (body as Refused).errors?.[0]?.data?.secondFactor ?? null;
}
