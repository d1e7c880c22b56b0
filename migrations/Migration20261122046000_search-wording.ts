import { Migration } from '@mikro-orm/migrations';

/** When searches are to be named by a language model, and when they were. */
export class Migration20261122046000_searchWording extends Migration {
  override name = 'Migration20261122046000_search-wording';

  override up(): void {
    this.addSql(
      `alter table "search_profiles" add column "wording_due_at" timestamptz null, add column "worded_at" timestamptz null;`,
    );
    this.addSql(
      `create index "search_profiles_wording_due_at_idx" on "search_profiles" ("wording_due_at") where "wording_due_at" is not null;`,
    );
    for (const [operation, rule] of [
      ['select', 'using (true)'],
      ['update', 'using (true) with check (true)'],
    ]) {
      this.addSql(
        `create policy "system_${operation}" on "search_profiles" for ${operation} to "tenure_system" ${rule};`,
      );
    }
    this.addSql('grant select, update on "search_profiles" to "tenure_system";');
  }

  override down(): void {
    this.addSql('revoke select, update on "search_profiles" from "tenure_system";');
    for (const operation of ['select', 'update'])
      this.addSql(`drop policy "system_${operation}" on "search_profiles";`);
    this.addSql(`drop index "search_profiles_wording_due_at_idx";`);
    this.addSql(`alter table "search_profiles" drop column "worded_at", drop column "wording_due_at";`);
  }
}
