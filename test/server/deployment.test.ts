import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, temporaryFolder, type Program } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  for (const part of ['src', 'schema', 'migrations', 'package.json'])
    cpSync(join(root, part), join(folder.path, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'));
});
afterEach(() => folder.remove());

const put = (path: string, text: string): void => {
  mkdirSync(join(folder.path, path, '..'), { recursive: true });
  writeFileSync(join(folder.path, path), text);
};
const start = (): Program =>
  run(join(folder.path, 'src/main.ts'), [], { PORT: '0', DEMO: '0', TENURE_DATA_DIR: join(folder.path, 'data') });

describe('a copy of the product elsewhere', () => {
  it('serves the client that was built before, without its source', async () => {
    put('web/dist/index.html', '<title>Built elsewhere</title>');
    const program = start();
    const [, url = ''] = await program.printed(/Tenure is ready: (http:\S+)/);
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toBe('<title>Built elsewhere</title>');
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('says that the client cannot be built, and leaves no database running', async () => {
    put('web/index.html', '<script type="module" src="/src/main.ts"></script>');
    put('web/src/main.ts', 'import "./nowhere.ts";');
    const program = start();
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain('The client could not be built; what is wrong stands above.');
    expect(program.output()).not.toContain('UnhandledPromiseRejection');
    expect(existsSync(join(folder.path, 'data', 'postgres'))).toBe(true);
    expect(existsSync(join(folder.path, 'data', 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
