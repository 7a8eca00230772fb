/** SQL on one database, each sentence prepared once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

type Row = Record<string, unknown>;

export type Statements = {
  readonly row: (sql: string, ...values: SQLInputValue[]) => Row | undefined;
  readonly all: (sql: string, ...values: SQLInputValue[]) => readonly Row[];
  readonly write: (sql: string, ...values: SQLInputValue[]) => void;
};

export function statementsOn(database: DatabaseSync): Statements {
  const statements = new Map<string, StatementSync>();
  return {
    row: (sql, ...values) => prepared(sql).get(...values),
    all: (sql, ...values) => prepared(sql).all(...values),
    write: (sql, ...values) => void prepared(sql).run(...values),
  };

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  }
}
