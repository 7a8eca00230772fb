/** A web address that no browser opens: readers would see nothing of it, and nobody would hear of that. */
export type WebAddressProblem = {
  readonly field: string;
  readonly problem: 'web-address-form';
  readonly value: string;
};

/** The fields that hold one, in whichever kind. */
const fields = ['web', 'online'];

export function webAddressProblems(
  content: Readonly<Record<string, unknown>>,
): readonly WebAddressProblem[] {
  return fields.flatMap((field): WebAddressProblem[] => {
    const value = content[field];
    if (typeof value !== 'string' || isWebAddress(value)) return [];
    return [{ field, problem: 'web-address-form', value }];
  });
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { hostname, protocol } = new URL(value);
  return ['https:', 'http:'].includes(protocol) && hostname.includes('.');
}
