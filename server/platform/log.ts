import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values identify a person or open a door: never written, at whatever depth down to three levels. */
const hiddenKeys = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-signature',
  'password',
  'secret',
  'token',
  'identifier',
  'citizenId',
  'phone',
  'mobile',
  'email',
  'address',
];

const hiddenPaths = hiddenKeys.flatMap((key) => {
  const step = key.includes('-') ? `["${key}"]` : key;
  const below = key.includes('-') ? step : `.${step}`;
  return [step, `*${below}`, `*.*${below}`];
});

/**
 * The log of one process: one JSON object a line, without personal data. Known keys are dropped by path; citizen
 * numbers and mobile numbers that slip into a message or a stack are masked in the finished line.
 */
export function createLog(config: { readonly logLevel: string }, process: string, to?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: hiddenPaths, censor: '[略]' },
    serializers: { req: requestOf },
    hooks: { streamWrite: maskPersonalNumbers },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

/** Masks citizen numbers (keeps the region and the last two) and mobile numbers (keeps three and two) in a text. */
export function maskPersonalNumbers(line: string): string {
  return line
    .replace(/(?<![0-9A-Za-z])(\d{6})\d{10}(\d[\dXx])(?![0-9A-Za-z])/g, '$1**********$2')
    .replace(/(?<![0-9A-Za-z.])(1[3-9]\d)\d{6}(\d{2})(?![0-9A-Za-z])/g, '$1******$2');
}

/** A query string may hold names and numbers people searched for, so only the path is kept. */
function requestOf(request: { method?: string; url?: string }): { method?: string; path?: string } {
  return { method: request.method, path: request.url?.split('?')[0] };
}
