/** What stands in the way of what somebody just asked for, read out as soon as it is there. */
export function Alarm({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="desk-alarm" role="alert">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
