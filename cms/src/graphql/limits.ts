/** What one query may cost. Each refusal says what the limit is and what to do. */
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Editions in one answer. */
const MOST_EDITIONS = 200;
/** The query for everything in the feed is seven deep. */
const DEEPEST = 8;
const MOST_ALIASES = 10;
/** The query for everything in the feed costs 8,351: two of them in one query are enough. */
const HIGHEST_COST = 18_000;

type Asked = { readonly limit?: unknown; readonly page?: unknown };

/** Passes arguments on that are in bounds; throws what to change about others. */
export function inBounds<Args extends Asked>(args: Args): Args {
  const { limit, page } = args;
  if (typeof limit !== 'number' || limit < 1 || limit > MOST_EDITIONS) {
    throw new GraphQLError(
      `The limit is ${String(limit)}. Ask for 1 to ${MOST_EDITIONS} editions at a time.`,
    );
  }
  if (typeof page === 'number' && page < 1) {
    throw new GraphQLError(`The page is ${page}. Pages are counted from 1.`);
  }
  return args;
}

/** What a query must keep to before anything of it is read. */
export const rules: readonly ValidationRule[] = [
  ...specifiedRules,
  NoSchemaIntrospectionCustomRule,
  maxDepthRule({ n: DEEPEST, ...reported('Leave out the deepest fields.') }) as ValidationRule,
  maxAliasesRule({ n: MOST_ALIASES, ...reported('Ask in several queries.') }) as ValidationRule,
  costLimitRule({
    maxCost: HIGHEST_COST,
    ...reported('Ask for less in one query.'),
  }) as ValidationRule,
];

/** The rules throw by default, which becomes an empty 500; told not to, they let the query run unless we report it. */
function reported(advice: string) {
  return {
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null, error: GraphQLError) => {
        const what = error.message.replace('Syntax Error: ', '');
        context?.reportError(new GraphQLError(`${what} ${advice}`));
      },
    ],
  };
}
