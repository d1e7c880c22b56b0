import { Migration } from '@mikro-orm/migrations';

/** Which board a posting stands on, and since when it was not found there. */
export class Migration20261122054000_postingPresence extends Migration {
  override name = 'Migration20261122054000_posting-presence';

  override up(): void {
    for (const table of ['job_postings', 'posting_sightings']) {
      this.addSql(
        `alter table "${table}" add column "board" varchar(255) null, add column "missing_since" timestamptz null;`,
      );
      this.addSql(`create index "${table}_board_idx" on "${table}" ("source_id", "board");`);
    }
    this.addSql(
      `create index "job_postings_deadline_idx" on "job_postings" ("application_deadline") where "is_active" and "application_deadline" is not null;`,
    );
  }

  override down(): void {
    this.addSql(`drop index "job_postings_deadline_idx";`);
    for (const table of ['job_postings', 'posting_sightings']) {
      this.addSql(`drop index "${table}_board_idx";`);
      this.addSql(`alter table "${table}" drop column "missing_since", drop column "board";`);
    }
  }
}
