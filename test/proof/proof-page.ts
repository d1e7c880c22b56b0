import type { ProofRun } from './effort.ts';
import type { Part } from './report.ts';

export interface ProofSummary extends Omit<ProofRun, 'folder'> {
  readonly isProven: boolean;
  readonly parts: readonly Part[];
}

/** The command that does the same again. */
export const againOf = ({ seed, operations, minutes }: Omit<ProofRun, 'folder'>): string =>
  `npm run proof -- --seed ${seed} --operations ${operations}${minutes > 0 ? ` --minutes ${minutes}` : ''}`;

/** The report as a page that explains itself: what is claimed, what was tried, and how to see again what failed. */
export function proofPage(summary: ProofSummary): string {
  const { isProven, parts } = summary;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Tenure: the proof</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: 0.25rem 0.75rem 0.25rem 0; vertical-align: top; }
  .bad { color: #b00020; } code { white-space: pre-wrap; word-break: break-word; }
</style>
<h1>${isProven ? 'Nobody sees or touches what is not theirs' : 'The proof does not hold'}</h1>
<p>Again: <code>${againOf(summary)}</code></p>
${parts.map(partSection).join('\n')}
</html>
`;
}

function partSection({ name, claim, counts, findings }: Part): string {
  const bad = findings.filter(({ isGood }) => !isGood);
  const good = findings.filter(({ isGood }) => isGood);
  const numbers = Object.entries(counts).map(([what, count]) => `${count.toLocaleString('en')} ${escaped(what)}`);
  return `<section>
<h2 class="${bad.length > 0 ? 'bad' : ''}">${escaped(name)}</h2>
<p>${escaped(claim)}</p>
<p>${numbers.join(' · ')}</p>
${table(bad, 'bad')}
<details><summary>${good.length} that hold</summary>${table(good, '')}</details>
</section>`;
}

const table = (findings: Part['findings'], className: string): string =>
  findings.length === 0
    ? ''
    : `<table class="${className}">${findings
        .map(
          ({ what, outcome, aside = '', replay }) =>
            `<tr><td>${escaped(what)}</td><td>${escaped(outcome)}</td><td>${escaped(aside)}</td><td>${replay === undefined ? '' : `<code>${escaped(replay)}</code>`}</td></tr>`,
        )
        .join('')}</table>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
