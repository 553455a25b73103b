import { allowCommand } from './allow.js';
import { buildCommand } from './build.js';
import { checkCommand } from './check.js';
import type { Command } from './command.js';
import { completionCommand } from './completion.js';
import { doctorCommand } from './doctor.js';
import { explainCommand } from './explain.js';
import { imposeCommand } from './impose.js';
import { infoCommand } from './info.js';
import { initCommand } from './init.js';
import { normalizeCommand } from './normalize.js';
import { previewCommand } from './preview.js';
import { typesetCommand } from './typeset.js';

/** The commands that work on books, in the order in which a book needs them; a new one is a file and a row. */
const working: readonly Command[] = [
  initCommand,
  normalizeCommand,
  previewCommand,
  buildCommand,
  checkCommand,
  imposeCommand,
  typesetCommand,
  allowCommand,
  explainCommand,
  doctorCommand,
  infoCommand,
];

/** Every command. */
export const commands: readonly Command[] = [...working, completionCommand(working)];
