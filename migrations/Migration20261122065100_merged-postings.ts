import { Migration } from '@mikro-orm/migrations';

const own = ['select', 'update'] as const;

/** Stored postings become one with all that hangs on them, and come apart again. */
export class Migration20261122065100_mergedPostings extends Migration {
  override name = 'Migration20261122065100_merged-postings';

  override up(): void {
    this.addSql(
      `alter table "job_postings" add column "merged_into_id" uuid null, add column "apart_from" jsonb not null default '[]';`,
    );
    this.addSql(
      `alter table "posting_sightings" add column "former_posting_id" uuid null, add column "merged_at" timestamptz null;`,
    );
    this.addSql(`update "posting_sightings" set "merged_at" = "first_seen_at" where "evidence" is not null;`);
    this.addSql(`alter table "persona_jobs" add column "moved_from_id" uuid null;`);
    this.addSql(`alter table "applications" add column "moved_from_id" uuid null;`);
    this.addSql(`create index "applications_posting_idx" on "applications" ("job_posting_id");`);
    this.allow(`'PERSONA_CHANGED', 'POSTING_CHANGED', 'POSTING_COMPARED', 'POSTING_SPLIT', 'TASK_QUEUED'`);
    for (const operation of own)
      this.addSql(
        `create policy "system_${operation}" on "applications" for ${operation} to "tenure_system" using (true)${operation === 'update' ? ' with check (true)' : ''};`,
      );
    this.addSql(`create policy "staff_insert" on "outbox_messages" for insert to "tenure_staff" with check (true);`);
    this.addSql('grant select, update on "applications" to "tenure_system";');
    this.addSql('grant select on "job_postings" to "tenure_staff";');
    this.addSql('grant select on "posting_sightings" to "tenure_staff";');
    this.addSql('grant insert on "outbox_messages" to "tenure_staff";');
  }

  override down(): void {
    this.addSql('revoke insert on "outbox_messages" from "tenure_staff";');
    this.addSql('revoke select on "posting_sightings" from "tenure_staff";');
    this.addSql('revoke select on "job_postings" from "tenure_staff";');
    this.addSql('revoke select, update on "applications" from "tenure_system";');
    this.addSql('drop policy "staff_insert" on "outbox_messages";');
    for (const operation of own) this.addSql(`drop policy "system_${operation}" on "applications";`);
    // The owner of the tables is held by row security as well, and no policy is for it.
    this.addSql(`alter table "outbox_messages" no force row level security;`);
    this.addSql(`delete from "outbox_messages" where "kind" in ('POSTING_COMPARED', 'POSTING_SPLIT');`);
    this.addSql(`alter table "outbox_messages" force row level security;`);
    this.allow(`'PERSONA_CHANGED', 'POSTING_CHANGED', 'TASK_QUEUED'`);
    this.addSql('drop index "applications_posting_idx";');
    this.addSql('alter table "applications" drop column "moved_from_id";');
    this.addSql('alter table "persona_jobs" drop column "moved_from_id";');
    this.addSql('alter table "posting_sightings" drop column "former_posting_id", drop column "merged_at";');
    this.addSql('alter table "job_postings" drop column "merged_into_id", drop column "apart_from";');
  }

  private allow(list: string): void {
    this.addSql(`alter table "outbox_messages" drop constraint "outbox_messages_kind_check";`);
    this.addSql(
      `alter table "outbox_messages" add constraint "outbox_messages_kind_check" check ("kind" in (${list}));`,
    );
  }
}
