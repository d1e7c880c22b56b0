import { createRequire } from 'node:module';

// graphql-shield as it comes, with all that the product leaves alone: what an attack does there shows that it is one.

// First: it gives Node back what graphql-shield misses.
export { applyMiddleware, deny, rule, shield } from '#authorization/shield.ts';

const require = createRequire(import.meta.url);

export const { allow, and, chain, not } = require('graphql-shield') as typeof import('graphql-shield');
export const { applyMiddlewareToDeclaredResolvers } =
  require('graphql-middleware') as typeof import('graphql-middleware');
