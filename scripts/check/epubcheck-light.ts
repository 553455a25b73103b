import { diagnose } from '../diagnostics/catalogue.js';
import type { CheckResult } from '../model/proof.js';
import { checkerResult, type EpubSubject } from './epub-findings.js';

/**
 * Runs epubcheck-ts, which needs no Java. By its own tests it agrees with EPUBCheck on 95 of 100 cases, so it
 * stands in for it and does not replace it. Errors and warnings both fail.
 */
export async function checkEpubLight(subject: EpubSubject): Promise<CheckResult> {
  // Loaded on first need: most of a command's start is loading.
  const { EpubCheck } = await import('@likecoin/epubcheck-ts');
  const { messages } = await new EpubCheck().check(subject.epub);
  const findings = messages
    .filter(({ severity }) => severity === 'fatal' || severity === 'error' || severity === 'warning')
    .map(({ id, severity, message, location }) => ({
      id,
      isWarning: severity === 'warning',
      message,
      ...(location && { at: location }),
    }));
  return checkerResult('epubcheck-light', diagnose('check-epubcheck-light', {}), findings, subject);
}
