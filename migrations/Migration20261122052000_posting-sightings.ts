import { Migration } from '@mikro-orm/migrations';

/** What each of several sources has of one posting, and the posting of a public board that one leads to. */
export class Migration20261122052000_postingSightings extends Migration {
  override name = 'Migration20261122052000_posting-sightings';

  override up(): void {
    // Filled by each source's next sweep, to which every posting has changed by it.
    this.addSql(`alter table "job_postings" add column "board_key" varchar(255) null;`);
    this.addSql(`create index "job_postings_board_key_idx" on "job_postings" ("board_key");`);
    this.addSql(
      `create table "posting_sightings" ("id" uuid not null, "job_posting_id" uuid not null, "source_id" uuid not null, "external_id" varchar(255) not null, "derived_hash" varchar(64) not null, "fields" jsonb not null, "evidence" jsonb null, "first_seen_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "posting_sightings" add constraint "posting_sightings_source_id_external_id_key" unique ("source_id", "external_id");`,
    );
    this.addSql(
      `alter table "posting_sightings" add constraint "posting_sightings_job_posting_id_source_id_key" unique ("job_posting_id", "source_id");`,
    );
    this.addSql(
      `alter table "posting_sightings" add constraint "posting_sightings_job_posting_id_foreign" foreign key ("job_posting_id") references "job_postings" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "posting_sightings" add constraint "posting_sightings_source_id_foreign" foreign key ("source_id") references "job_sources" ("id") on delete restrict;`,
    );
    this.addSql('grant select, insert, update on "posting_sightings" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "posting_sightings";');
    this.addSql('drop index "job_postings_board_key_idx";');
    this.addSql('alter table "job_postings" drop column "board_key";');
  }
}
