/** Reviewed pairs as the translation memory keeps them, each with what it is found by. Written by `remember.ts` alone. */
import type { CollectionConfig, CollectionSlug } from 'payload';
import { hiddenRecord } from '../../publishing/records.ts';

export const MEMORY = 'translation-memory' as CollectionSlug;

export const translationMemory: CollectionConfig = {
  slug: MEMORY,
  // Mongoose would look for `translation-memories`.
  dbName: MEMORY,
  ...hiddenRecord('source'),
  fields: [
    { name: 'language', type: 'text', required: true },
    // What it was made for, or which file it came from: a later review of the same takes its place.
    { name: 'place', type: 'text', required: true },
    { name: 'textHash', type: 'text', required: true },
    { name: 'grams', type: 'text', hasMany: true },
    { name: 'source', type: 'text', required: true },
    { name: 'target', type: 'text', required: true },
    { name: 'by', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'kind', type: 'text' },
    { name: 'document', type: 'text', index: true },
    { name: 'key', type: 'text' },
    { name: 'previousHash', type: 'text' },
    { name: 'nextHash', type: 'text' },
    { name: 'file', type: 'text' },
  ],
  indexes: [
    { fields: ['language', 'place'], unique: true },
    { fields: ['language', 'textHash'] },
    { fields: ['language', 'grams'] },
  ],
};
