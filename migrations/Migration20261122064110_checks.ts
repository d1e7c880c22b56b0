import { Migration } from '@mikro-orm/migrations';

/** Postings that somebody applied to are looked for at their source. */
export class Migration20261122064110_checks extends Migration {
  override name = 'Migration20261122064110_checks';

  override up(): void {
    this.addSql('alter table "persona_jobs" add column "applied_at" timestamptz null;');
    this.addSql('alter table "persona_jobs" no force row level security;');
    this.addSql('alter table "applications" no force row level security;');
    this.addSql(
      `update "persona_jobs" set "applied_at" = a."applied_at" from "applications" a where a."persona_job_id" = "persona_jobs"."id";`,
    );
    this.addSql('alter table "applications" force row level security;');
    this.addSql('alter table "persona_jobs" force row level security;');
    this.addSql(
      `create index "persona_jobs_applied_idx" on "persona_jobs" ("job_posting_id") where "status" = 'APPLIED';`,
    );
    this.addSql(
      'alter table "job_postings" add column "check_due_at" timestamptz null, add column "failed_checks" int not null default 0;',
    );
    this.addSql(
      `create index "job_postings_check_due_at_idx" on "job_postings" ("check_due_at") where "check_due_at" is not null;`,
    );
  }

  override down(): void {
    this.addSql('drop index "job_postings_check_due_at_idx";');
    this.addSql('alter table "job_postings" drop column "check_due_at", drop column "failed_checks";');
    this.addSql('drop index "persona_jobs_applied_idx";');
    this.addSql('alter table "persona_jobs" drop column "applied_at";');
  }
}
