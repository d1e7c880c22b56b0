import { createRequire } from 'node:module';
import util from 'node:util';

// graphql-shield imports util.isUndefined, which Node 23 removed; its ES module build therefore fails to link, and
// both packages must come through CommonJS or their generators do not recognise each other.
Object.assign(util, { isUndefined: (value: unknown) => value === undefined });
const require = createRequire(import.meta.url);

export const { rule, shield, deny } = require('graphql-shield') as typeof import('graphql-shield');
export const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');
export type { IMiddlewareFunction } from 'graphql-middleware';
