/** Writes what is made from the code and kept in the repository: `npm run generate`. Needs no database. */
import { exit } from 'node:process';

process.env.DATABASE_URL ??= 'mongodb://127.0.0.1/generating?replicaSet=generating';
process.env.PAYLOAD_SECRET ??= 'stands in while generating, never serves';

const { default: config } = await import('../src/payload.config.ts');
const { generateImportMap } = await import('payload');
const { generateTypes } = await import('payload/node');
const { graphqlSteps } = await import('./generate-graphql.ts');

/** Each step writes one file. */
const steps: readonly { readonly writes: string; readonly write: () => Promise<void> }[] = [
  {
    writes: 'cms/src/payload-types.generated.ts',
    write: () => generateTypes(config, { log: false }),
  },
  {
    writes: 'cms/src/app/(payload)/admin/importMap.generated.ts',
    write: () => generateImportMap(config, { log: false, force: true }),
  },
  ...graphqlSteps(config),
];

for (const { writes, write } of steps) {
  await write();
  console.log(`Wrote ${writes}`);
}
console.log(`Generated ${steps.length} files.`);
exit(0);
