// Takes the lock of a data folder again and again, and each time leaves it behind as a killed process does.
// It prints how often it had the lock, and how often it lost it to another process meanwhile.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder, readLock } from '#database/data-folder.ts';

const [folder = '', milliseconds] = process.argv.slice(2);
const deadline = performance.now() + Number(milliseconds);
const abandoned = join(folder, `abandoned-${process.pid}`);
let taken = 0;
let lost = 0;

function hasTaken(): boolean {
  try {
    lockDataFolder(folder);
    return true;
  } catch {
    return false;
  }
}

function keepsLock(): boolean {
  const until = performance.now() + 1;
  while (performance.now() < until) if (readLock(folder)?.pid !== process.pid) return false;
  return true;
}

while (performance.now() < deadline) {
  if (!hasTaken()) continue;
  taken += 1;
  if (!keepsLock()) lost += 1;
  writeFileSync(abandoned, JSON.stringify({ pid: process.pid, startTime: 'earlier' }));
  renameSync(abandoned, join(folder, 'lock.json'));
}
process.stdout.write(JSON.stringify({ taken, lost }));
