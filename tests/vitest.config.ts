import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

const root = resolve(import.meta.dirname, '..');

/** Node takes the CommonJS build of graphql and Vite the other; a schema made by one is none to the other. */
const oneGraphql = { alias: { graphql: createRequire(import.meta.url).resolve('graphql') } };

/**
 * For two processors. Files that start programs of their own wait for these, so that a third one finds room beside them;
 * the others would only stand in each other's way. These come second: the two groups do not mix.
 */
const starting = { root, maxWorkers: 3, sequence: { groupOrder: 0 } };
const working = {
  ...{ root, maxWorkers: 2, sequence: { groupOrder: 1 } },
  ...{ isolate: false, testTimeout: 60_000, hookTimeout: 120_000 },
};

/**
 * One project a layer. Where nothing keeps a file from finding what another one loaded, one process runs many: to start it
 * and load the CMS takes seconds.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...working,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
        },
      },
      {
        test: {
          ...working,
          name: 'pages',
          globalSetup: ['tests/support/bundle-for-the-run.ts', 'tests/support/published-press.ts'],
          include: ['tests/pages/**/*.test.ts'],
        },
      },
      {
        test: {
          ...working,
          name: 'a11y',
          globalSetup: ['tests/support/bundle-for-the-run.ts'],
          include: ['tests/a11y/**/*.test.ts'],
        },
      },
      {
        resolve: oneGraphql,
        test: {
          ...working,
          name: 'integration',
          globalSetup: ['tests/support/mongo-for-the-run.ts'],
          include: ['tests/integration/*.test.ts'],
        },
      },
      {
        resolve: oneGraphql,
        test: {
          ...starting,
          name: 'integration-own-process',
          globalSetup: ['tests/support/mongo-for-the-run.ts'],
          include: ['tests/integration/own-process/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...starting,
          name: 'e2e',
          globalSetup: ['tests/support/prepared-for-the-run.ts'],
          include: ['tests/e2e/**/*.test.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
