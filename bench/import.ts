import type { BenchOptions } from './bench-options.ts';
import { startBenchServer } from './database/bench-server.ts';
import { demoFile } from './import/demo-postings.ts';
import { runImport } from './import/import-command.ts';
import { measureStorers } from './import/measure-storers.ts';
import { reportImport } from './report/report-import.ts';

/** Measures an import as it is run, and storing postings against the ORM's own way. */
export async function benchmarkImport(options: BenchOptions): Promise<void> {
  const { scale, cleanUp, say } = options;
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  const file = options.importFile ?? demoFile;
  const rates: number[] = [];
  for (let round = 1; round <= scale.import.rounds; round += 1) {
    say(`Importing ${file}, round ${round} of ${scale.import.rounds} …`);
    rates.push(await runImport(file, await server.createDatabase(`bench_import_${round}`)));
  }
  reportImport({ file, rates, ...(await measureStorers(server, options)) }, scale, say);
}
