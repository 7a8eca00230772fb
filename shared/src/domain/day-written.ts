/** A form keeps a calendar day as its noon: the day of it, `2026-05-31`; `null` where none is written. */
export function dayWritten(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 10) : null;
}
