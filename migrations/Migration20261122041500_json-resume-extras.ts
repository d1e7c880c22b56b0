import { Migration } from '@mikro-orm/migrations';

/** What JSON Resume documents say beyond a persona's fields. */
export class Migration20261122041500_jsonResumeExtras extends Migration {
  override name = 'Migration20261122041500_json-resume-extras';

  override up(): void {
    for (const table of tables) this.addSql(`alter table "${table}" add "json_resume" jsonb null;`);
  }

  override down(): void {
    for (const table of tables) this.addSql(`alter table "${table}" drop column "json_resume";`);
  }
}

const tables = ['personas', 'work_histories', 'educations', 'certifications'];
