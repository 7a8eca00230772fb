import type { AfterErrorHook } from 'payload';
import { savedAtOnce } from '../words/refusals.ts';

/** MongoDB's code for two transactions that write the same document. */
const WRITE_CONFLICT = 112;

/** Two saves in the same instant: the database lets one through, and the other person is told in words. */
export const refuseCollision: AfterErrorHook = ({ error }) => {
  if ((error as { code?: unknown }).code !== WRITE_CONFLICT) return;
  return { status: 409, response: { errors: [{ message: savedAtOnce() }] } };
};
