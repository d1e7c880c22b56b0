import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  validate,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** The most an operation may be, in levels of selections and aliases. Real screens stay far below. */
const limits = { depth: 16, aliases: 60 } as const;
/** The most tokens a document may have; parsing ends there. */
export const mostTokens = 5_000;

// Thrown, a limit's error would end as an internal one; reported, it is one more fault of the document, not of its syntax.
const reported = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(new GraphQLError(message.replace('Syntax Error: ', ''))),
  ],
};

/**
 * To count the fields of a subscription graphql-js evaluates their conditions, and throws where one is a variable, whose
 * value nobody knows yet. That is told as a fault like others; no other rule is shown such a document.
 */
const countableRule: ValidationRule = (context) => ({
  Document: (document) => {
    if (!document.definitions.some(isSubscription)) return undefined;
    try {
      validate(context.getSchema(), document, [SingleFieldSubscriptionsRule]);
      return undefined;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      context.reportError(error);
      return { ...document, definitions: [] };
    }
  },
});

const isSubscription = (definition: DefinitionNode): boolean =>
  definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION;

/** What a document is checked for beside what the specification asks. */
export const limitRules: ValidationRule[] = [
  countableRule,
  maxDepthRule({ n: limits.depth, flattenFragments: true, ignoreIntrospection: true, ...reported }),
  maxAliasesRule({ n: limits.aliases, ...reported }),
];

export type CheckedDocument = { readonly document: DocumentNode } | { readonly faults: readonly GraphQLError[] };

/** Parses and checks a document as Apollo Server does for requests by HTTP, where there is no such server. */
export function checkDocument(schema: GraphQLSchema, text: string): CheckedDocument {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: mostTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return { faults: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
    throw error;
  }
  const faults = validate(schema, document, [...specifiedRules, ...limitRules]);
  return faults.length > 0
    ? { faults: faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED')) }
    : { document };
}

const withCode = (error: GraphQLError, code: string): GraphQLError =>
  Object.assign(error, { extensions: { ...error.extensions, code } });
