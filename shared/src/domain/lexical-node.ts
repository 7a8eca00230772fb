/** A node of the editor's tree as it comes from the database: nothing about it is believed. */
export type Node = Readonly<Record<string, unknown>>;

export function childrenOf(node: Node | null): Node[] {
  const children: unknown = node?.children;
  if (!Array.isArray(children)) return [];
  return children.map(asNode).filter((child) => child !== null);
}

export function asNode(value: unknown): Node | null {
  return typeof value === 'object' && value !== null ? (value as Node) : null;
}
