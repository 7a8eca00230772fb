/** Why the press published nothing: what, where, and what to do, for whoever runs it. */
export class PressError extends Error {
  override readonly name = 'PressError';
}
