import { check } from './check';
import { helpText } from './help';
import type { Host } from './host';
import { status } from './host';
import { merge } from './merge';
import { parseCommand, UsageError } from './options';
import { Output } from './output';
import { Unwritable } from './outputFile';

/** Runs the command line and returns its exit status. Never throws for what is in the arguments. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  const stdout = new Output(host.stdout);
  const stderr = new Output(host.stderr);
  try {
    const command = parseCommand(args);
    switch (command.command) {
      case 'help':
        await stdout.write(helpText());
        return status.clean;
      case 'version':
        await stdout.write(`${host.version}\n`);
        return status.clean;
      case 'check':
        return await check(command.options, host, stdout, stderr);
      case 'list-rules': {
        const { listOfRules } = await import('./listRules');
        await stdout.write(await listOfRules(command.format));
        return status.clean;
      }
      case 'merge':
        return await merge(command.options, host, stdout, stderr);
      case 'compare': {
        const { compare } = await import('./compare');
        return await compare(command.options, host, stdout, stderr);
      }
    }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Unwritable)) throw error;
    await stderr.write(`scrutineer: ${error.message}\n`);
    if (error instanceof UsageError) await stderr.write('scrutineer --help tells more.\n');
    return status.couldNotRun;
  } finally {
    await stdout.flush();
    await stderr.flush();
  }
}
