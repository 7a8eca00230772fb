/** Everything that goes between the workbench and people without accounts: doors, records, and how they are erased. */
import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload';
import { eraseDeadlines, translationDeadlines } from './agencies/deadlines.ts';
import { agencyEndpoints } from './agencies/endpoints.ts';
import { exchangeEndpoints } from './exchange/endpoints.ts';
import { eraseHandedIn, translationImports } from './exchange/records.ts';
import { proofEndpoints } from './proof/endpoints.ts';
import { eraseSheets, proofSheets } from './proof/records.ts';
import type { Subject } from './records.ts';

export const exchangeRecords: CollectionConfig[] = [
  translationImports,
  proofSheets,
  translationDeadlines,
];

export const exchanging: Endpoint[] = [...exchangeEndpoints, ...proofEndpoints, ...agencyEndpoints];

/** In the transaction of the removal. */
export async function eraseExchanged(req: PayloadRequest, of: Subject): Promise<void> {
  await eraseHandedIn(req, of);
  await eraseSheets(req, of);
  await eraseDeadlines(req, of);
}
