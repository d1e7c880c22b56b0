import { Migration } from '@mikro-orm/migrations';

/** How long a skill was used is known only where somebody has said so. */
export class Migration20261122073000_unsaidYears extends Migration {
  override name = 'Migration20261122073000_unsaid-years';

  override up(): void {
    this.addSql(`alter table "skills" alter column "years_used" drop not null;`);
  }

  // A year is what every skill began with before. The owner of the table is held by its policies, so it lets go of them.
  override down(): void {
    this.addSql(`alter table "skills" no force row level security;`);
    this.addSql(`update "skills" set "years_used" = 1 where "years_used" is null;`);
    this.addSql(`alter table "skills" force row level security;`);
    this.addSql(`alter table "skills" alter column "years_used" set not null;`);
  }
}
