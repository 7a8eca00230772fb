/** Where a part of a long form begins. */
export function PartHeading({ heading }: { heading: string }) {
  return <h2 className="desk-part">{heading}</h2>;
}
