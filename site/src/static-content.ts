/** Middleware of the static build: gives every page the content. The press gives it with each request instead. */
import { defineMiddleware } from 'astro/middleware';
import { contentFromGraphql } from './content/from-graphql.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  context.locals.content ??= await contentFromGraphql();
  return next();
});
