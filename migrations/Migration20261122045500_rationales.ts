import { Migration } from '@mikro-orm/migrations';

/** When a match is to be put in a language model's words. */
export class Migration20261122045500_rationales extends Migration {
  override name = 'Migration20261122045500_rationales';

  override up(): void {
    this.addSql(`alter table "persona_jobs" add column "rationale_due_at" timestamptz null;`);
    this.addSql(
      `create index "persona_jobs_rationale_due_at_idx" on "persona_jobs" ("rationale_due_at") where "rationale_due_at" is not null;`,
    );
  }

  override down(): void {
    this.addSql(`drop index "persona_jobs_rationale_due_at_idx";`);
    this.addSql(`alter table "persona_jobs" drop column "rationale_due_at";`);
  }
}
