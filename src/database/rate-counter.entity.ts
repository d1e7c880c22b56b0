import { defineEntity, p } from '@mikro-orm/core';

// Columns as rate-limiter-flexible writes them, in the order it writes them.
const RateCounterSchema = defineEntity({
  name: 'RateCounter',
  tableName: 'rate_counters',
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    // Milliseconds since 1970; null for never.
    expire: p.bigint('number').nullable(),
  },
});
export class RateCounter extends RateCounterSchema.class {}
RateCounterSchema.setClass(RateCounter);
