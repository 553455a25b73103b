import { buildCommand } from './build.js';
import { checkCommand } from './check.js';
import type { Command } from './command.js';
import { doctorCommand } from './doctor.js';
import { imposeCommand } from './impose.js';
import { normalizeCommand } from './normalize.js';
import { typesetCommand } from './typeset.js';

/** Every command, in the order in which a book needs them; a new one is a file and a row. */
export const commands: readonly Command[] = [
  normalizeCommand,
  buildCommand,
  checkCommand,
  imposeCommand,
  typesetCommand,
  doctorCommand,
];
