import { buildClient } from './ensure-client.ts';
import { runCommand } from './command.ts';

// After an install. Without the development packages there is nothing to build with: the built client comes along then.
await runCommand(async (_args, say) => {
  if (await buildClient()) say('The client is built.');
});
