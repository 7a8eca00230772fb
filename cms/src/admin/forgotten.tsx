import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };

/** Under the form to sign in. No mail leaves this system, so Payload's own way to a forgotten password leads nowhere. */
export function Forgotten() {
  return <p className="desk-forgotten">{desk.signIn.forgotten}</p>;
}
