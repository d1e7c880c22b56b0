import { defineEntity, p } from '@mikro-orm/core';

const ScorerReleaseSchema = defineEntity({
  name: 'ScorerRelease',
  tableName: 'scorer_releases',
  properties: {
    version: p.string().length(255).primary(),
    since: p.datetime(),
  },
});
export class ScorerRelease extends ScorerReleaseSchema.class {}
ScorerReleaseSchema.setClass(ScorerRelease);
