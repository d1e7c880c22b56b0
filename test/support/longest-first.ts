import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, by its own measure and not by the length of its file; the longest first. */
const longest: readonly string[] = [
  'proof/canaries',
  'proof/attacks/injected-texts',
  'proof/twin-ids',
  'proof/planted-leaks',
  'proof/two-worlds',
  'proof/wall2-mutants',
  'proof/boot-mutants',
  'server/import',
  'server/start',
  'proof/wall3-mutants',
  'server/encryption-keys',
  'identity/delete-account',
  'proof/subscriptions',
  'api/surfacing',
  'proof/new-domain',
  'server/vectors',
  'server/admin',
  'identity/second-factor-limits',
  'database/embedded-postgres',
  'authorization/walls',
  'server/deployment',
  'proof/wall1-mutants',
];

/** Begins with what takes longest, so that no process waits in the end for one that has just begun with it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at === -1 ? longest.length : at;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- it sorts no array of its own
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
