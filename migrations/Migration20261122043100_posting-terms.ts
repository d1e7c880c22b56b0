import { Migration } from '@mikro-orm/migrations';

/** What a posting's text says beyond skills; postings there are get it by being read anew. */
export class Migration20261122043100_postingTerms extends Migration {
  override name = 'Migration20261122043100_posting-terms';

  override up(): void {
    this.addSql(
      `alter table "job_postings" add column "requirements" text null, add column "culture_text" text null, add column "visa_sponsorship" boolean null, add column "eligible_countries" jsonb null, add column "time_zones" jsonb null, add column "travel_percent" int null, add column "company_size" int null, add column "industry" varchar(100) null;`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_travel_percent_check" check (travel_percent >= 0 and travel_percent <= 100);`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_company_size_check" check (company_size > 0);`,
    );
  }

  override down(): void {
    this.addSql(
      `alter table "job_postings" drop constraint "job_postings_company_size_check", drop constraint "job_postings_travel_percent_check";`,
    );
    this.addSql(
      `alter table "job_postings" drop column "industry", drop column "company_size", drop column "travel_percent", drop column "time_zones", drop column "eligible_countries", drop column "visa_sponsorship", drop column "culture_text", drop column "requirements";`,
    );
  }
}
