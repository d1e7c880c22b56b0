import { Migration } from '@mikro-orm/migrations';

/** How many postings of an answer could not be taken, or not as they stand. */
export class Migration20261122071900_runReports extends Migration {
  override name = 'Migration20261122071900_run-reports';

  override up(): void {
    this.addSql(
      `alter table "source_answers" add column "rejected" int not null default 0, add column "repaired" int not null default 0;`,
    );
    this.addSql(
      `alter table "source_answers" alter column "rejected" drop default, alter column "repaired" drop default;`,
    );
    this.addSql(`alter table "source_runs" add column "rejected" int null, add column "repaired" int null;`);
  }

  override down(): void {
    for (const table of ['source_runs', 'source_answers'])
      this.addSql(`alter table "${table}" drop column "rejected", drop column "repaired";`);
  }
}
