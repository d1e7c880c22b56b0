import { Migration } from '@mikro-orm/migrations';

/** Ghost scores, and which rules have read a posting's words; postings there are get both by themselves. */
export class Migration20261122043000_ghostScores extends Migration {
  override name = 'Migration20261122043000_ghost-scores';

  override up(): void {
    // The defaults are for the rows there are: read by no version, due at once.
    this.addSql(
      `alter table "job_postings" add column "reading_version" int not null default 0, add column "vagueness_score" int null, add column "ghost_score" int null, add column "ghost_signals" jsonb null, add column "ghost_due_at" timestamptz not null default now();`,
    );
    this.addSql(
      `alter table "job_postings" alter column "reading_version" drop default, alter column "ghost_due_at" drop default;`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_vagueness_score_check" check (vagueness_score >= 0 and vagueness_score <= 100);`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_ghost_score_check" check (ghost_score >= 0 and ghost_score <= 100);`,
    );
    this.addSql(`create index "job_postings_reading_version_idx" on "job_postings" ("reading_version");`);
    this.addSql(`create index "job_postings_ghost_due_at_idx" on "job_postings" ("ghost_due_at");`);
  }

  override down(): void {
    this.addSql('drop index "job_postings_ghost_due_at_idx";');
    this.addSql('drop index "job_postings_reading_version_idx";');
    this.addSql(
      `alter table "job_postings" drop constraint "job_postings_ghost_score_check", drop constraint "job_postings_vagueness_score_check";`,
    );
    this.addSql(
      `alter table "job_postings" drop column "ghost_due_at", drop column "ghost_signals", drop column "ghost_score", drop column "vagueness_score", drop column "reading_version";`,
    );
  }
}
