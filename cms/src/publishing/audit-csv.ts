/** The whole audit as a table, for administrators: `GET /api/audit.csv`. */

import { pipeline, Readable } from 'node:stream';
import desk from '@charterpress/shared/strings/desk.json' with { type: 'json' };
import { stringify } from 'csv-stringify';
import type { Endpoint } from 'payload';
import { rolesOf } from '../access/collections.ts';
import { attached, CSV } from './attached.ts';
import { everyEvent } from './audit.ts';

const columns = [
  'position',
  'at',
  'by',
  'did',
  'kind',
  'document',
  'language',
  'sequence',
  'reason',
  'digest',
  'previous',
  'hash',
] as const;

export const auditCsv: Endpoint = {
  path: '/audit.csv',
  method: 'get',
  handler: async (req) => {
    if (!rolesOf(req).includes('administrator')) {
      return Response.json({ message: desk.gate.notForYou }, { status: 403 });
    }
    const rows = table();
    pipeline(Readable.from(everyEvent(req.payload)), rows, (error) => {
      if (error) req.payload.logger.error(`The audit was not written out to its end: ${error}`);
    });
    return attached(Readable.toWeb(rows) as ReadableStream, { name: 'audit.csv', type: CSV });
  },
};

/** A cell that begins like a formula is calculated by the program that opens the table: a quotation mark stops it. */
function table() {
  return stringify({ bom: true, columns: [...columns], escape_formulas: true, header: true });
}
