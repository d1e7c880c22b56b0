import { writeFileSync } from 'node:fs';
import { exampleEnvironment } from '#config.ts';
import { runCommand } from './command.ts';

await runCommand(async () => writeFileSync(new URL('../../.env.example', import.meta.url), exampleEnvironment()));
