import { Migration } from '@mikro-orm/migrations';
import { getConstructionPlans } from 'pg-boss';

const queues = {
  'surface-persona': 'short',
  'match-persona': 'standard',
  'surface-postings': 'standard',
  'match-postings': 'standard',
} as const;

/** Tables of pg-boss in a schema of their own, which the system login alone reaches, for no more than it needs. */
export class Migration20261122044100_workQueue extends Migration {
  override name = 'Migration20261122044100_work-queue';

  override up(): void {
    // Without its own transaction: all migrations are one.
    this.addSql(
      getConstructionPlans('tenure_queue')
        .replace(/^\s*BEGIN;/, '')
        .replace(/COMMIT;\s*$/, ''),
    );
    for (const [name, policy] of Object.entries(queues)) {
      // What fails waits, an hour at most, and is never given up.
      const options = { policy, retryLimit: 1_000_000, retryDelay: 2, retryBackoff: true, retryDelayMax: 3_600 };
      this.addSql(`select tenure_queue.create_queue('${name}', '${JSON.stringify(options)}');`);
    }
    this.addSql('grant usage on schema tenure_queue to "tenure_system";');
    this.addSql('grant select on tenure_queue.version, tenure_queue.queue to "tenure_system";');
    this.addSql('grant select, insert, update, delete on tenure_queue.job_common to "tenure_system";');
    // Where a work item that is given up would go; the statement names it, though none ever is.
    this.addSql('grant insert on tenure_queue.job to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop schema tenure_queue cascade;');
  }
}
