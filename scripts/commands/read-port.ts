import { diagnose } from '../diagnostics/catalogue.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/** The port of a page that is served: one that needs no rights, or none for a free one. */
export function readPort(port: string | undefined): Outcome<{ port?: number }> {
  if (port === undefined) return success({});
  const number = Number(port);
  const fits = /^\d+$/.test(port) && number >= 1024 && number <= 65535;
  return fits ? success({ port: number }) : failure([diagnose('port-invalid', { port })]);
}
