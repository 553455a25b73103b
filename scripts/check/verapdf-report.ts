/** A rule that a file breaks, as veraPDF tells it. */
export interface BrokenRule {
  /** E.g. `ISO 14289-1:2014`. */
  readonly specification: string;
  /** Clause of the specification, e.g. `7.2`. */
  readonly clause: string;
  /** Which test of that clause in veraPDF's profile. */
  readonly test: number;
  /** What is wrong at the first place, or what the rule asks for. */
  readonly finding: string;
  /** How often the file breaks it. */
  readonly count: number;
  /** Some of the places, innermost object last. */
  readonly places: readonly VeraPlace[];
}

/** Where a rule is broken. */
export interface VeraPlace {
  /** Page from 1, where the place is in the content of one. */
  readonly page: number | undefined;
  /** Numbers of the objects that lead there, the innermost first. */
  readonly objects: readonly number[];
  /** The innermost object in veraPDF's words, e.g. `SETable Table`. */
  readonly name: string;
}

export interface VeraReport {
  /** Version of veraPDF; empty where the report does not say it. */
  readonly version: string;
  readonly checks: number;
  readonly rules: number;
  readonly broken: readonly BrokenRule[];
}

/**
 * Reads veraPDF's report of one file in JSON (`--format json`, since 1.22); what it says of why it could not check the
 * file, as text; `undefined` for what is no such report.
 */
export function readVeraReport(output: string): VeraReport | string | undefined {
  const report = recordOf(recordOf(parse(output))?.report);
  const job = recordOf(listOf(report?.jobs)[0]);
  if (!report || !job) return undefined;
  const fault = recordOf(job.taskException);
  if (fault) return textOf(fault.exceptionMessage ?? fault.exception).split('\n')[0] ?? '';
  // A list since 1.26, which can check by several profiles at once.
  const result = recordOf(listOf(job.validationResult)[0] ?? job.validationResult);
  const details = recordOf(result?.details);
  if (!details) return undefined;
  const broken = listOf(details.ruleSummaries).flatMap(brokenRules);
  // A verdict without its reasons is no report.
  if (result?.compliant === false && broken.length === 0) return undefined;
  const release = recordOf(listOf(recordOf(report.buildInformation)?.releaseDetails)[0]);
  return {
    version: textOf(release?.version),
    checks: numberOf(details.passedChecks) + numberOf(details.failedChecks),
    rules: numberOf(details.passedRules) + numberOf(details.failedRules),
    broken,
  };
}

/** A report also lists rules that are kept where it was asked to. */
function brokenRules(item: unknown): readonly BrokenRule[] {
  const rule = recordOf(item);
  const count = numberOf(rule?.failedChecks);
  if (!rule || count === 0) return [];
  const failed = listOf(rule.checks)
    .map((check) => recordOf(check) ?? {})
    .filter(({ status }) => status !== 'passed');
  return [
    {
      specification: textOf(rule.specification),
      clause: textOf(rule.clause),
      test: numberOf(rule.testNumber),
      finding: oneLine(textOf(failed[0]?.errorMessage) || textOf(rule.description)),
      count,
      places: failed.map(({ context }) => placeOf(textOf(context))),
    },
  ];
}

/** Reads a place such as `root/document[0]/pages[3](12 0 obj PDPage)/annots[0](90 0 obj PDLinkAnnot)`. */
function placeOf(context: string): VeraPlace {
  const page = /\/pages\[(\d+)\]/.exec(context)?.[1];
  const named = [...context.matchAll(/\((\d+) \d+ obj ([^()]*)\)/g)].reverse();
  return {
    page: page === undefined ? undefined : Number(page) + 1,
    objects: named.map(([, number]) => Number(number)),
    name: named[0]?.[2] ?? context.slice(-80),
  };
}

/** The report stands alone on stdout, but for what a launcher or Java may say before it. */
function parse(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.search(/\{\s*"report"/), output.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
